"""Drawn faces as a set in memory, and a config that learns from them in seconds."""

from __future__ import annotations

import dataclasses

import numpy as np

from drawn_faces import DrawnFaces
from poise_training.config import AugmentConfig, Config, ModelConfig, OptimiserConfig
from poise_training.data.image_set import TEST, TRAIN, VALIDATION, ImageSet


def drawn_set(faces: DrawnFaces, validation: int = 0) -> ImageSet:
    """The set that reading and splitting drawn faces gives.

    Args:
        validation: of the training images the last so many are validation.
    """
    split = np.where(faces.is_test, TEST, TRAIN)
    split[len(faces) - validation :] = VALIDATION
    return ImageSet(
        images=faces.images,
        labels=faces.labels,
        votes=faces.votes,
        split=split,
        group=np.arange(len(faces)),
        source=np.zeros(len(faces), np.int64),
        suspect=np.zeros(len(faces), bool),
        source_names=("drawn",),
    )


def tiny_config(**changes: object) -> Config:
    """A short run of the small network on small faces, with everything switched on that draws."""
    config = Config(
        model=ModelConfig("poise_net", dropout=0.1, drop_path=0.1),
        epochs=3,
        batch_size=16,
        ema_decay=0.9,
        sizes=((0.0, 24), (0.5, 32)),
        optimiser=OptimiserConfig(peak_rate=0.02),
        augment=AugmentConfig(erase=0.2),
    )
    return dataclasses.replace(config, **changes)
