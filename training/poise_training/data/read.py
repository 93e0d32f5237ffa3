"""Reads images in the three forms in which people have FER2013 and sets like it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from ..classes import EMOTIONS, FERPLUS_ANSWERS, emotion_index
from ..errors import TrainingError
from .image_set import SIDE, TEST, TRAIN, ImageSet

#: Tiles in one row, and rows in one sheet, of the sheets form.
TILES = 64

_IMAGE_ENDINGS = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}

#: Names of splits that hold images to test on. FER2013's private test is kept for an independent
#: check and is not read.
_TRAIN_NAMES = {"train", "training"}
_TEST_NAMES = {"publictest", "test", "testing", "validation", "valid", "val"}
_PRIVATE_NAMES = {"privatetest"}

#: The answers as the header of the published votes calls them, in lower case. FER2013's csv
#: numbers its classes in the order that Poise uses too.
_PUBLISHED_ANSWERS = (*FERPLUS_ANSWERS[:-1], "nf")

#: What a cell that is missing or no number leads to.
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


def read_source(path: Path, say: Callable[[str], None]) -> ImageSet:
    """Reads one source, whatever its form: sheets with labels.csv, FER2013's csv, class folders.

    Args:
        path: a folder, or a csv file with the columns emotion, pixels and Usage. A csv with FER+
            votes (fer2013new.csv) beside it is used when it has the same number of lines.
        say: is told which pictures are left out because their folder is named as no expression.

    Raises:
        TrainingError: nothing of these forms is there, or a line cannot be read.
    """
    if path.is_file() and path.suffix == ".csv":
        return _read_csv(path)
    if (path / "labels.csv").exists():
        return _read_sheets(path)
    if (path / "fer2013.csv").exists():
        return _read_csv(path / "fer2013.csv")
    if path.is_dir():
        return _read_folders(path, say)
    raise TrainingError(
        f"{path} is no data set. Give a folder with labels.csv and sheets, the file fer2013.csv, "
        "or a folder with one folder of images per expression."
    )


def _split_of(name: str) -> int | None:
    """The split for a source's name of it; None for images that must stay unread."""
    word = re.sub(r"[\s_-]", "", name.lower())
    if word in _PRIVATE_NAMES:
        return None
    if word in _TEST_NAMES:
        return TEST
    if word in _TRAIN_NAMES:
        return TRAIN
    raise ValueError(f'"{name}" is no split: train, public_test, test or validation is')


def _image_set(name: str, rows: list[tuple[np.ndarray, int, list[int], int]]) -> ImageSet:
    if not rows:
        raise TrainingError(f"{name} holds no image that can be used.")
    images, labels, votes, split = zip(*rows, strict=True)
    count = len(images)
    return ImageSet(
        images=np.stack(images).astype(np.uint8),
        labels=np.array(labels, dtype=np.int64),
        votes=np.array(votes, dtype=np.uint8),
        split=np.array(split, dtype=np.int64),
        group=np.arange(count, dtype=np.int64),
        source=np.zeros(count, dtype=np.int64),
        suspect=np.zeros(count, dtype=bool),
        source_names=(name,),
    )


def _votes_of(row: dict[str, str], columns: tuple[str, ...]) -> list[int]:
    votes = [int(row.get(column) or 0) for column in columns]
    if min(votes) < 0 or max(votes) > 255:
        raise ValueError("a count of votes is 0 to 255")
    return votes


def _read_sheets(folder: Path) -> ImageSet:
    columns = tuple(f"ferplus_{answer}" for answer in FERPLUS_ANSWERS)
    sheets: dict[int, np.ndarray] = {}
    rows: list[tuple[np.ndarray, int, list[int], int]] = []
    with (folder / "labels.csv").open(newline="", encoding="utf-8-sig") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            try:
                sheet, tile, label = int(row["sheet"]), int(row["tile"]), row["label"]
                votes = _votes_of(row, columns)
                split = _split_of(row.get("split") or "train")
            except _UNREADABLE as error:
                raise TrainingError(f"{folder}/labels.csv, line {number}: {error}") from error
            index = emotion_index(label)
            if split is None or index is None:
                continue
            if sheet not in sheets:
                sheets[sheet] = _gray(folder / f"sheet-{sheet:02d}.png")
            top, left = tile // TILES * SIDE, tile % TILES * SIDE
            pixels = sheets[sheet][top : top + SIDE, left : left + SIDE]
            if tile < 0 or pixels.shape != (SIDE, SIDE):
                raise TrainingError(f"{folder}/labels.csv, line {number}: no tile {tile}.")
            rows.append((pixels, index, votes, split))
    return _image_set(folder.name, rows)


def _read_csv(path: Path) -> ImageSet:
    votes = _published_votes(path.with_name("fer2013new.csv"))
    rows: list[tuple[np.ndarray, int, list[int], int]] = []
    lines = _lines(path)
    if votes is not None and len(votes) != len(lines):
        raise TrainingError(
            f"fer2013new.csv has {len(votes)} lines and {path.name} has {len(lines)}: the votes "
            "cannot be matched. Give the two files as they were published."
        )
    for i, row in enumerate(lines):
        try:
            label = int(row["emotion"])
            pixels = np.array(row["pixels"].split(), dtype=np.int64).reshape(SIDE, SIDE)
            if not 0 <= label < len(EMOTIONS) or pixels.min() < 0 or pixels.max() > 255:
                raise ValueError("a label is 0 to 6, a pixel 0 to 255")
            split = _split_of(row.get("usage") or "train")
        except _UNREADABLE as error:
            raise TrainingError(f"{path}, line {i + 2}: {error}") from error
        if split is not None:
            no_votes = [0] * len(FERPLUS_ANSWERS)
            rows.append((pixels, label, no_votes if votes is None else votes[i], split))
    return _image_set(path.stem, rows)


def _lines(path: Path) -> list[dict[str, str]]:
    """The lines of a csv by the lower-case names of their columns."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return [
            {(key or "").strip().lower(): value for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def _published_votes(path: Path) -> list[list[int]] | None:
    """The FER+ votes as their makers publish them; None where the file is missing."""
    if not path.exists():
        return None
    votes: list[list[int]] = []
    for number, row in enumerate(_lines(path), start=2):
        try:
            votes.append(_votes_of(row, _PUBLISHED_ANSWERS))
        except _UNREADABLE as error:
            raise TrainingError(f"{path}, line {number}: {error}") from error
    return votes


def _read_folders(root: Path, say: Callable[[str], None]) -> ImageSet:
    left_out: Counter[str] = Counter()
    rows: list[tuple[np.ndarray, int, list[int], int]] = []
    no_votes = [0] * len(FERPLUS_ANSWERS)
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() not in _IMAGE_ENDINGS:
            continue
        index = emotion_index(path.parent.name)
        if index is None:
            left_out[path.parent.name] += 1
            continue
        split = _split_of_folder(path.parent.parent, root)
        if split is not None:
            rows.append((_square_crop(_gray(path)), index, no_votes, split))
    for name, count in sorted(left_out.items()):
        say(f"{root}: {count} pictures in {name}/ left out: that is none of {', '.join(EMOTIONS)}")
    return _image_set(root.name, rows)


def _split_of_folder(folder: Path, root: Path) -> int | None:
    """The split of the nearest folder above an expression's that is named like one, else train."""
    while folder != root and root in folder.parents:
        try:
            return _split_of(folder.name)
        except ValueError:
            folder = folder.parent
    return TRAIN


def _gray(path: Path) -> np.ndarray:
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("L"))
    except (UnidentifiedImageError, OSError) as error:
        raise TrainingError(f"{path} cannot be read as an image: {error}") from error


def _square_crop(pixels: np.ndarray) -> np.ndarray:
    """The middle square, resized to a face crop: folders hold pictures that are cut to the face."""
    if pixels.shape == (SIDE, SIDE):
        return pixels
    height, width = pixels.shape
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = Image.fromarray(pixels[top : top + side, left : left + side])
    return np.asarray(square.resize((SIDE, SIDE), Image.Resampling.BOX if side > SIDE
                                    else Image.Resampling.BILINEAR))
