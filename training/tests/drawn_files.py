"""Writes drawn faces in the three forms in which people have FER2013."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from PIL import Image

from drawn_faces import DrawnFaces
from poise_training.classes import EMOTIONS, FERPLUS_ANSWERS
from poise_training.data.image_set import SIDE
from poise_training.data.read import TILES

#: The answers as the header of the published fer2013new.csv calls them.
_PUBLISHED_ANSWERS = (*FERPLUS_ANSWERS[:-1], "NF")


def write_sheets(faces: DrawnFaces, folder: Path) -> Path:
    """Sheets of 64 by 64 tiles and labels.csv.

    Returns:
        the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheets = np.zeros((-(-len(faces) // TILES**2), TILES * SIDE, TILES * SIDE), np.uint8)
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        answers = [f"ferplus_{answer}" for answer in FERPLUS_ANSWERS]
        writer.writerow(["sheet", "tile", "split", "label", *answers])
        for i in range(len(faces)):
            sheet, tile = divmod(i, TILES**2)
            top, left = tile // TILES * SIDE, tile % TILES * SIDE
            sheets[sheet, top : top + SIDE, left : left + SIDE] = faces.images[i]
            split = "public_test" if faces.is_test[i] else "train"
            writer.writerow([sheet, tile, split, EMOTIONS[faces.labels[i]], *faces.votes[i]])
    for number, sheet in enumerate(sheets):
        Image.fromarray(sheet).save(folder / f"sheet-{number:02d}.png")
    return folder


def write_csv(faces: DrawnFaces, folder: Path) -> Path:
    """fer2013.csv and fer2013new.csv.

    Returns:
        the path of fer2013.csv.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "fer2013.csv"
    usages = ["PublicTest" if test else "Training" for test in faces.is_test]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["emotion", "pixels", "Usage"])
        for image, label, usage in zip(faces.images, faces.labels, usages, strict=True):
            writer.writerow([label, " ".join(map(str, image.ravel())), usage])
    with (folder / "fer2013new.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Usage", "Image name", *_PUBLISHED_ANSWERS])
        for i, (usage, votes) in enumerate(zip(usages, faces.votes, strict=True)):
            writer.writerow([usage, f"fer{i:07d}.png", *votes])
    return path


def write_folders(faces: DrawnFaces, folder: Path) -> Path:
    """A folder of images for each split and expression; votes have no place in this form.

    Returns:
        the folder.
    """
    for i in range(len(faces)):
        split = "test" if faces.is_test[i] else "train"
        place = folder / split / EMOTIONS[faces.labels[i]]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(faces.images[i]).save(place / f"{i:05d}.png")
    return folder
