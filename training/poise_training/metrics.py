"""How good answers are. The definitions are those of `poise evaluate`."""

from __future__ import annotations

from typing import Any

import numpy as np

from .classes import EMOTIONS, NEGATIVE, NEUTRAL, plurality, vote_distribution
from .data.image_set import ImageSet

#: Bins of the expected calibration error.
CALIBRATION_BINS = 15


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities [n, 7] of logits [n, 7], in float64."""
    shifted = logits.astype(np.float64) - logits.max(1, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(1, keepdims=True)


def confusion(labels: np.ndarray, predicted: np.ndarray) -> np.ndarray:
    """Counts [label, predicted], int64 [7, 7]."""
    cells = labels * len(EMOTIONS) + predicted
    return np.bincount(cells, minlength=len(EMOTIONS) ** 2).reshape(len(EMOTIONS), -1)


def recalls(matrix: np.ndarray) -> list[float | None]:
    """Share of each class's images that are found; None for a class without images."""
    totals = matrix.sum(1)
    return [
        float(found / total) if total > 0 else None
        for found, total in zip(np.diag(matrix), totals, strict=True)
    ]


def macro_f1(matrix: np.ndarray) -> float:
    """Mean F1 of the classes that have images or are answered; 0 where there is none."""
    both = matrix.sum(0) + matrix.sum(1)
    f1 = 2 * np.diag(matrix) / np.maximum(both, 1)
    return float(f1[both > 0].mean()) if both.any() else 0.0


def expected_calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Mean distance between confidence and accuracy over equal bins (Guo et al. 2017).

    A value on an edge falls in the lower bin.
    """
    confidence = probabilities.max(1)
    right = probabilities.argmax(1) == labels
    bins = (np.ceil(confidence * CALIBRATION_BINS) - 1).clip(0, CALIBRATION_BINS - 1)
    error = 0.0
    for i in range(CALIBRATION_BINS):
        inside = bins == i
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(error)


def neutral_called_negative(matrix: np.ndarray) -> float:
    """Share of the neutral faces that are called angry, disgust, fear or sad."""
    return float(matrix[NEUTRAL, list(NEGATIVE)].sum() / max(1, matrix[NEUTRAL].sum()))


def vote_divergence(probabilities: np.ndarray, images: ImageSet) -> float:
    """Mean Kullback-Leibler divergence, in nats, of the answers from the FER+ votes."""
    votes, weight = vote_distribution(images.votes)
    known = weight > 0
    if not known.any():
        return 0.0
    p, q = votes[known].astype(np.float64), probabilities[known].clip(1e-9)
    terms = np.where(p > 0, p * np.log(np.maximum(p, 1e-12) / q), 0)
    return float(terms.sum(1).mean())


def head_metrics(probabilities: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """All figures of one head against one kind of label; images with the label -1 are left out."""
    known = labels >= 0
    probabilities, labels = probabilities[known], labels[known]
    matrix = confusion(labels, probabilities.argmax(1))
    return {
        "n": int(known.sum()),
        "accuracy": float(np.trace(matrix) / max(1, matrix.sum())),
        "macro_f1": macro_f1(matrix),
        "recall": dict(zip(EMOTIONS, recalls(matrix), strict=True)),
        "ece": expected_calibration_error(probabilities, labels),
        "neutral_called_negative": neutral_called_negative(matrix),
        "confusion": matrix.tolist(),
    }


def quick_metrics(images: ImageSet, answers: tuple[np.ndarray, np.ndarray]) -> dict[str, float]:
    """The few figures that the log of a run shows, in percent."""
    ferplus = head_metrics(softmax(answers[0]), plurality(images.votes))
    fer2013 = head_metrics(softmax(answers[1]), images.labels)
    return {
        "fer2013": 100 * fer2013["accuracy"],
        "ferplus": 100 * ferplus["accuracy"],
        "ferplus_f1": 100 * ferplus["macro_f1"],
        "neutral_negative": 100 * ferplus["neutral_called_negative"],
    }
