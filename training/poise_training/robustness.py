"""The conditions of a bad webcam, each fixed, for judging a network under them."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
import torch.nn.functional as F

from .augment import jpeg

Change = Callable[[torch.Tensor], torch.Tensor]


def _dark(faces: torch.Tensor) -> torch.Tensor:
    """An eighth of the light, in 8 bits."""
    return (faces / 8).floor()


def _back_light(faces: torch.Tensor) -> torch.Tensor:
    """A window behind the head: the face dark, the edges washed out."""
    axis = torch.linspace(-1, 1, faces.shape[-1])
    distance = (axis[:, None] ** 2 + axis**2).sqrt()
    window = ((distance - 0.75) / 0.35).clamp(0, 1)
    return (faces * 0.3 * (1 - window) + (160 + faces * 0.4) * window).round().clamp(0, 255)


def _blur(faces: torch.Tensor) -> torch.Tensor:
    """Out of focus: a Gaussian of 1.5 pixels of 48."""
    axis = torch.arange(-5, 6).float()
    kernel = torch.exp(-(axis**2) / (2 * 1.5**2))
    kernel = (kernel / kernel.sum())[None, None]
    padded = F.pad(faces, (5, 5, 5, 5), mode="replicate")
    return F.conv2d(F.conv2d(padded, kernel[:, :, None, :]), kernel[:, :, :, None])


def _jpeg_30(faces: torch.Tensor) -> torch.Tensor:
    return torch.stack([jpeg(face, 30) for face in faces])


def _roll(degrees: float) -> Change:
    def turn(faces: torch.Tensor) -> torch.Tensor:
        angle = math.radians(degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        theta = torch.tensor([[cos, -sin, 0.0], [sin, cos, 0.0]]).expand(len(faces), -1, -1)
        grid = F.affine_grid(theta, list(faces.shape), align_corners=False)
        return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)

    return turn


def _small(faces: torch.Tensor) -> torch.Tensor:
    """A face of 24 pixels, enlarged."""
    small = F.interpolate(faces, (24, 24), mode="bilinear", antialias=True)
    return F.interpolate(small, faces.shape[-2:], mode="bilinear")


#: Each condition by name: faces float32 [n, 1, 48, 48], 0 to 255, to the same.
CONDITIONS: dict[str, Change] = {
    "dark": _dark,
    "back_light": _back_light,
    "blur": _blur,
    "jpeg_30": _jpeg_30,
    "roll_left_20": _roll(20),
    "roll_right_20": _roll(-20),
    "face_24_px": _small,
}
