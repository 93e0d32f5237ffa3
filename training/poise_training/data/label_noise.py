"""Finds labels that are likely wrong: confident learning (Northcutt, Jiang and Chuang 2021).

A network that has not seen an image is asked about it. Where it is as sure of another class as it
is, on average, of that class's own images, and less sure of the label, the label is suspect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..classes import EMOTIONS, plurality
from .image_set import TRAIN, ImageSet


@dataclass(frozen=True)
class Folds:
    """A split of the training images into parts of whole photographs.

    Attributes:
        fold: int64 [n], the part of each image; -1 for images that are not for training.
        count: number of parts.
    """

    fold: np.ndarray
    count: int


def fold_photographs(images: ImageSet, count: int, seed: int) -> Folds:
    """Divides the training photographs evenly; all images of one fall into the same part."""
    train = images.split == TRAIN
    photographs = np.unique(images.group[train])
    drawn = np.random.default_rng(seed).permutation(len(photographs)) % count
    place = np.searchsorted(photographs, images.group).clip(0, len(photographs) - 1)
    return Folds(np.where(train, drawn[place], -1), count)


def suspect_labels(probabilities: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Finds the images whose label is likely wrong.

    Args:
        probabilities: of networks that have not seen the image, float [n, 7].
        labels: int64 [n].

    Returns:
        int64 [n]: the class that is likelier; -1 where the label may stand.
    """
    classes = len(EMOTIONS)
    threshold = np.array(
        [
            probabilities[labels == c, c].mean() if (labels == c).any() else np.inf
            for c in range(classes)
        ]
    )
    confident = np.where(probabilities >= threshold, probabilities, -1)
    best = confident.argmax(1)
    of_label = probabilities[np.arange(len(labels)), labels]
    found = (confident.max(1) > of_label) & (best != labels)
    return np.where(found, best, -1)


def describe_suspects(images: ImageSet, suggested: np.ndarray) -> dict[str, object]:
    """Counts suspect labels by class, and how often the FER+ taggers agree with the suspicion.

    Args:
        suggested: int64 [n], from `suspect_labels`; -1 where the label may stand.
    """
    suspect = suggested >= 0
    best = plurality(images.votes)
    judged = suspect & (best >= 0)
    others = (images.split == TRAIN) & ~suspect & (best >= 0)
    by_class = {}
    for c, name in enumerate(EMOTIONS):
        of_class = (images.labels == c) & (images.split == TRAIN)
        marked = suggested[of_class & suspect]
        counts = np.bincount(marked, minlength=len(EMOTIONS))
        by_class[name] = {
            "images": int(of_class.sum()),
            "suspect": len(marked),
            "mostly": EMOTIONS[int(counts.argmax())] if len(marked) else None,
        }
    return {
        "suspect": int(suspect.sum()),
        "taggers_reject_the_label": _share(best[judged] != images.labels[judged]),
        "taggers_choose_the_suggestion": _share(best[judged] == suggested[judged]),
        "taggers_reject_other_labels": _share(best[others] != images.labels[others]),
        "by_class": by_class,
    }


def _share(values: np.ndarray) -> float | None:
    return round(float(values.mean()), 4) if len(values) else None
