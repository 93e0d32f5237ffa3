"""Fixes the splits, by photograph, before anything else happens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .duplicates import is_blank
from .image_set import DROPPED, TEST, TRAIN, VALIDATION, ImageSet

#: Share of the training photographs that is set aside for temperatures and choices.
VALIDATION_SHARE = 0.05

#: Share of the first source's photographs that becomes test where it brings no test images.
TEST_SHARE = 0.1


def split_by_photograph(images: ImageSet, group: np.ndarray, seed: int) -> ImageSet:
    """Gives every image its split.

    The sources' test images stay test images; where the first source has none, a share of its
    photographs is set aside as test. An image that shows the same photograph as a test image is
    dropped from training, and so are blank images. Of the training photographs a share goes to
    validation. All images of a photograph go together.

    Args:
        group: int64 [n], from `group_pictures`.
        seed: fixes which photographs are validation, and test.
    """
    random = np.random.default_rng(seed)
    split = np.where(images.split == TEST, TEST, TRAIN)
    blank = is_blank(images.images)
    first = images.source == 0
    if not (split[first] == TEST).any():
        chosen = _share(group[first & ~blank], TEST_SHARE, random)
        split[first & ~blank & np.isin(group, chosen)] = TEST
    tested = np.isin(group, group[split == TEST])
    split[(split == TRAIN) & (tested | blank)] = DROPPED

    chosen = _share(group[split == TRAIN], VALIDATION_SHARE, random)
    split[(split == TRAIN) & np.isin(group, chosen)] = VALIDATION
    return replace(images, split=split, group=group)


def _share(group: np.ndarray, share: float, random: np.random.Generator) -> np.ndarray:
    """Some of the photographs of these images."""
    photographs = np.unique(group)
    return random.choice(photographs, round(len(photographs) * share), replace=False)
