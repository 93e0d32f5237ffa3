from __future__ import annotations

import io
import math

import numpy as np
import pytest
import torch
from PIL import Image

from drawn_faces import draw_faces
from poise_training.robustness import CONDITIONS

each_condition = pytest.mark.parametrize("name", CONDITIONS)


@pytest.fixture(scope="module")
def faces() -> torch.Tensor:
    """Drawn faces, float32 [21, 1, 48, 48]."""
    return torch.from_numpy(draw_faces(21, seed=3).images).float()[:, None]


def spot(x: float, y: float) -> torch.Tensor:
    """A soft bright spot on black at a place from the middle, in pixels, y down: [1, 1, 48, 48]."""
    axis = torch.arange(48) - 23.5
    across, down = torch.exp(-((axis - x) ** 2) / 8), torch.exp(-((axis - y) ** 2) / 8)
    return (200 * down[:, None] * across)[None, None]


def centre(picture: torch.Tensor) -> tuple[float, float]:
    """Where the light of a picture [1, 1, 48, 48] is, in pixels from the middle, y down."""
    axis = torch.arange(48) - 23.5
    light = picture[0, 0]
    return (
        float((light * axis).sum() / light.sum()),
        float((light * axis[:, None]).sum() / light.sum()),
    )


def inside(pictures: torch.Tensor, edge: int = 8) -> torch.Tensor:
    """Pictures without their edges."""
    return pictures[..., edge:-edge, edge:-edge]


@each_condition
def test_a_condition_changes_every_face_always_in_the_same_way(
    faces: torch.Tensor, name: str
) -> None:
    change = CONDITIONS[name]
    before = faces.clone()
    torch.manual_seed(1)
    once = change(faces)
    torch.manual_seed(2)
    assert torch.equal(change(faces), once)
    assert torch.equal(faces, before), "the faces that are handed in stay as they are"
    assert ((once - faces).flatten(1).abs().amax(1) > 5).all()


@each_condition
def test_what_a_condition_makes_of_a_face_does_not_depend_on_the_others(
    faces: torch.Tensor, name: str
) -> None:
    change = CONDITIONS[name]
    together = change(faces)
    assert together.shape == faces.shape
    assert together.dtype == torch.float32
    for i in (0, 7, 20):
        torch.testing.assert_close(change(faces[i : i + 1]), together[i : i + 1])


@each_condition
def test_a_condition_stays_in_the_range_of_gray_values(name: str) -> None:
    noise = torch.randint(0, 2, (8, 1, 48, 48), generator=torch.Generator().manual_seed(1)) * 255.0
    changed = CONDITIONS[name](noise)
    assert float(changed.min()) >= -0.001, "but for rounding"
    assert float(changed.max()) <= 255.001


def test_in_the_dark_an_eighth_of_the_light_is_left_in_whole_steps(faces: torch.Tensor) -> None:
    dark = CONDITIONS["dark"](faces)
    assert torch.equal(dark, dark.round())
    lost = faces / 8 - dark
    assert float(lost.min()) >= 0
    assert float(lost.max()) < 1
    assert len(dark.unique()) <= 32


def test_light_from_behind_darkens_the_face_and_washes_out_what_is_around(
    faces: torch.Tensor,
) -> None:
    lit = CONDITIONS["back_light"](faces)
    middle = (..., slice(14, 34), slice(14, 34))
    before, after = faces[middle].mean((1, 2, 3)), lit[middle].mean((1, 2, 3))
    torch.testing.assert_close(after / before, torch.full((21,), 0.3), atol=0.01, rtol=0)
    for corner in (
        (..., slice(0, 4), slice(0, 4)), (..., slice(-4, None), slice(0, 4)),
        (..., slice(0, 4), slice(-4, None)), (..., slice(-4, None), slice(-4, None)),
    ):
        assert float(lit[corner].min()) >= 160
        assert (lit[corner].std((1, 2, 3)) < 0.5 * faces[corner].std((1, 2, 3)) + 0.5).all()


def test_light_from_behind_is_as_strong_on_all_sides(faces: torch.Tensor) -> None:
    change = CONDITIONS["back_light"]
    for turned in (faces.flip(3), faces.flip(2), faces.transpose(2, 3)):
        brighter = change(turned).mean((1, 2, 3))
        torch.testing.assert_close(brighter, change(faces).mean((1, 2, 3)), atol=0.05, rtol=0)


def test_out_of_focus_a_point_becomes_a_disc_of_one_and_a_half_pixels() -> None:
    point = torch.zeros(1, 1, 48, 48)
    point[..., 20, 30] = 255
    blurred = CONDITIONS["blur"](point)[0, 0]
    assert float(blurred.sum()) == pytest.approx(255, rel=1e-4)
    axis = torch.arange(48)
    for profile, place in ((blurred.sum(0), 30), (blurred.sum(1), 20)):
        spread = ((axis - place) ** 2 * profile).sum() / profile.sum()
        assert math.sqrt(float(spread)) == pytest.approx(1.5, abs=0.02)
        assert float((axis * profile).sum() / profile.sum()) == pytest.approx(place, abs=1e-3)


def test_out_of_focus_edges_are_lost_and_the_light_stays_up_to_the_rim(
    faces: torch.Tensor,
) -> None:
    change = CONDITIONS["blur"]
    steps = [p.diff(dim=-1).abs().amax((1, 2, 3)) for p in (faces, change(faces))]
    assert (steps[1] < 0.6 * steps[0]).all()
    even = torch.full((1, 1, 48, 48), 130.0)
    torch.testing.assert_close(change(even), even)


def test_a_video_call_loses_what_jpeg_loses_at_quality_30(faces: torch.Tensor) -> None:
    called = CONDITIONS["jpeg_30"](faces)
    for face, result in zip(faces, called, strict=True):
        file = io.BytesIO()
        Image.fromarray(face[0].byte().numpy()).save(file, "JPEG", quality=30)
        assert np.array_equal(result[0].numpy(), np.asarray(Image.open(file), np.float32))


def test_a_video_call_shows_the_edges_of_blocks_of_eight_pixels(faces: torch.Tensor) -> None:
    smooth = CONDITIONS["blur"](faces)
    wrong = CONDITIONS["jpeg_30"](smooth) - smooth
    steps = wrong.diff(dim=-1).abs().mean((0, 1, 2))
    at_edges = torch.arange(47) % 8 == 7
    assert float(steps[at_edges].mean()) > 1.5 * float(steps[~at_edges].mean())


@pytest.mark.parametrize(("name", "side"), [("roll_left_20", -1), ("roll_right_20", 1)])
def test_the_top_of_a_head_that_rolls_to_a_side_goes_to_that_side_of_the_picture(
    name: str, side: int
) -> None:
    change = CONDITIONS[name]
    x, y = centre(change(spot(0, -14)))
    assert math.degrees(math.atan2(x, -y)) == pytest.approx(20 * side, abs=0.5)
    assert math.hypot(x, y) == pytest.approx(14, abs=0.1), "no nearer, and no further away"
    # The chin goes to the other side.
    x, y = centre(change(spot(0, 14)))
    assert math.degrees(math.atan2(x, y)) == pytest.approx(-20 * side, abs=0.5)


def test_rolling_left_is_the_mirror_image_of_rolling_right_and_undoes_it(
    faces: torch.Tensor,
) -> None:
    left, right = CONDITIONS["roll_left_20"], CONDITIONS["roll_right_20"]
    torch.testing.assert_close(left(faces), right(faces.flip(3)).flip(3), atol=0.01, rtol=0)
    smooth = CONDITIONS["blur"](faces)
    lost = (inside(right(left(smooth))) - inside(smooth)).abs().mean()
    assert float(lost) < 0.1 * float((inside(left(smooth)) - inside(smooth)).abs().mean())


def test_what_comes_in_beside_a_rolled_face_goes_on_as_its_rim_does() -> None:
    even = torch.full((1, 1, 48, 48), 130.0)
    for name in ("roll_left_20", "roll_right_20"):
        torch.testing.assert_close(CONDITIONS[name](even), even)


def test_in_a_face_of_24_pixels_24_columns_and_24_rows_can_be_told_apart() -> None:
    change = CONDITIONS["face_24_px"]
    columns = torch.eye(48)[:, None, None].expand(-1, -1, 48, -1)
    for lines in (columns, columns.transpose(2, 3)):
        assert torch.linalg.matrix_rank(change(lines).flatten(1), rtol=1e-4) == 24


def test_of_a_face_of_24_pixels_nothing_finer_is_left_and_its_light_stays() -> None:
    change = CONDITIONS["face_24_px"]
    place = torch.arange(48)
    chessboard = (60 + 120 * ((place[:, None] + place) % 2)).float()[None, None]
    even = torch.full((1, 1, 48, 48), 120.0)
    torch.testing.assert_close(inside(change(chessboard)), inside(even), atol=1, rtol=0)
    torch.testing.assert_close(change(even), even)
