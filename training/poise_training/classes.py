"""The seven expressions, the ten FER+ answers, and the way from the one to the other."""

from __future__ import annotations

import numpy as np

#: The seven expressions, in the order that every part of Poise uses.
EMOTIONS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")

#: The ten answers of FER+ (Barsoum et al. 2016), in the order of the columns of labels.csv.
FERPLUS_ANSWERS = (
    "neutral", "happiness", "surprise", "sadness", "anger",
    "disgust", "fear", "contempt", "unknown", "not_face",
)

#: For each of the seven expressions, its place among the FER+ answers.
ANSWER_OF_EMOTION = (4, 5, 6, 1, 3, 2, 0)

#: The expressions that a resting face must not be called.
NEGATIVE = tuple(EMOTIONS.index(name) for name in ("angry", "disgust", "fear", "sad"))
NEUTRAL = EMOTIONS.index("neutral")

#: A single tagger against the other nine is taken for a slip, as the makers of FER+ do.
FEWEST_VOTES = 2

_SYNONYMS = {
    "anger": "angry", "an": "angry", "ang": "angry",
    "disgusted": "disgust", "di": "disgust", "dis": "disgust",
    "afraid": "fear", "fearful": "fear", "fe": "fear",
    "happiness": "happy", "ha": "happy", "hap": "happy",
    "sadness": "sad", "sa": "sad",
    "surprised": "surprise", "su": "surprise", "sur": "surprise",
    "ne": "neutral", "neu": "neutral", "neutrality": "neutral",
}


def emotion_index(name: str) -> int | None:
    """The place in EMOTIONS of a class name or a common synonym of it; None for another word."""
    word = name.strip().lower()
    word = _SYNONYMS.get(word, word)
    return EMOTIONS.index(word) if word in EMOTIONS else None


def kept_votes(votes: np.ndarray) -> np.ndarray:
    """Votes [n, 10] without those that a single tagger gave."""
    return np.where(votes < FEWEST_VOTES, 0, votes)


def vote_distribution(votes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """FER+ votes as soft targets over the seven expressions.

    Votes for contempt, unknown and not_face have no place among the seven: they leave the
    distribution and lower its weight.

    Args:
        votes: counts, integer [n, 10].

    Returns:
        distribution, float32 [n, 7], rows sum to 1 (or are 0 where no vote is left), and weight,
        float32 [n], the share of the votes that are for one of the seven, 0 to 1.
    """
    kept = kept_votes(votes).astype(np.float32)
    seven = kept[:, list(ANSWER_OF_EMOTION)]
    total = seven.sum(1)
    distribution = seven / np.maximum(total, 1)[:, None]
    weight = total / np.maximum(kept.sum(1), 1)
    return distribution, weight.astype(np.float32)


def plurality(votes: np.ndarray) -> np.ndarray:
    """The expression on which most taggers agree; the rule of `poise evaluate`.

    Returns:
        int64 [n]: place in EMOTIONS; -1 where two answers share the first place, where no vote is
        left, and where contempt, unknown or not_face wins.
    """
    kept = kept_votes(votes)
    best = kept.max(1)
    alone = (kept == best[:, None]).sum(1) == 1
    answer_to_emotion = np.full(len(FERPLUS_ANSWERS), -1)
    answer_to_emotion[list(ANSWER_OF_EMOTION)] = range(len(EMOTIONS))
    return np.where(alone & (best > 0), answer_to_emotion[kept.argmax(1)], -1)
