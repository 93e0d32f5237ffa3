from __future__ import annotations

import numpy as np

from drawn_faces import draw_faces
from drawn_sets import drawn_set
from poise_training.classes import EMOTIONS
from poise_training.data.image_set import TRAIN
from poise_training.data.label_noise import (
    describe_suspects,
    fold_photographs,
    suspect_labels,
)


def _sure(classes: np.ndarray, share: float = 0.8) -> np.ndarray:
    rest = (1 - share) / (len(EMOTIONS) - 1)
    rows = np.full((len(classes), len(EMOTIONS)), rest)
    rows[np.arange(len(classes)), classes] = share
    return rows


def test_a_label_is_suspect_where_a_network_is_as_sure_of_another_class_as_it_usually_is() -> None:
    labels = np.repeat(np.arange(len(EMOTIONS)), 10)
    shown = labels.copy()
    shown[[0, 35]] = [6, 1]
    suggested = suspect_labels(_sure(shown), labels)
    assert np.flatnonzero(suggested >= 0).tolist() == [0, 35]
    assert suggested[[0, 35]].tolist() == [6, 1]


def test_a_label_stands_where_the_network_only_doubts_it() -> None:
    labels = np.repeat(np.arange(len(EMOTIONS)), 10)
    probabilities = _sure(labels)
    probabilities[0] = 1 / len(EMOTIONS)
    assert (suspect_labels(probabilities, labels) == -1).all()


def test_copies_of_a_photograph_are_judged_by_a_network_that_has_seen_none_of_them() -> None:
    images = drawn_set(draw_faces(60, seed=5))
    images.group[10:20] = 3
    folds = fold_photographs(images, 3, seed=1)
    train = images.split == TRAIN
    assert set(folds.fold[train].tolist()) == {0, 1, 2}
    assert (folds.fold[~train] == -1).all()
    for photograph in np.unique(images.group[train]):
        assert len(set(folds.fold[train & (images.group == photograph)].tolist())) == 1


def test_the_taggers_confirm_suspicions_of_labels_that_were_made_wrong() -> None:
    images = drawn_set(draw_faces(210, seed=6))
    train = np.flatnonzero(images.split == TRAIN)
    wrong = train[:20]
    suggested = np.full(len(images), -1)
    suggested[wrong] = images.labels[wrong]
    images.labels[wrong] = (images.labels[wrong] + 1) % len(EMOTIONS)
    found = describe_suspects(images, suggested)
    assert found["suspect"] == 20
    rejected = found["taggers_reject_the_label"]
    assert isinstance(rejected, float) and rejected > 0.9
    others = found["taggers_reject_other_labels"]
    assert isinstance(others, float) and others < 0.2
