from __future__ import annotations

import numpy as np
import pytest

from poise_training.classes import (
    ANSWER_OF_EMOTION,
    EMOTIONS,
    FERPLUS_ANSWERS,
    emotion_index,
    plurality,
    vote_distribution,
)

#: The seven expressions by the names that FER+ has for them.
FERPLUS_NAMES = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")


def votes_for(**counts: int) -> np.ndarray:
    return np.array([[counts.get(answer, 0) for answer in FERPLUS_ANSWERS]], np.uint8)


def random_votes(seed: int, count: int = 2000) -> np.ndarray:
    """Votes of ten taggers, from unanimous to spread over all answers."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.full(len(FERPLUS_ANSWERS), 0.3), count)
    return np.stack([rng.multinomial(10, share) for share in shares]).astype(np.uint8)


def reference_label(votes: list[int]) -> str | None:
    """The rule of `poise evaluate`, told step by step."""
    kept = [count if count >= 2 else 0 for count in votes]
    most = max(kept)
    winners = [answer for answer, n in zip(FERPLUS_ANSWERS, kept, strict=True) if n == most]
    if most == 0 or len(winners) > 1 or winners[0] not in FERPLUS_NAMES:
        return None
    return EMOTIONS[FERPLUS_NAMES.index(winners[0])]


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ({"happiness": 10}, "happy"),
        ({"anger": 6, "disgust": 4}, "angry"),
        ({"sadness": 5, "neutral": 5}, None),
        ({"sadness": 3, "neutral": 3, "fear": 4}, "fear"),
        ({"contempt": 6, "neutral": 4}, None),
        ({"unknown": 4, "surprise": 6}, "surprise"),
        ({"not_face": 10}, None),
        ({answer: 1 for answer in FERPLUS_ANSWERS}, None),
        ({"surprise": 2, "neutral": 1, "fear": 1, "sadness": 1, "anger": 1}, "surprise"),
        ({}, None),
    ],
)
def test_the_plurality_is_the_answer_that_most_taggers_give(
    counts: dict[str, int], label: str | None
) -> None:
    [place] = plurality(votes_for(**counts))
    assert (EMOTIONS[place] if place >= 0 else None) == label


@pytest.mark.parametrize("seed", range(3))
def test_the_plurality_is_that_of_the_rule_told_step_by_step(seed: int) -> None:
    votes = random_votes(seed)
    expected = [reference_label(row) for row in votes.tolist()]
    found = [EMOTIONS[place] if place >= 0 else None for place in plurality(votes)]
    assert found == expected


@pytest.mark.parametrize("seed", range(3))
def test_distributions_sum_to_one_where_a_vote_is_left_and_weights_are_shares(seed: int) -> None:
    distribution, weight = vote_distribution(random_votes(seed))
    assert distribution.dtype == weight.dtype == np.float32
    assert ((weight >= 0) & (weight <= 1)).all()
    np.testing.assert_allclose(distribution.sum(1), np.where(weight > 0, 1, 0), atol=1e-6)


def test_the_plurality_is_the_peak_of_the_distribution() -> None:
    votes = random_votes(7)
    best = plurality(votes)
    known = best >= 0
    assert (vote_distribution(votes)[0].argmax(1)[known] == best[known]).all()


def test_votes_for_no_expression_lower_the_weight_and_single_votes_count_for_nothing() -> None:
    [row], [weight] = vote_distribution(votes_for(neutral=4, sadness=2, contempt=3, fear=1))
    assert dict(zip(EMOTIONS, row.tolist(), strict=True)) == pytest.approx(
        {**dict.fromkeys(EMOTIONS, 0), "neutral": 4 / 6, "sad": 2 / 6}
    )
    assert weight == pytest.approx(6 / 9)


def test_every_expression_has_its_answer() -> None:
    assert tuple(FERPLUS_ANSWERS[i] for i in ANSWER_OF_EMOTION) == FERPLUS_NAMES


@pytest.mark.parametrize("index", range(len(EMOTIONS)))
def test_an_expression_is_known_by_its_name_and_by_that_of_ferplus(index: int) -> None:
    assert emotion_index(EMOTIONS[index]) == index
    assert emotion_index(f" {FERPLUS_NAMES[index].upper()} ") == index


@pytest.mark.parametrize("word", ["contempt", "", "7", "faces"])
def test_another_word_is_no_expression(word: str) -> None:
    assert emotion_index(word) is None
