from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from drawn_faces import draw_faces
from drawn_sets import drawn_set, tiny_config
from poise_training.batches import Batches, class_weights, targets_of
from poise_training.classes import ANSWER_OF_EMOTION, EMOTIONS
from poise_training.config import AugmentConfig, LossConfig
from poise_training.data.image_set import ImageSet
from poise_training.losses import Targets

ALWAYS_MIXED = AugmentConfig(mixup_alpha=0.4, mixup_share=1.0)
NEVER_MIXED = AugmentConfig(geometry=0, light=0, erase=0, mixup_share=0.0)


def half_known() -> ImageSet:
    """Every other image has no votes, every third no label."""
    images = drawn_set(draw_faces(70, seed=1))
    votes = images.votes.copy()
    votes[::2] = 0
    labels = images.labels.copy()
    labels[::3] = -1
    return dataclasses.replace(images, votes=votes, labels=labels)


def test_unknown_labels_and_votes_give_targets_of_nothing() -> None:
    images = half_known()
    targets = targets_of(images, LossConfig())
    assert (targets.fer2013.sum(1) == torch.from_numpy(images.labels >= 0)).all()
    assert (targets.ferplus.sum(1)[::2] == 0).all()


def test_plurality_targets_are_the_first_place_alone_and_weigh_nothing_without_one() -> None:
    images = half_known()
    targets = targets_of(images, LossConfig(ferplus_targets="plurality"))
    counts = targets.ferplus.sum(1)
    assert set(counts.tolist()) == {0.0, 1.0}
    assert (counts[::2] == 0).all()
    known = counts > 0
    assert (targets.ferplus[known].amax(1) == 1).all()
    votes = targets_of(images, LossConfig())
    assert torch.equal(targets.ferplus[known].argmax(1), votes.ferplus[known].argmax(1))


def test_a_suspect_label_counts_as_little_as_the_config_says() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    suspect = np.arange(70) % 5 == 0
    images = dataclasses.replace(images, suspect=suspect)
    targets = targets_of(images, LossConfig(suspect_weight=0.25))
    expected = torch.where(torch.from_numpy(suspect), 0.25, 1.0)
    assert torch.equal(targets.fer2013.sum(1), expected)
    assert torch.equal(targets.ferplus, targets_of(images, LossConfig()).ferplus)


def test_an_epoch_is_the_same_for_the_same_seed_and_another_for_the_next() -> None:
    images, config = drawn_set(draw_faces(70, seed=1)), tiny_config(batch_size=16)
    runs = [list(Batches(images, config).epoch(number, 32)) for number in (0, 0, 1)]
    assert all(
        torch.equal(a.faces, b.faces) and torch.equal(a.targets.ferplus, b.targets.ferplus)
        for a, b in zip(runs[0], runs[1], strict=True)
    )
    assert not torch.equal(runs[0][0].faces, runs[2][0].faces)
    other = Batches(images, dataclasses.replace(config, seed=2))
    assert not torch.equal(next(other.epoch(0, 32)).faces, runs[0][0].faces)


def test_an_epoch_shows_every_image_at_most_once_in_full_batches() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    batches = Batches(images, tiny_config(batch_size=16, augment=NEVER_MIXED))
    shown = [
        min(face.numpy().round().tobytes(), face.flip(1).numpy().round().tobytes())
        for batch in batches.epoch(0, 48)
        for face in batch.faces[:, 0]
    ]
    assert batches.count == 4
    assert len(shown) == len(set(shown)) == 64


def test_mixed_targets_sum_to_one_where_both_images_have_labels() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    for batch in Batches(images, tiny_config(batch_size=32, augment=ALWAYS_MIXED)).epoch(0, 48):
        sums = batch.targets.fer2013.sum(1)
        torch.testing.assert_close(sums, torch.ones_like(sums))
        # Votes for none of the seven lower what an image counts.
        counts = batch.targets.ferplus.sum(1)
        assert (counts > 0).all()
        assert (counts <= 1 + 1e-6).all()
        assert (batch.targets.fer2013 > 0).sum(1).max() == 2, "some are mixed"
        assert (batch.targets.fer2013.amax(1) >= 0.5).all(), "an image's own label leads"
        assert float(batch.faces.min()) >= 0
        assert float(batch.faces.max()) <= 255


@pytest.mark.parametrize(
    "augment", [AugmentConfig(mixup_alpha=0.0, mixup_share=1.0), AugmentConfig(mixup_share=0.0)]
)
def test_nothing_is_mixed_where_mixup_is_off(augment: AugmentConfig) -> None:
    images = drawn_set(draw_faces(70, seed=1))
    for batch in Batches(images, tiny_config(batch_size=16, augment=augment)).epoch(0, 32):
        assert (batch.targets.fer2013.amax(1) == 1).all()


def test_targets_mixed_by_a_share_lie_between_the_two() -> None:
    one = Targets(torch.eye(7)[:2] * torch.tensor([[1.0], [0.4]]), torch.eye(7)[:2])
    other = Targets(torch.eye(7)[2:4] * torch.tensor([[0.0], [0.8]]), torch.zeros(2, 7))
    mixed = one.mix(other, torch.tensor([0.75, 0.5]))
    # A partner without votes takes its share away and no more.
    assert mixed.ferplus[0].tolist() == [0.75, 0, 0, 0, 0, 0, 0]
    assert mixed.ferplus[1].tolist() == pytest.approx([0, 0.2, 0, 0.4, 0, 0, 0])
    assert mixed.fer2013.sum(1).tolist() == [0.75, 0.5]


def test_class_weights_are_one_in_the_mean_and_larger_for_rarer_classes() -> None:
    images = drawn_set(draw_faces(140, seed=1))
    images = images.take(np.flatnonzero((images.labels != 1) | (np.arange(140) % 4 == 0)))
    votes = images.votes[:, list(ANSWER_OF_EMOTION)].sum(0)
    share = torch.from_numpy(votes / votes.sum()).float()
    for power in (0.2, 0.5, 1.0):
        weight = class_weights(images, power)
        assert weight is not None
        assert float((weight * share).sum()) == pytest.approx(1, abs=1e-5)
        assert EMOTIONS[int(weight.argmax())] == EMOTIONS[int(share.argmin())]
    assert class_weights(images, 0) is None


def test_images_without_any_votes_have_no_class_weights() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    assert class_weights(dataclasses.replace(images, votes=images.votes * 0), 0.5) is None


def test_a_class_without_votes_does_not_make_the_others_count_for_nothing() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    votes = images.votes.copy()
    votes[:, ANSWER_OF_EMOTION[1]] = 0
    weight = class_weights(dataclasses.replace(images, votes=votes), 0.5)
    assert weight is not None
    assert weight.isfinite().all()
    assert (weight[[0, 2, 3, 4, 5, 6]] > 0).all()
