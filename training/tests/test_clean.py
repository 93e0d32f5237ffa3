from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from drawn_faces import draw_faces
from drawn_sets import drawn_set, tiny_config
from poise_training.clean import FoldTraining, clean
from poise_training.data.image_set import DROPPED, TEST, TRAIN, VALIDATION, ImageSet
from poise_training.errors import TrainingError
from poise_training.train import training_images


def quiet(_: str) -> None:
    pass


@pytest.fixture(scope="module")
def images() -> ImageSet:
    return drawn_set(draw_faces(120, seed=5))


def test_labels_are_judged_also_where_no_votes_are_known(
    images: ImageSet, tmp_path: Path
) -> None:
    unvoted = replace(images, votes=np.zeros_like(images.votes))
    quick = FoldTraining(folds=2, epochs=1, batch_size=16)
    cleaned, found = clean(unvoted, quick, tmp_path, quiet)
    assert found["labels"]["suspect"] == int(cleaned.suspect.sum())
    # The model that Poise uses learns from votes: that is said when it is to be trained.
    with pytest.raises(TrainingError, match="No training image has FER\\+ votes"):
        training_images(cleaned, tiny_config())


def test_a_source_without_test_images_gets_some_by_photograph(
    images: ImageSet, tmp_path: Path
) -> None:
    pixels = np.concatenate([images.images, images.images])
    twice = ImageSet(
        images=pixels,
        labels=np.tile(images.labels, 2),
        votes=np.tile(images.votes, (2, 1)),
        split=np.full(len(pixels), TRAIN),
        group=np.arange(len(pixels)),
        source=np.repeat([0, 1], len(images)),
        suspect=np.zeros(len(pixels), bool),
        source_names=("first", "second"),
    )
    cleaned, found = clean(twice, FoldTraining(folds=0), tmp_path, quiet)
    first, second = cleaned.split[: len(images)], cleaned.split[len(images) :]
    assert (first == TEST).sum() == pytest.approx(len(images) / 10, abs=3)
    copies = found["copies"]
    assert copies["test_images"] == copies["test_images_with_a_copy_outside"] == (first == TEST).sum()
    # The second source's copies of test images are neither tested nor learned.
    assert not (second == TEST).any()
    assert set(second[first == TEST]) == {DROPPED}
    for split in (TRAIN, VALIDATION, TEST):
        others = cleaned.group[(cleaned.split != split) & (cleaned.split != DROPPED)]
        assert not np.isin(cleaned.group[cleaned.split == split], others).any()


def test_a_source_with_test_images_keeps_them(images: ImageSet, tmp_path: Path) -> None:
    cleaned, _ = clean(images, FoldTraining(folds=0), tmp_path, quiet)
    assert np.array_equal(cleaned.split == TEST, images.split == TEST)
