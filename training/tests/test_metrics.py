from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from drawn_faces import draw_faces
from drawn_sets import drawn_set
from poise_training.classes import EMOTIONS
from poise_training.metrics import (
    confusion,
    expected_calibration_error,
    head_metrics,
    macro_f1,
    neutral_called_negative,
    quick_metrics,
    recalls,
    softmax,
    vote_divergence,
)

ANGRY, DISGUST, FEAR, HAPPY, SAD, SURPRISE, NEUTRAL = range(7)


def sure(predicted: list[int], confidence: float = 1.0) -> np.ndarray:
    """Probabilities that say these classes with this confidence."""
    rest = (1 - confidence) / 6
    return np.where(np.eye(7)[predicted] == 1, confidence, rest)


def test_softmax_sums_to_one_also_for_large_logits() -> None:
    logits = np.random.default_rng(1).normal(0, 300, (50, 7)).astype(np.float32)
    np.testing.assert_allclose(softmax(logits).sum(1), 1)
    np.testing.assert_allclose(softmax(np.log(np.array([[1, 2, 3, 4, 5, 6, 7]]))) * 28,
                               [[1, 2, 3, 4, 5, 6, 7]])


def test_confusion_counts_labels_by_row_and_answers_by_column() -> None:
    matrix = confusion(np.array([HAPPY, HAPPY, SAD]), np.array([HAPPY, SAD, SAD]))
    assert matrix[HAPPY, HAPPY] == matrix[HAPPY, SAD] == matrix[SAD, SAD] == 1
    assert matrix.sum() == 3
    assert matrix.shape == (7, 7)


def test_recall_and_macro_f1_are_those_counted_by_hand() -> None:
    # Happy: 2 of 3 found, 1 false: F1 = 4/6. Sad: 1 of 2 found, 1 false: F1 = 2/4.
    labels = np.array([HAPPY, HAPPY, HAPPY, SAD, SAD])
    matrix = confusion(labels, np.array([HAPPY, HAPPY, SAD, SAD, HAPPY]))
    found = recalls(matrix)
    assert found[HAPPY] == pytest.approx(2 / 3)
    assert found[SAD] == pytest.approx(1 / 2)
    assert found[ANGRY] is None
    assert macro_f1(matrix) == pytest.approx((4 / 6 + 2 / 4) / 2)


def test_a_class_that_is_only_answered_counts_with_nothing_in_the_mean() -> None:
    matrix = confusion(np.array([HAPPY, HAPPY]), np.array([HAPPY, FEAR]))
    assert macro_f1(matrix) == pytest.approx((2 / 3 + 0) / 2)


def test_calibration_error_is_the_distance_of_confidence_from_accuracy() -> None:
    labels = np.array([HAPPY] * 10)
    right = sure([HAPPY] * 8 + [SAD] * 2, 0.8)
    assert expected_calibration_error(right, labels) == pytest.approx(0, abs=1e-9)
    boast = sure([HAPPY] * 5 + [SAD] * 5, 0.9)
    assert expected_calibration_error(boast, labels) == pytest.approx(0.4)


def test_calibration_error_weighs_each_bin_by_its_images() -> None:
    labels = np.array([HAPPY] * 4)
    answers = np.concatenate([sure([HAPPY] * 3, 0.9), sure([SAD], 0.5)])
    assert expected_calibration_error(answers, labels) == pytest.approx(0.75 * 0.1 + 0.25 * 0.5)
    assert expected_calibration_error(sure([HAPPY] * 4), labels) == 0


def test_neutral_called_negative_counts_the_four_negative_expressions_alone() -> None:
    labels = np.full(8, NEUTRAL)
    answers = np.array([ANGRY, DISGUST, FEAR, SAD, HAPPY, SURPRISE, NEUTRAL, NEUTRAL])
    assert neutral_called_negative(confusion(labels, answers)) == 0.5
    assert neutral_called_negative(confusion(np.array([SAD]), np.array([SAD]))) == 0


def test_divergence_from_the_votes_is_nothing_for_the_votes_and_their_formula_otherwise() -> None:
    images = drawn_set(draw_faces(1, seed=1))
    votes = np.zeros((1, 10), np.uint8)
    votes[0, 1], votes[0, 0] = 6, 4  # happiness, neutral
    images = dataclasses.replace(images, votes=votes)
    exact = np.zeros((1, 7))
    exact[0, HAPPY], exact[0, NEUTRAL] = 0.6, 0.4
    assert vote_divergence(exact, images) == pytest.approx(0, abs=1e-6)
    even = np.full((1, 7), 1 / 7)
    expected = 0.6 * math.log(0.6 * 7) + 0.4 * math.log(0.4 * 7)
    assert vote_divergence(even, images) == pytest.approx(expected, rel=1e-5)


def test_images_without_a_label_are_left_out_of_a_heads_figures() -> None:
    figures = head_metrics(sure([HAPPY, SAD, FEAR], 0.9), np.array([HAPPY, HAPPY, -1]))
    assert figures["n"] == 2
    assert figures["accuracy"] == 0.5
    assert figures["recall"]["happy"] == 0.5  # type: ignore[index]
    assert np.sum(figures["confusion"]) == 2


def test_the_figures_of_the_log_are_percent_of_the_images_with_a_label() -> None:
    images = drawn_set(draw_faces(70, seed=1))
    perfect = np.eye(7, dtype=np.float32)[images.labels] * 9
    figures = quick_metrics(images, (perfect, perfect))
    assert figures["fer2013"] == 100
    assert figures["ferplus"] == pytest.approx(100)
    assert figures["neutral_negative"] == 0
    sad = np.eye(7, dtype=np.float32)[np.full(70, SAD)]
    figures = quick_metrics(images, (sad, sad))
    assert figures["fer2013"] == pytest.approx(100 / len(EMOTIONS))
    assert figures["neutral_negative"] == 100
