from __future__ import annotations

import numpy as np
import pytest

from poise_training.calibrate import (
    SHIFTS,
    TEMPERATURES,
    Calibration,
    calibrate,
    fit_neutral_shift,
    fit_temperature,
    shift_neutral,
)
from poise_training.classes import ANSWER_OF_EMOTION, EMOTIONS
from poise_training.data.image_set import SIDE, VALIDATION, ImageSet
from poise_training.metrics import softmax

ANGRY, DISGUST, FEAR, HAPPY, SAD, SURPRISE, NEUTRAL = range(7)

#: The temperatures that are tried lie 2.5 % apart; the rest is chance.
CLOSE = 0.06


def honest(count: int, seed: int, spread: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """Logits [n, 7] that mean what they say: the labels [n] are drawn from their softmax."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, spread, (count, len(EMOTIONS)))
    drawn = rng.random((count, 1)) < softmax(logits).cumsum(1)
    return logits.astype(np.float32), drawn.argmax(1)


def leaning(to: int, margins: list[float]) -> np.ndarray:
    """Logits [n, 7] in which one expression is ahead of neutral by these margins."""
    logits = np.full((len(margins), len(EMOTIONS)), -5, np.float32)
    logits[:, NEUTRAL] = 0
    logits[:, to] = margins
    return logits


def voted(best: np.ndarray, labels: np.ndarray) -> ImageSet:
    """Validation images on which all taggers agree; -1: of which there are no votes."""
    n = len(best)
    votes = np.zeros((n, 10), np.uint8)
    seen = best >= 0
    votes[np.flatnonzero(seen), np.array(ANSWER_OF_EMOTION)[best[seen]]] = 10
    return ImageSet(
        images=np.zeros((n, SIDE, SIDE), np.uint8),
        labels=labels,
        votes=votes,
        split=np.full(n, VALIDATION),
        group=np.arange(n),
        source=np.zeros(n, np.int64),
        suspect=np.zeros(n, bool),
        source_names=("drawn",),
    )


@pytest.mark.parametrize("boast", [0.5, 1.0, 1.4, 2.5])
def test_logits_that_boast_by_some_factor_are_divided_by_it(boast: float) -> None:
    logits, labels = honest(6000, seed=1)
    assert fit_temperature(boast * logits, labels) == pytest.approx(boast, rel=CLOSE)


def test_images_without_a_label_have_no_say_in_the_temperature() -> None:
    logits, labels = honest(500, seed=2)
    alone = fit_temperature(1.4 * logits, labels)
    # Very sure and, whatever a label of -1 might be taken for, hardly ever right.
    others = np.eye(7, dtype=np.float32)[np.arange(400) % 7] * 50
    together = np.concatenate([1.4 * logits, others])
    assert fit_temperature(together, np.concatenate([labels, np.full(400, -1)])) == alone


def test_without_any_label_the_temperature_is_one() -> None:
    logits, _ = honest(20, seed=3)
    assert fit_temperature(3 * logits, np.full(20, -1)) == 1
    assert fit_temperature(logits[:0], np.zeros(0, np.int64)) == 1


def test_a_network_that_is_always_or_never_right_gets_the_end_of_the_range() -> None:
    logits = np.eye(7, dtype=np.float32)[np.arange(70) % 7]
    assert fit_temperature(logits, logits.argmax(1)) == TEMPERATURES[0]
    assert fit_temperature(logits, (logits.argmax(1) + 1) % 7) == TEMPERATURES[-1]


@pytest.mark.parametrize("negative", [ANGRY, DISGUST, FEAR, SAD])
def test_neutral_is_raised_just_until_four_percent_of_the_neutral_faces_are_called_negative(
    negative: int,
) -> None:
    # Of 100 faces 90 are seen as neutral, and six more are once neutral has 0.62 more.
    margins = [-1.0] * 90 + [0.12, 0.23, 0.34, 0.45, 0.58, 0.62] + [9.0] * 4
    neutral = np.full(100, NEUTRAL)
    shift = fit_neutral_shift(leaning(negative, margins), neutral)
    assert shift == pytest.approx(0.65)
    left = shift_neutral(leaning(negative, margins), shift).argmax(1) == negative
    assert left.sum() == 4


def test_at_four_percent_nothing_is_added_and_at_five_something_is() -> None:
    neutral = np.full(100, NEUTRAL)
    assert fit_neutral_shift(leaning(SAD, [-1.0] * 96 + [0.93] * 4), neutral) == 0
    assert fit_neutral_shift(leaning(SAD, [-1.0] * 95 + [0.93] * 5), neutral) == pytest.approx(0.95)


def test_only_neutral_faces_and_only_negative_answers_count_for_the_shift() -> None:
    seen_as_sad = leaning(SAD, [0.5] * 60)
    for label in (SAD, HAPPY, -1):
        assert fit_neutral_shift(seen_as_sad, np.full(60, label)) == 0
    for harmless in (HAPPY, SURPRISE):
        assert fit_neutral_shift(leaning(harmless, [0.5] * 60), np.full(60, NEUTRAL)) == 0
    # Three of 20 neutral faces, however many sad ones there are beside them.
    mixed = np.concatenate([seen_as_sad, leaning(SAD, [-1.0] * 17 + [0.31] * 3)])
    labels = np.concatenate([np.full(60, SAD), np.full(20, NEUTRAL)])
    assert fit_neutral_shift(mixed, labels) == pytest.approx(0.35)


def test_where_no_shift_is_enough_the_largest_is_taken_and_without_neutral_faces_none() -> None:
    assert fit_neutral_shift(leaning(FEAR, [9.0] * 30), np.full(30, NEUTRAL)) == SHIFTS[-1] == 2
    assert fit_neutral_shift(leaning(FEAR, [9.0] * 30)[:0], np.zeros(0, np.int64)) == 0


def test_the_heads_are_calibrated_each_by_its_own_kind_of_label() -> None:
    ferplus, best = honest(4000, seed=4)
    fer2013, labels = honest(4000, seed=5)
    found = calibrate(voted(best, labels), (2 * ferplus, 0.6 * fer2013))
    # Also a head that is honest about its doubt takes too many neutral faces for negative ones;
    # the shift that follows takes something away from its honesty.
    assert found.neutral_shift > 0
    assert found.fer2013_temperature == pytest.approx(0.6, rel=CLOSE)
    assert found.ferplus_temperature == pytest.approx(2, rel=0.15)


def test_the_ferplus_temperature_is_that_of_the_shifted_logits() -> None:
    # Neutral faces are a little sad to this network. Once neutral is raised it is right about all
    # faces, and may be as sure as it can; before, it is wrong about half of them.
    happy = np.eye(7, dtype=np.float32)[[HAPPY] * 50] * 5
    logits = np.concatenate([leaning(SAD, [0.52] * 50), happy])
    best = np.array([NEUTRAL] * 50 + [HAPPY] * 50)
    found = calibrate(voted(best, np.full(100, -1)), (logits, logits))
    assert found.neutral_shift == pytest.approx(0.55)
    assert found.ferplus_temperature == TEMPERATURES[0]
    assert fit_temperature(logits, best) > 1
    assert found.fer2013_temperature == 1, "there are no labels"


def test_without_votes_the_ferplus_head_is_left_as_it_is() -> None:
    logits, labels = honest(3000, seed=7)
    found = calibrate(voted(np.full(3000, -1), labels), (2 * logits, 2 * logits))
    assert (found.ferplus_temperature, found.neutral_shift) == (1, 0)
    assert found.fer2013_temperature == pytest.approx(2, rel=CLOSE)


def test_probabilities_are_of_each_head_with_its_temperature_and_the_shift_of_the_first() -> None:
    rng = np.random.default_rng(8)
    ferplus, fer2013 = rng.normal(0, 3, (2, 40, 7)).astype(np.float32)
    given = ferplus.copy(), fer2013.copy()
    first, second = Calibration(2.0, 0.5, 0.7).probabilities((ferplus, fer2013))
    # Odds against happy: a difference of logits, over the temperature.
    odds = np.log(first / first[:, [HAPPY]]) * 2
    expected = ferplus - ferplus[:, [HAPPY]] + 0.7 * (np.arange(7) == NEUTRAL)
    np.testing.assert_allclose(odds, expected, atol=1e-4)
    odds = np.log(second / second[:, [HAPPY]]) * 0.5
    np.testing.assert_allclose(odds, fer2013 - fer2013[:, [HAPPY]], atol=1e-4)
    for answer in (first, second):
        np.testing.assert_allclose(answer.sum(1), 1)
    assert np.array_equal(ferplus, given[0]) and np.array_equal(fer2013, given[1])
