"""Fixes the splits, by photograph, before anything else happens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .duplicates import is_blank
from .image_set import DROPPED, TEST, TRAIN, VALIDATION, ImageSet

#: Share of the training photographs that is set aside for temperatures and choices.
VALIDATION_SHARE = 0.05


def split_by_photograph(images: ImageSet, group: np.ndarray, seed: int) -> ImageSet:
    """Gives every image its split.

    The sources' test images stay test images. An image that shows the same photograph as a test
    image is dropped from training, and so are blank images. Of the training photographs a share
    goes to validation, all images of a photograph together.

    Args:
        group: int64 [n], from `group_pictures`.
        seed: fixes which photographs are validation.
    """
    split = np.where(images.split == TEST, TEST, TRAIN)
    tested = np.isin(group, group[split == TEST])
    blank = is_blank(images.images)
    split[(split == TRAIN) & (tested | blank)] = DROPPED

    photographs = np.unique(group[split == TRAIN])
    count = round(len(photographs) * VALIDATION_SHARE)
    chosen = np.random.default_rng(seed).choice(photographs, count, replace=False)
    split[(split == TRAIN) & np.isin(group, chosen)] = VALIDATION
    return replace(images, split=split, group=group)
