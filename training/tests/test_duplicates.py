from __future__ import annotations

import numpy as np
import pytest

from drawn_faces import copies_of, draw_faces
from poise_training.data.duplicates import Pairs, find_pairs, group_pictures
from poise_training.data.image_set import DROPPED, TEST, TRAIN, VALIDATION, ImageSet
from poise_training.data.split import VALIDATION_SHARE, split_by_photograph


def as_images(pixels: np.ndarray, is_test: np.ndarray) -> ImageSet:
    """Images without labels, of one source."""
    n = len(pixels)
    return ImageSet(
        images=pixels,
        labels=np.full(n, -1),
        votes=np.zeros((n, 10), np.uint8),
        split=np.where(is_test, TEST, TRAIN),
        group=np.arange(n),
        source=np.zeros(n, np.int64),
        suspect=np.zeros(n, bool),
        source_names=("drawn",),
    )


@pytest.mark.parametrize(
    ("kind", "mirrored"),
    [(0, False), (1, True), (2, False), (3, False)],
    ids=["as it is", "mirrored", "shifted by a pixel", "brighter"],
)
def test_a_picture_that_comes_again_is_found(kind: int, mirrored: bool) -> None:
    pixels = draw_faces(21, seed=2).images
    again = np.stack([copies_of(face)[kind] for face in pixels])
    pairs = find_pairs(np.concatenate([pixels, again]))
    assert sorted(pairs.first[pairs.same]) == list(range(21))
    assert (pairs.second[pairs.same] - pairs.first[pairs.same] == 21).all()
    assert (pairs.mirrored[pairs.same] == mirrored).all()


def test_different_faces_are_not_taken_for_one_photograph() -> None:
    pixels = draw_faces(420, seed=1).images
    assert not find_pairs(pixels).same.any()


def test_blank_pictures_are_in_no_pair() -> None:
    rng = np.random.default_rng(1)
    blank = rng.integers(100, 104, (6, 48, 48)).astype(np.uint8)
    blank[3:] = blank[:3]
    assert len(find_pairs(blank).first) == 0


def test_no_pictures_and_one_picture_have_no_pairs() -> None:
    pixels = draw_faces(1, seed=1).images
    assert len(find_pairs(pixels).first) == 0
    assert len(find_pairs(pixels[:0]).first) == 0


def test_pictures_that_are_linked_over_others_are_one_photograph() -> None:
    links = [(0, 4), (2, 4), (1, 3), (5, 6)]
    pairs = Pairs(
        first=np.array([a for a, _ in links]),
        second=np.array([b for _, b in links]),
        mirrored=np.zeros(4, bool),
        correlation=np.array([1.0, 0.95, 0.99, 0.5], np.float32),
    )
    assert group_pictures(7, pairs).tolist() == [0, 1, 0, 1, 0, 2, 3]


@pytest.mark.parametrize("seed", range(5))
def test_groups_are_the_connected_parts_whatever_the_order_of_the_pairs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    links = np.sort(rng.choice(30, (20, 2)), axis=1)
    links = links[links[:, 0] < links[:, 1]]
    reach = np.eye(30, dtype=bool)
    reach[links[:, 0], links[:, 1]] = reach[links[:, 1], links[:, 0]] = True
    for _ in range(30):
        reach |= (reach.astype(int) @ reach.astype(int)) > 0
    for order in (np.arange(len(links)), rng.permutation(len(links))):
        chosen = links[order]
        pairs = Pairs(
            chosen[:, 0], chosen[:, 1], np.zeros(len(links), bool), np.ones(len(links), np.float32)
        )
        group = group_pictures(30, pairs)
        assert np.array_equal(group[:, None] == group, reach)


@pytest.mark.parametrize("seed", range(3))
def test_no_photograph_is_in_two_splits_and_copies_of_test_pictures_are_dropped(seed: int) -> None:
    faces = draw_faces(300, seed=seed, copied=40)
    # Copies among training pictures, too.
    pixels = np.concatenate([faces.images, faces.images[200:220]])
    is_test = np.concatenate([faces.is_test, np.zeros(20, bool)])
    group = group_pictures(len(pixels), find_pairs(pixels))
    images = split_by_photograph(as_images(pixels, is_test), group, seed)

    assert (images.split[:300][faces.copy_of >= 0] == DROPPED).all()
    assert ((images.split == TEST) == is_test).all()
    assert np.array_equal(images.split[300:], images.split[200:220])
    used = images.split != DROPPED
    for photograph in np.unique(images.group):
        assert len(np.unique(images.split[used & (images.group == photograph)])) <= 1


def test_validation_is_its_share_of_the_photographs_and_the_seed_alone_chooses_it() -> None:
    faces = draw_faces(200, seed=4)
    images = as_images(faces.images, faces.is_test)
    group = np.arange(200)
    splits = [split_by_photograph(images, group, seed).split for seed in (1, 1, 2)]
    assert np.array_equal(splits[0], splits[1])
    assert not np.array_equal(splits[0], splits[2])
    learnt = int((~faces.is_test).sum())
    assert (splits[0] == VALIDATION).sum() == round(learnt * VALIDATION_SHARE)


def test_blank_pictures_are_not_learnt_from_but_stay_in_the_test() -> None:
    faces = draw_faces(40, seed=4)
    pixels = faces.images.copy()
    pixels[0] = 80
    pixels[-1] = 80
    split = split_by_photograph(as_images(pixels, faces.is_test), np.arange(40), 1).split
    assert split[0] == TEST
    assert split[-1] == DROPPED
