from __future__ import annotations

import numpy as np
import pytest
import torch

from drawn_faces import draw_faces
from poise_training import augment as augmentation
from poise_training.augment import augment, erase, jpeg, move, relight
from poise_training.config import AugmentConfig

FULL = AugmentConfig(erase=0.5)


@pytest.fixture(scope="module")
def faces() -> torch.Tensor:
    return torch.from_numpy(draw_faces(64, seed=3).images)


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_the_same_generator_gives_the_same_batch_whatever_the_global_one_does(
    faces: torch.Tensor,
) -> None:
    batches = []
    for world, seed in ((1, 9), (2, 9), (1, 10)):
        torch.manual_seed(world)
        batches.append(augment(faces, 48, FULL, seeded(seed)))
    assert torch.equal(batches[0], batches[1])
    assert not torch.equal(batches[0], batches[2])


def test_augmenting_leaves_the_global_generator_alone(faces: torch.Tensor) -> None:
    torch.manual_seed(1)
    before = torch.get_rng_state()
    augment(faces, 48, FULL, seeded(1))
    assert torch.equal(torch.get_rng_state(), before)


@pytest.mark.parametrize("size", [32, 40, 48, 64])
@pytest.mark.parametrize("seed", range(3))
def test_a_batch_has_the_wanted_shape_and_stays_in_the_range_of_gray_values(
    faces: torch.Tensor, size: int, seed: int
) -> None:
    strong = AugmentConfig(geometry=2, light=2, erase=1)
    batch = augment(faces, size, strong, seeded(seed))
    assert batch.shape == (64, 1, size, size)
    assert batch.dtype == torch.float32
    assert float(batch.min()) >= 0
    assert float(batch.max()) <= 255.001, "but for rounding"


def test_the_faces_that_are_handed_in_stay_as_they_are(faces: torch.Tensor) -> None:
    before = faces.clone()
    augment(faces, 48, AugmentConfig(geometry=1, light=3, erase=1), seeded(1))
    assert torch.equal(faces, before)
    pixels = faces.float()[:, None]
    kept = pixels.clone()
    erase(relight(pixels, 3, seeded(1)), 1, seeded(1))
    assert torch.equal(pixels, kept)


def test_without_changes_a_face_is_only_mirrored_now_and_then(faces: torch.Tensor) -> None:
    none = AugmentConfig(geometry=0, light=0, erase=0)
    batch = augment(faces, 48, none, seeded(4))[:, 0]
    pixels = faces.float()
    same = (batch - pixels).abs().amax((1, 2)) < 0.01
    mirrored = (batch - pixels.flip(2)).abs().amax((1, 2)) < 0.01
    assert (same ^ mirrored).all()
    assert 16 <= int(mirrored.sum()) <= 48


def test_a_stronger_geometry_moves_faces_further(faces: torch.Tensor) -> None:
    pixels = faces.float()[:, None]
    # The same draws, so the same half of the faces is mirrored.
    rest = move(pixels, 48, 0, seeded(5))
    moved = [float((move(pixels, 48, s, seeded(5)) - rest).abs().mean()) for s in (0.2, 0.5, 1)]
    assert 0 < moved[0] < moved[1] < moved[2]


def edges(faces: torch.Tensor) -> torch.Tensor:
    """What is left of faces [n, 1, h, w] when the mean of the pixels around is taken away, [n, k]."""
    around = torch.nn.functional.avg_pool2d(faces, 9, stride=1, padding=4, count_include_pad=False)
    return (faces - around).flatten(1)


@pytest.mark.parametrize("change", [change for change, _ in augmentation._LIGHT])
def test_every_change_of_light_changes_a_face_and_keeps_what_it_shows(
    faces: torch.Tensor, change: object
) -> None:
    pixels = faces.float()[:, None]
    changed = change(pixels, seeded(6))  # type: ignore[operator]
    assert changed.shape == pixels.shape
    assert not torch.equal(changed, pixels)
    # Strong light from a side or from behind outweighs the face itself; what is shown are its
    # edges, in the middle of the picture.
    middle = (..., slice(10, 38), slice(10, 38))
    for before, after in zip(edges(pixels[middle]), edges(changed[middle]), strict=True):
        assert np.corrcoef(before, after)[0, 1] > 0.25


def test_little_light_is_dark_and_has_the_steps_of_eight_bits(faces: torch.Tensor) -> None:
    pixels = faces.float()[:, None]
    dark = augmentation._low_light(pixels, seeded(1))
    assert (dark.mean((1, 2, 3)) < 0.6 * pixels.mean((1, 2, 3))).all()
    assert torch.equal(dark, dark.round())


def test_jpeg_loses_more_at_a_lower_quality(faces: torch.Tensor) -> None:
    face = faces[0].float()[None]
    lost = [float((jpeg(face, quality) - face).abs().mean()) for quality in (90, 40, 10)]
    assert lost[0] < lost[1] < lost[2]


def test_something_lies_before_the_wanted_share_of_the_faces(faces: torch.Tensor) -> None:
    many = faces.float()[:, None].repeat(20, 1, 1, 1)
    hidden = (erase(many, 0.25, seeded(8)) != many).flatten(1)
    assert float(hidden.any(1).float().mean()) == pytest.approx(0.25, abs=0.04)
    assert (hidden.float().mean(1) < 0.5).all(), "most of every face is seen"


def test_no_strength_changes_nothing(faces: torch.Tensor) -> None:
    pixels = faces.float()[:, None]
    assert torch.equal(relight(pixels, 0, seeded(1)), pixels)
    assert torch.equal(erase(pixels, 0, seeded(1)), pixels)


def test_stronger_light_changes_more_of_the_faces(faces: torch.Tensor) -> None:
    pixels = faces.float()[:, None].repeat(6, 1, 1, 1)
    changed = [
        int((relight(pixels, strength, seeded(2)) != pixels).flatten(1).any(1).sum())
        for strength in (0.2, 0.6, 1.0)
    ]
    assert changed[0] < changed[1] < changed[2]
