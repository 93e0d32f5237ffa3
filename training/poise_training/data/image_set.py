"""One set of face crops in memory, and its file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ..errors import TrainingError

#: Width and height of a face crop in pixels.
SIDE = 48

TRAIN, VALIDATION, TEST, DROPPED = range(4)
SPLITS = ("train", "validation", "test", "dropped")

_COLUMNS = ("images", "labels", "votes", "split", "group", "source", "suspect")


@dataclass(frozen=True)
class ImageSet:
    """Face crops with labels.

    Attributes:
        images: uint8 [n, 48, 48], gray (Rec. 601 luma).
        labels: int64 [n], the source's label as a place in EMOTIONS; -1 where it has none.
        votes: uint8 [n, 10], FER+ votes; all 0 where none are known.
        split: int64 [n], TRAIN, VALIDATION, TEST or DROPPED.
        group: int64 [n], images that show the same photograph share a number.
        source: int64 [n], place in source_names.
        suspect: bool [n], the label is likely wrong; see `label_noise`.
        source_names: where the images come from.
    """

    images: np.ndarray
    labels: np.ndarray
    votes: np.ndarray
    split: np.ndarray
    group: np.ndarray
    source: np.ndarray
    suspect: np.ndarray
    source_names: tuple[str, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.images)

    @property
    def has_votes(self) -> np.ndarray:
        """bool [n]: where FER+ votes are known."""
        return self.votes.sum(1) > 0

    def take(self, indices: np.ndarray) -> "ImageSet":
        """The images at these places, or where this mask is true."""
        return replace(self, **{name: getattr(self, name)[indices] for name in _COLUMNS})

    def of_split(self, split: int) -> "ImageSet":
        """The images of one split."""
        return self.take(self.split == split)

    def digest(self, marks: bool = True) -> str:
        """SHA-256 over all that training uses: the same data, the same digest.

        Args:
            marks: whether training looks at which labels are marked as likely wrong.
        """
        sha = hashlib.sha256()
        for name in ("images", "labels", "votes", "split"):
            sha.update(np.ascontiguousarray(getattr(self, name)).tobytes())
        if marks and self.suspect.any():
            sha.update(self.suspect.tobytes())
        return sha.hexdigest()


def concatenate(sets: list[ImageSet]) -> ImageSet:
    """Several sets one after another; groups stay apart, sources keep their names."""
    names: list[str] = []
    parts: list[ImageSet] = []
    next_group = 0
    for part in sets:
        parts.append(
            replace(part, source=part.source + len(names), group=part.group + next_group)
        )
        names.extend(part.source_names)
        next_group += int(part.group.max(initial=-1)) + 1
    columns = {name: np.concatenate([getattr(p, name) for p in parts]) for name in _COLUMNS}
    return ImageSet(**columns, source_names=tuple(names))


def save(images: ImageSet, path: Path) -> None:
    """Writes a set; the file is whole or absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    with temporary.open("wb") as file:
        columns = {name: getattr(images, name) for name in _COLUMNS}
        np.savez_compressed(file, **columns, source_names=np.array(images.source_names))
    temporary.replace(path)


def load(path: Path) -> ImageSet:
    """Reads what `save` wrote.

    Raises:
        TrainingError: the file is missing or is not such a set.
    """
    if not path.exists():
        raise TrainingError(f"There is no data set at {path}. Make it with: prepare, then clean.")
    try:
        with np.load(path, allow_pickle=False) as archive:
            columns = {name: archive[name] for name in _COLUMNS}
            return ImageSet(**columns, source_names=tuple(map(str, archive["source_names"])))
    except (KeyError, ValueError, OSError) as error:
        raise TrainingError(f"{path} is not a data set that prepare wrote: {error}") from error
