"""Finds pictures that show the same photograph, also mirrored, shifted or with another watermark.

FER2013 was collected from web searches, and the same photograph often came in twice. Two steps: a
coarse descriptor (12 by 12 means, centred, of unit length) finds candidates by one matrix product;
the normalised cross-correlation of the full crops, best over small shifts, decides. The threshold
is where the correlation of FER2013's pairs has its gap: see the histogram that `report` prints.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

#: Correlation of the full crops from which two pictures count as one photograph. Of FER2013's
#: pairs looked at by eye, nearly all above 0.92 and about half between 0.90 and 0.92 are.
SAME_PHOTOGRAPH = 0.91

#: Correlation of the coarse descriptors from which a pair is looked at closely.
CANDIDATE = 0.88

#: Largest shift, in pixels of 48, over which two crops are laid on each other.
LARGEST_SHIFT = 2

#: Standard deviation of the gray values under which a picture shows nothing.
BLANK = 5.0

_CHUNK = 2048


def is_blank(images: np.ndarray) -> np.ndarray:
    """Which pictures show nothing: bool [n] of uint8 [n, h, w]."""
    return images.std((1, 2)) < BLANK


@dataclass(frozen=True)
class Pairs:
    """Pairs of pictures that may be one photograph.

    Attributes:
        first, second: int64 [m], places of the two pictures, first < second.
        mirrored: bool [m], whether the first must be mirrored to lie on the second.
        correlation: float32 [m], -1 to 1, of the full crops.
    """

    first: np.ndarray
    second: np.ndarray
    mirrored: np.ndarray
    correlation: np.ndarray

    @property
    def same(self) -> np.ndarray:
        """bool [m]: the pairs that count as one photograph."""
        return self.correlation >= SAME_PHOTOGRAPH


def _unit(rows: torch.Tensor) -> torch.Tensor:
    rows = rows - rows.mean(1, keepdim=True)
    return rows / rows.norm(dim=1, keepdim=True).clamp_min(1e-6)


def _descriptor(images: torch.Tensor) -> torch.Tensor:
    return _unit(F.avg_pool2d(images, 4).flatten(1))


def _candidates(images: torch.Tensor) -> torch.Tensor:
    plain = _descriptor(images)
    found = [torch.zeros(0, 3, dtype=torch.int64)]
    for mirrored, queries in ((0, plain), (1, _descriptor(images.flip(3)))):
        for start in range(0, len(images), _CHUNK):
            close = queries[start : start + _CHUNK] @ plain.T > CANDIDATE
            row, column = close.nonzero(as_tuple=True)
            row = row + start
            ordered = row < column
            pair = torch.stack([row, column, torch.full_like(row, mirrored)], 1)
            found.append(pair[ordered])
    return torch.cat(found)


def _correlation(images: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
    edge, side = LARGEST_SHIFT, images.shape[-1]
    inner = side - 2 * edge
    shifts = range(2 * edge + 1)
    results: list[torch.Tensor] = []
    for part in pairs.split(_CHUNK):
        first = images[part[:, 0], 0]
        first = torch.where(part[:, 2, None, None] == 1, first.flip(2), first)
        second = _unit(images[part[:, 1], 0, edge : edge + inner, edge : edge + inner].flatten(1))
        best = torch.full((len(part),), -1.0)
        for top in shifts:
            for left in shifts:
                moved = _unit(first[:, top : top + inner, left : left + inner].flatten(1))
                best = torch.maximum(best, (moved * second).sum(1))
        results.append(best)
    return torch.cat(results) if results else torch.zeros(0)


def find_pairs(images: np.ndarray) -> Pairs:
    """All pairs among the pictures that may be one photograph.

    Blank pictures are in no pair: two of them would correlate by their noise.

    Args:
        images: uint8 [n, 48, 48].
    """
    shown = np.flatnonzero(~is_blank(images))
    pixels = torch.from_numpy(images[shown]).float()[:, None]
    pairs = _candidates(pixels)
    correlation = _correlation(pixels, pairs).numpy()
    return Pairs(
        first=shown[pairs[:, 0].numpy()],
        second=shown[pairs[:, 1].numpy()],
        mirrored=pairs[:, 2].numpy() == 1,
        correlation=correlation,
    )


def group_pictures(count: int, pairs: Pairs) -> np.ndarray:
    """Numbers the photographs: pictures linked by pairs, also over others, share a number.

    Returns:
        int64 [count], numbers from 0 in the order of each group's first picture.
    """
    parent = np.arange(count)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = int(parent[i])
        return i

    for a, b in zip(pairs.first[pairs.same], pairs.second[pairs.same], strict=True):
        low, high = sorted((root(int(a)), root(int(b))))
        parent[high] = low
    roots = np.array([root(i) for i in range(count)])
    return np.unique(roots, return_inverse=True)[1].astype(np.int64)
