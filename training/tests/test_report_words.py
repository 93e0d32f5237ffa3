from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from drawn_faces import copies_of, draw_faces
from drawn_sets import drawn_set
from poise_training.classes import EMOTIONS, plurality
from poise_training.clean import FoldTraining, clean
from poise_training.data.image_set import SPLITS, TRAIN, ImageSet, concatenate
from poise_training.report import describe
from poise_training.runs import write_json

_TRAINING = Path(__file__).parents[1]

#: Labels are not judged: no network is trained.
UNJUDGED = FoldTraining(folds=0)


def quiet(_: str) -> None:
    """Says nothing."""


def as_written(found: dict[str, object]) -> dict[str, Any]:
    """What `report` reads of what `clean` found."""
    return json.loads(json.dumps(found))


def found_in(images: ImageSet, folder: Path) -> dict[str, Any]:
    return as_written(clean(images, UNJUDGED, folder, quiet)[1])


def line(text: str, start: str) -> str:
    """The line of a text that starts so, without what it starts with."""
    (found,) = (row for row in map(str.strip, text.splitlines()) if row.startswith(start))
    return found.removeprefix(start).strip()


def table(text: str, corner: str) -> dict[str, dict[str, str]]:
    """The cells of a table by row and column; its first heading is the corner."""
    head, *rows = text[text.index(corner) :].split("\n\n")[0].splitlines()
    columns = head[len(corner) :].split()
    cells = [row.replace(" %", "%").split() for row in rows]
    return {name: dict(zip(columns, values, strict=True)) for name, *values in cells}


@pytest.fixture(scope="module")
def images() -> ImageSet:
    """Two sources with copies in and between them, some wrong labels, some faces without votes."""
    first = drawn_set(draw_faces(300, seed=2, copied=40))
    second = dataclasses.replace(drawn_set(draw_faces(60, seed=3)), source_names=("second",))
    # Of five training faces of the first source; a third one of its first test face; and a test
    # face of the second source that the first has for training.
    second.images[20:25] = first.images[100:105]
    second.images[25] = first.images[0]
    second.images[3] = copies_of(first.images[120])[1]
    # What is like another face, mirrored, but not enough like it to be the same photograph.
    grain = np.random.default_rng(1).normal(0, 35, first.images[140].shape)
    second.images[30] = (first.images[140][:, ::-1] + grain).clip(0, 255)
    images = concatenate([first, second])
    images.votes[200:220] = 0
    images.labels[130:164] = (images.labels[130:164] + 1) % len(EMOTIONS)
    return images


@pytest.fixture(scope="module")
def cleaned(images: ImageSet, tmp_path_factory: pytest.TempPathFactory) -> tuple[ImageSet, str]:
    """The set after `clean` with two networks that judge its labels, and the report."""
    folder = tmp_path_factory.mktemp("folds")
    training = FoldTraining(folds=2, epochs=1, batch_size=32)
    result, found = clean(images, training, folder, quiet)
    return result, describe(as_written(found))


def test_the_report_counts_the_images_of_each_split_by_their_label(
    cleaned: tuple[ImageSet, str],
) -> None:
    result, text = cleaned
    assert text.startswith("360 images from drawn, second\n")
    rows = table(text, "split ")
    assert tuple(rows) == SPLITS
    for split, name in enumerate(SPLITS):
        labels = result.labels[result.split == split].tolist()
        counts = {emotion: str(labels.count(c)) for c, emotion in enumerate(EMOTIONS)}
        assert rows[name] == {**counts, "all": str(len(labels))}
    assert rows["test"]["all"] == str(52 + 12)
    # 40 copies of test faces, the third one of the first, and that of the second source's.
    assert rows["dropped"]["all"] == "42"


def test_the_report_counts_the_copies_that_were_drawn(
    images: ImageSet, cleaned: tuple[ImageSet, str]
) -> None:
    _, text = cleaned
    # A quarter of the 40 copies is exact, and so are the six of the second source.
    assert line(text, "exact copies:") == "16"
    drawn = [(i, 260 + i) for i in range(40)]
    across = [(100 + i, 320 + i) for i in range(5)] + [(0, 325), (260, 325), (120, 303)]
    pairs = drawn + across
    differently = sum(images.labels[a] != images.labels[b] for a, b in pairs)
    assert 0 < differently < len(across), "of the copies that `draw_faces` makes none"
    assert line(text, "pairs:") == (
        f"48, of them mirrored 11, across sources 8, with different labels {differently}"
    )
    assert line(text, "photographs:") == f"{360 - 47}, of them 46 more than once, one 3 times"
    outside = line(text, "test images with a copy outside the test:")
    assert outside == "41 of 64 (64.1 %); the copies are dropped from training"
    assert "at least 0.91" in text


def test_the_bars_are_as_long_as_there_are_pairs_and_the_longest_is_40(
    images: ImageSet, tmp_path: Path
) -> None:
    found = found_in(images, tmp_path)
    # A copy correlates with its original by nearly 1, and one pair of faces is only alike.
    assert line(describe(found), "0.98") == "#" * 40 + " 48"
    lower = [f"{edge:.2f}" for edge in np.arange(0.7, 0.91, 0.02)]
    assert sum(int(line(describe(found), edge).split()[-1]) for edge in lower) == 1
    found["copies"]["correlations"] = [[0.7, 0], [0.72, 30], [0.74, 120], [0.76, 60]]
    text = describe(found)
    bars = [line(text, edge) for edge in ("0.70", "0.72", "0.74", "0.76")]
    assert bars == ["0", "#" * 10 + " 30", "#" * 40 + " 120", "#" * 20 + " 60"]


def test_the_report_sets_labels_against_what_most_taggers_chose(
    images: ImageSet, cleaned: tuple[ImageSet, str]
) -> None:
    _, text = cleaned
    # 20 of 360 have no votes, and 34 of the others were given a wrong label.
    assert line(text, "Labels against FER+:") == (
        "90.0 % of 340 images have the label that most taggers chose"
    )
    rows = table(text, "label \\ most taggers")
    best = plurality(images.votes)
    for c, label in enumerate(EMOTIONS):
        chosen = best[(images.labels == c) & (best >= 0)]
        shares = [f"{100 * float((chosen == other).mean()):.1f}%" for other in range(len(EMOTIONS))]
        assert rows[label] == dict(zip(EMOTIONS, shares, strict=True))


def test_the_report_counts_the_labels_that_clean_marks_as_likely_wrong(
    cleaned: tuple[ImageSet, str],
) -> None:
    result, text = cleaned
    assert 0 < result.suspect.sum() < (result.split == TRAIN).sum()
    assert line(text, "Likely wrong labels:") == f"{result.suspect.sum()} training images"
    rows = [row.split() for row in text[text.index("label     images") :].splitlines()[1:]]
    for c, label in enumerate(EMOTIONS):
        of_class = (result.labels == c) & (result.split == TRAIN)
        assert rows[c][:3] == [label, str(of_class.sum()), str((of_class & result.suspect).sum())]
    best = plurality(result.votes)
    shares = [
        f"{100 * float((best[of] != result.labels[of]).mean()):.1f} %"
        for of in (
            result.suspect & (best >= 0),
            (result.split == TRAIN) & ~result.suspect & (best >= 0),
        )
    ]
    said = line(text, "FER+ taggers reject the label of")
    assert said.startswith(f"{shares[0]} of them, against {shares[1]} of the other images;")


def test_the_report_says_as_what_suspect_faces_are_mostly_seen(
    images: ImageSet, tmp_path: Path
) -> None:
    found = found_in(images, tmp_path)
    none = {"images": 40, "suspect": 0, "mostly": None}
    found["labels"] = {
        "suspect": 12,
        "taggers_reject_the_label": 0.75,
        "taggers_choose_the_suggestion": 0.5,
        "taggers_reject_other_labels": 0.125,
        "by_class": {
            **{emotion: none for emotion in EMOTIONS},
            "sad": {"images": 50, "suspect": 12, "mostly": "neutral"},
        },
    }
    text = describe(found)
    assert line(text, "FER+ taggers reject the label of") == (
        "75.0 % of them, against 12.5 % of the other images; of 50.0 % they choose the suggested "
        "expression"
    )
    rows = text[text.index("label     images") :].splitlines()
    assert [row.split() for row in rows[1:]] == [
        [emotion, "50", "12", "neutral"] if emotion == "sad" else [emotion, "40", "0", "–"]
        for emotion in EMOTIONS
    ]
    found["labels"]["taggers_reject_the_label"] = None
    assert line(describe(found), "FER+ taggers reject the label of").startswith("– of them")


def test_the_columns_of_a_table_stand_under_their_headings(
    cleaned: tuple[ImageSet, str],
) -> None:
    _, text = cleaned
    for corner in ("split ", "label \\ most taggers"):
        head, *rows = text[text.index(corner) :].split("\n\n")[0].splitlines()
        assert len(rows) >= len(SPLITS)
        assert {len(row) for row in rows} == {len(head)}


def test_of_what_was_not_looked_at_the_report_says_nothing(tmp_path: Path) -> None:
    drawn = drawn_set(draw_faces(30, seed=4))
    found = found_in(dataclasses.replace(drawn, votes=np.zeros((30, 10), np.uint8)), tmp_path)
    text = describe(found)
    assert "FER+" not in text
    assert "Likely wrong" not in text
    assert line(text, "pairs:").startswith("0, of them mirrored 0")
    assert line(text, "0.98") == "0"
    assert line(text, "test images with a copy outside the test:").startswith("0 of 6 (0.0 %)")
    found["copies"]["test_images"] = 0
    text = describe(found)
    assert line(text, "test images with a copy outside the test:").startswith("0 of 0 (–)")


def test_the_command_prints_the_report_of_what_clean_left_or_says_that_clean_is_missing(
    images: ImageSet, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "poise_training", "--work", str(tmp_path), "report"]
    missing = subprocess.run(command, cwd=_TRAINING, capture_output=True, text=True, check=False)
    assert missing.returncode == 2
    assert "clean.json is missing" in missing.stderr
    found = found_in(images, tmp_path)
    write_json(tmp_path / "clean.json", found)
    done = subprocess.run(command, cwd=_TRAINING, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == describe(found)
