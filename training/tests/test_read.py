from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from drawn_faces import DrawnFaces, draw_faces
from drawn_files import write_csv, write_folders, write_sheets
from poise_training.classes import EMOTIONS
from poise_training.data.image_set import (
    TEST,
    TRAIN,
    ImageSet,
    concatenate,
    load,
    save,
)
from poise_training.data.read import read_source
from poise_training.errors import TrainingError


def read(path: Path) -> ImageSet:
    return read_source(path, lambda _: None)


@pytest.fixture(scope="module")
def faces() -> DrawnFaces:
    return draw_faces(70, seed=5)


def contents(images: ImageSet) -> list[tuple[bytes, int, int]]:
    """Pixels, label and split of each image, in an order of their own."""
    columns = zip(images.images, images.labels.tolist(), images.split.tolist(), strict=True)
    return sorted((pixels.tobytes(), label, split) for pixels, label, split in columns)


def replace_in(path: Path, line: int, old: str, new: str) -> None:
    """Replaces a word in one line, counted from 1, of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_three_forms_give_the_same_images(faces: DrawnFaces, tmp_path: Path) -> None:
    sheets = read(write_sheets(faces, tmp_path / "sheets"))
    table = read(write_csv(faces, tmp_path / "csv"))
    folders = read(write_folders(faces, tmp_path / "folders"))
    assert np.array_equal(sheets.images, faces.images)
    assert np.array_equal(sheets.split, np.where(faces.is_test, TEST, TRAIN))
    assert contents(sheets) == contents(table) == contents(folders)


def test_votes_are_read_from_both_forms_that_have_them(faces: DrawnFaces, tmp_path: Path) -> None:
    for images in (
        read(write_sheets(faces, tmp_path / "sheets")),
        read(write_csv(faces, tmp_path / "csv").parent),
    ):
        assert np.array_equal(images.votes, faces.votes)
        assert images.has_votes.all()


def test_images_without_votes_are_read_with_none(faces: DrawnFaces, tmp_path: Path) -> None:
    path = write_csv(faces, tmp_path)
    (tmp_path / "fer2013new.csv").unlink()
    assert not read(path).has_votes.any()
    labels = write_sheets(faces, tmp_path / "sheets") / "labels.csv"
    rows = [line.split(",") for line in labels.read_text(encoding="utf-8").splitlines()]
    rows[1][4:] = [""] * 10
    labels.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    has_votes = read(labels.parent).has_votes
    assert not has_votes[0] and has_votes[1:].all()


def test_the_private_test_stays_unread_in_every_form(faces: DrawnFaces, tmp_path: Path) -> None:
    sheets = write_sheets(faces, tmp_path / "sheets")
    replace_in(sheets / "labels.csv", 2, "public_test", "private_test")
    path = write_csv(faces, tmp_path / "csv")
    replace_in(path, 2, "PublicTest", "PrivateTest")
    folders = write_folders(faces, tmp_path / "folders")
    first = next((folders / "test").rglob("00000.png"))
    hidden = folders / "PrivateTest" / first.parent.name
    hidden.mkdir(parents=True)
    first.rename(hidden / first.name)
    unread = faces.images[0].tobytes()
    for source in (sheets, path, folders):
        images = read(source)
        assert len(images) == len(faces) - 1
        assert unread not in {pixels.tobytes() for pixels in images.images}


def test_folders_may_have_other_names_for_the_classes_and_pictures_of_other_sizes(
    tmp_path: Path,
) -> None:
    wide = np.zeros((96, 160, 3), np.uint8)
    wide[:, 32:128] = (200, 100, 50)
    for name in ("Happiness", "SAD", "contempt"):
        (tmp_path / name).mkdir()
        Image.fromarray(wide).save(tmp_path / name / "a.png")
    (tmp_path / "SAD" / "notes.txt").write_text("no picture", encoding="utf-8")
    images = read(tmp_path)
    assert [EMOTIONS[label] for label in images.labels] == ["happy", "sad"]
    # The middle square alone, as Rec. 601 luma.
    assert images.images.shape == (2, 48, 48)
    luma = 0.299 * 200 + 0.587 * 100 + 0.114 * 50
    assert np.abs(images.images.astype(float) - luma).max() <= 1


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [(3, "0,1,", "0,one,"), (4, "0,2,", "0,4096,"), (5, "0,3,", ",3,")],
    ids=["no number", "no such tile", "empty"],
)
def test_a_broken_line_of_labels_is_named(
    faces: DrawnFaces, tmp_path: Path, line: int, old: str, new: str
) -> None:
    folder = write_sheets(faces, tmp_path)
    replace_in(folder / "labels.csv", line, old, new)
    with pytest.raises(TrainingError, match=rf"labels\.csv, line {line}"):
        read(folder)


def test_votes_that_are_no_numbers_are_named(faces: DrawnFaces, tmp_path: Path) -> None:
    folder = write_sheets(faces, tmp_path / "sheets")
    lines = (folder / "labels.csv").read_text(encoding="utf-8").splitlines()
    lines[6] = lines[6].rsplit(",", 1)[0] + ",many"
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"labels\.csv, line 7"):
        read(folder)
    path = write_csv(faces, tmp_path / "csv")
    votes = tmp_path / "csv" / "fer2013new.csv"
    lines = votes.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].rsplit(",", 1)[0] + ",many"
    votes.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"fer2013new\.csv, line 4"):
        read(path)


@pytest.mark.parametrize("pixels", ["1 2 3", "1 2 x", "300 " * 48 * 48, "-1 " * 48 * 48, ""])
def test_a_line_of_fer2013_without_48_by_48_pixels_is_named(
    faces: DrawnFaces, tmp_path: Path, pixels: str
) -> None:
    path = write_csv(faces, tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[9] = f"3,{pixels},Training"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"fer2013\.csv, line 10"):
        read(path)


def test_a_line_of_fer2013_that_ends_too_soon_is_named(faces: DrawnFaces, tmp_path: Path) -> None:
    path = write_csv(faces, tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[4] = "3"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"fer2013\.csv, line 5"):
        read(path)


def test_votes_of_another_number_of_images_are_refused(faces: DrawnFaces, tmp_path: Path) -> None:
    path = write_csv(faces, tmp_path)
    votes = tmp_path / "fer2013new.csv"
    votes.write_text(votes.read_text(encoding="utf-8").rsplit("\n", 2)[0], encoding="utf-8")
    with pytest.raises(TrainingError, match="69 lines and fer2013.csv has 70"):
        read(path)


def test_a_missing_or_broken_sheet_is_named(faces: DrawnFaces, tmp_path: Path) -> None:
    folder = write_sheets(faces, tmp_path)
    (folder / "sheet-00.png").write_bytes(b"no picture")
    with pytest.raises(TrainingError, match=r"sheet-00\.png"):
        read(folder)
    (folder / "sheet-00.png").unlink()
    with pytest.raises(TrainingError, match=r"sheet-00\.png"):
        read(folder)


def test_a_path_where_no_data_set_is_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"Give a folder with labels\.csv"):
        read(tmp_path / "nothing")
    with pytest.raises(TrainingError, match="no image that can be used"):
        read(tmp_path)


def test_a_saved_set_is_loaded_as_it_was(faces: DrawnFaces, tmp_path: Path) -> None:
    images = read(write_sheets(faces, tmp_path / "sheets"))
    save(images, tmp_path / "set" / "a.npz")
    loaded = load(tmp_path / "set" / "a.npz")
    assert loaded.digest() == images.digest()
    assert loaded.source_names == images.source_names == ("sheets",)


def test_a_set_that_is_missing_or_is_something_else_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no data set at"):
        load(tmp_path / "a.npz")
    np.savez(tmp_path / "b.npz", pixels=np.zeros(3))
    with pytest.raises(TrainingError, match=r"b\.npz is not a data set"):
        load(tmp_path / "b.npz")
    (tmp_path / "c.npz").write_bytes(b"no archive")
    with pytest.raises(TrainingError, match=r"c\.npz is not a data set"):
        load(tmp_path / "c.npz")


def test_the_digest_changes_with_a_pixel_a_vote_or_a_split(
    faces: DrawnFaces, tmp_path: Path
) -> None:
    images = read(write_sheets(faces, tmp_path))
    digests = {images.digest()}
    for name in ("images", "labels", "votes", "split"):
        changed = images.take(np.arange(len(images)))
        getattr(changed, name).flat[0] += 1
        digests.add(changed.digest())
    assert len(digests) == 5


def test_marks_are_part_of_the_digest_of_those_alone_who_look_at_them(
    faces: DrawnFaces, tmp_path: Path
) -> None:
    images = read(write_sheets(faces, tmp_path))
    marked = dataclasses.replace(images, suspect=np.arange(len(images)) % 2 == 0)
    assert marked.digest() != images.digest()
    assert marked.digest(marks=False) == images.digest(marks=False)


def test_pictures_in_folders_of_other_names_are_counted_and_left_out(
    faces: DrawnFaces, tmp_path: Path
) -> None:
    root = write_folders(faces, tmp_path)
    odd = root / "train" / "contempt"
    odd.mkdir(parents=True)
    for i in range(3):
        Image.fromarray(faces.images[i]).save(odd / f"{i}.png")
    said: list[str] = []
    assert len(read_source(root, said.append)) == len(faces)
    assert len(said) == 1
    assert "3 pictures in contempt/ left out" in said[0]


def test_sets_that_are_put_together_keep_their_sources_and_their_photographs_apart(
    faces: DrawnFaces, tmp_path: Path
) -> None:
    one = read(write_sheets(faces, tmp_path / "one"))
    two = read(write_folders(faces, tmp_path / "two"))
    both = concatenate([one, two])
    assert both.source_names == ("one", "two")
    assert both.source.tolist() == [0] * len(one) + [1] * len(two)
    assert len(np.unique(both.group)) == len(one) + len(two)


def test_folders_between_the_split_and_the_expression_do_not_hide_the_split(
    faces: DrawnFaces, tmp_path: Path
) -> None:
    root = write_folders(faces, tmp_path / "folders")
    (root / "test").rename(root / "moved")
    (root / "test").mkdir()
    (root / "moved").rename(root / "test" / "aligned")
    assert (read(root).split == TEST).sum() == faces.is_test.sum()


def test_a_split_that_nobody_knows_is_named(faces: DrawnFaces, tmp_path: Path) -> None:
    folder = write_sheets(faces, tmp_path / "sheets")
    text = (folder / "labels.csv").read_text(encoding="utf-8")
    (folder / "labels.csv").write_text(text.replace("public_test", "holdout"), encoding="utf-8")
    with pytest.raises(TrainingError, match='"holdout" is no split'):
        read(folder)
