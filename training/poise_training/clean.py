"""Finds copies and likely wrong labels, and fixes the splits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .classes import EMOTIONS, plurality
from .config import AugmentConfig, Config, LossConfig, ModelConfig
from .data.duplicates import SAME_PHOTOGRAPH, Pairs, find_pairs, group_pictures
from .data.image_set import DROPPED, SPLITS, TEST, TRAIN, ImageSet
from .data.label_noise import describe_suspects, fold_photographs, suspect_labels
from .data.split import split_by_photograph
from .metrics import confusion, softmax
from .predict import predict_logits
from .runs import load_model
from .train import Trainer

#: Fixes the validation images and the folds. Another number, another data set.
SPLIT_SEED = 2013

Say = Callable[[str], None]


@dataclass(frozen=True)
class FoldTraining:
    """How networks are trained that judge labels.

    Attributes:
        folds: each image is judged by a network that has learned from the other parts; 0: labels
            are not judged.
        epochs: of each network.
        batch_size: images in a batch.
    """

    folds: int = 3
    epochs: int = 8
    batch_size: int = 128


def clean(
    images: ImageSet, training: FoldTraining, folder: Path, say: Say
) -> tuple[ImageSet, dict[str, object]]:
    """Groups copies, fixes the splits, marks suspect labels.

    Args:
        images: what `prepare` read.
        folder: where the networks that judge labels are kept, so that they go on after a cut.

    Returns:
        The data set to train on, and what was found, for `report`.
    """
    say(f"looking for copies among {len(images)} images")
    pairs = find_pairs(images.images)
    group = group_pictures(len(images), pairs)
    result = split_by_photograph(images, group, SPLIT_SEED)
    found: dict[str, object] = {
        "images": len(images),
        "sources": list(images.source_names),
        "splits": _split_counts(result),
        "copies": _describe_copies(result, pairs),
        "label_against_taggers": _label_against_taggers(images),
    }
    if training.folds > 1:
        suggested = _judge_labels(result, training, folder, say)
        found["labels"] = describe_suspects(result, suggested)
        result = replace(result, suspect=suggested >= 0)
    return result, found


def _split_counts(images: ImageSet) -> dict[str, dict[str, int]]:
    return {
        name: {
            emotion: int(((images.split == split) & (images.labels == c)).sum())
            for c, emotion in enumerate(EMOTIONS)
        }
        for split, name in enumerate(SPLITS)
    }


def _describe_copies(images: ImageSet, pairs: Pairs) -> dict[str, object]:
    group = images.group
    sizes = np.bincount(group)
    same = pairs.same
    first, second = pairs.first[same], pairs.second[same]
    test = images.split == TEST
    elsewhere = np.isin(group, group[~test])
    histogram, edges = np.histogram(pairs.correlation.clip(max=1), bins=np.arange(0.7, 1.0001, 0.02))
    exact = len(images) - len(np.unique(images.images.reshape(len(images), -1), axis=0))
    return {
        "threshold": SAME_PHOTOGRAPH,
        "exact": int(exact),
        "pairs": int(same.sum()),
        "mirrored_pairs": int(pairs.mirrored[same].sum()),
        "pairs_across_sources": int((images.source[first] != images.source[second]).sum()),
        "pairs_with_different_labels": int((images.labels[first] != images.labels[second]).sum()),
        "photographs": len(sizes),
        "photographs_more_than_once": int((sizes > 1).sum()),
        "largest": int(sizes.max(initial=0)),
        "test_images": int(test.sum()),
        "test_images_with_a_copy_outside": int((test & elsewhere).sum()),
        "correlations": [
            [round(float(edge), 2), int(count)]
            for edge, count in zip(edges[:-1], histogram, strict=True)
        ],
    }


def _label_against_taggers(images: ImageSet) -> list[list[int]] | None:
    best = plurality(images.votes)
    known = (best >= 0) & (images.labels >= 0)
    return confusion(images.labels[known], best[known]).tolist() if known.any() else None


def _judge_labels(
    images: ImageSet, training: FoldTraining, folder: Path, say: Say
) -> np.ndarray:
    """The likelier class of each suspect image, -1 for all others."""
    folds = fold_photographs(images, training.folds, SPLIT_SEED)
    config = Config(
        model=ModelConfig("poise_net", input_size=32),
        epochs=training.epochs,
        batch_size=training.batch_size,
        ema_decay=0.99,
        # The head that judges is FER2013's; votes, where there are any, make its features better.
        loss=LossConfig(ferplus_weight=float(images.has_votes.any())),
        augment=AugmentConfig(light=0.3, erase=0.0, mixup_alpha=0.0),
    )
    probabilities = np.zeros((len(images), len(EMOTIONS)))
    for part in range(folds.count):
        say(f"judging labels, part {part + 1} of {folds.count}")
        held_out = folds.fold == part
        seen = replace(images, split=np.where(held_out, DROPPED, images.split))
        run = folder / f"{part + 1}-of-{folds.count}"
        Trainer(config, seen, run, say).run()
        _, logits = predict_logits(load_model(run), images.images[held_out])
        probabilities[held_out] = softmax(logits)
    judged = (images.split == TRAIN) & (images.labels >= 0)
    suggested = np.full(len(images), -1)
    suggested[judged] = suspect_labels(probabilities[judged], images.labels[judged])
    return suggested
