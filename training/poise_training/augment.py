"""Varies face crops as webcams and our own face crop do, a whole batch at a time.

All randomness comes from a generator that is handed in; the same generator state gives the same
batch.
"""

from __future__ import annotations

import io
import math

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from .config import AugmentConfig

#: At geometry 1: largest turn in degrees, and spreads of scale, aspect and shift. Crops that
#: follow landmarks of a moving face vary by about half of this.
LARGEST_TURN = 20.0
SCALE_SPREAD = 0.18
ASPECT_SPREAD = 0.08
SHIFT_SPREAD = 0.10
SHEAR_SPREAD = 0.08

#: At light 1: share of the images to which each change is made.
GAMMA_SHARE = 0.5
GRADIENT_SHARE = 0.2
LOW_LIGHT_SHARE = 0.08
BACK_LIGHT_SHARE = 0.10
BLUR_SHARE = 0.12
SMALL_FACE_SHARE = 0.12
JPEG_SHARE = 0.10


def _uniform(n: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    return torch.rand(n, generator=generator) * (high - low) + low


def _chosen(n: int, share: float, generator: torch.Generator) -> torch.Tensor:
    return torch.rand(n, generator=generator) < share


def move(
    faces: torch.Tensor, size: int, strength: float, generator: torch.Generator
) -> torch.Tensor:
    """Mirrors, turns, scales, stretches, shears and shifts.

    Args:
        faces: float32 [n, 1, h, w].
        size: side of the result.
        strength: 0 mirrors alone, 1 is the full spread.
    """
    n = len(faces)
    mirror = torch.where(_chosen(n, 0.5, generator), -1.0, 1.0)
    limit = math.radians(LARGEST_TURN) * strength
    # The mean of two draws: small turns are common, large ones rare.
    turn = (_uniform(n, -limit, limit, generator) + _uniform(n, -limit, limit, generator)) / 2
    scale = 1 + _uniform(n, -SCALE_SPREAD, SCALE_SPREAD, generator) * strength
    aspect = 1 + _uniform(n, -ASPECT_SPREAD, ASPECT_SPREAD, generator) * strength
    shear = _uniform(n, -SHEAR_SPREAD, SHEAR_SPREAD, generator) * strength
    reach = 2 * SHIFT_SPREAD * strength
    left = _uniform(n, -reach, reach, generator)
    top = _uniform(n, -reach, reach, generator)
    cos, sin = turn.cos(), turn.sin()
    theta = torch.stack(
        [
            torch.stack([cos * scale * aspect * mirror, (-sin + shear) * scale, left], 1),
            torch.stack([sin * scale * aspect * mirror, cos * scale, top], 1),
        ],
        1,
    )
    grid = F.affine_grid(theta, [n, 1, size, size], align_corners=False)
    return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)


def _gamma(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    exponent = torch.exp(_uniform(len(faces), -0.6, 0.6, generator))[:, None, None, None]
    return (faces / 255).clamp(0, 1).pow(exponent) * 255


def _gradient(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Light from one side: the brightness rises along some direction."""
    n, size = len(faces), faces.shape[-1]
    angle = _uniform(n, 0, 2 * math.pi, generator)
    depth = _uniform(n, 0.2, 0.8, generator)
    axis = torch.linspace(-1, 1, size)
    ramp = angle.cos()[:, None, None] * axis + angle.sin()[:, None, None] * axis[:, None]
    return (faces * (1 + depth[:, None, None] * ramp)[:, None]).clamp(0, 255)


def _back_light(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """A lamp or a window behind the head: the face dark, what is around it bright, with a soft
    edge between that may cut into the face."""
    n, size = len(faces), faces.shape[-1]
    axis = torch.linspace(-1, 1, size)
    x = axis - _uniform(n, -0.3, 0.3, generator)[:, None]
    y = axis - _uniform(n, -0.3, 0.3, generator)[:, None]
    distance = (x[:, None, :] ** 2 + y[:, :, None] ** 2).sqrt()
    edge = _uniform(n, 0.65, 1.1, generator)[:, None, None]
    width = _uniform(n, 0.1, 0.6, generator)[:, None, None]
    behind = ((distance - edge) / width).clamp(0, 1)[:, None]
    gain = _uniform(n, 0.2, 0.8, generator)[:, None, None, None]
    glare = _uniform(n, 80, 230, generator)[:, None, None, None]
    left = _uniform(n, 0, 0.6, generator)[:, None, None, None]
    lit = faces * gain * (1 - behind) + (glare + left * faces) * behind
    return lit.round().clamp(0, 255)


def _low_light(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Little light: dark, and the noise of the sensor large beside the picture; 8 bits hold it."""
    gain = _uniform(len(faces), 0.12, 0.5, generator)[:, None, None, None]
    noise = torch.randn(faces.shape, generator=generator) * 2
    return (faces * gain + noise).round().clamp(0, 255)


def _blur(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Out of focus: a Gaussian of its own deviation, 0.4 to 1.6 pixels, for each face."""
    n, radius = len(faces), 4
    deviation = _uniform(n, 0.4, 1.6, generator)[:, None]
    axis = torch.arange(-radius, radius + 1).float()
    kernel = torch.exp(-(axis**2) / (2 * deviation**2))
    kernel = (kernel / kernel.sum(1, keepdim=True))[:, None]
    one = F.pad(faces.transpose(0, 1), (radius,) * 4, mode="replicate")
    one = F.conv2d(one, kernel[:, :, None, :], groups=n)
    return F.conv2d(one, kernel[:, :, :, None], groups=n).transpose(0, 1)


def _small_face(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Far from the camera: the face had 20 to 40 pixels before it was enlarged."""
    size = faces.shape[-1]
    side = int(torch.randint(20, 41, (1,), generator=generator))
    small = F.interpolate(faces, (side, side), mode="bilinear", antialias=True)
    return F.interpolate(small, (size, size), mode="bilinear")


def _jpeg(faces: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """A video call's compression: quality 15 to 60."""
    qualities = torch.randint(15, 61, (len(faces),), generator=generator).tolist()
    return torch.stack([jpeg(face, quality) for face, quality in zip(faces, qualities, strict=True)])


def jpeg(face: torch.Tensor, quality: int) -> torch.Tensor:
    """One face [1, h, w] through JPEG at a quality of 1 to 95."""
    pixels = face[0].round().clamp(0, 255).to(torch.uint8).numpy()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    return torch.from_numpy(np.asarray(Image.open(file), dtype=np.float32).copy())[None]


_LIGHT = (
    (_gamma, GAMMA_SHARE),
    (_gradient, GRADIENT_SHARE),
    (_back_light, BACK_LIGHT_SHARE),
    (_blur, BLUR_SHARE),
    (_small_face, SMALL_FACE_SHARE),
    (_low_light, LOW_LIGHT_SHARE),
    (_jpeg, JPEG_SHARE),
)


def relight(faces: torch.Tensor, strength: float, generator: torch.Generator) -> torch.Tensor:
    """Changes light, sharpness and compression of some of the faces [n, 1, h, w].

    A colour cast needs no change of its own: in luma it is a gain, nearly, and the networks see
    faces of which mean and deviation are taken out.
    """
    faces = faces.clone()
    for change, share in _LIGHT:
        chosen = _chosen(len(faces), share * strength, generator)
        if chosen.any():
            faces[chosen] = change(faces[chosen], generator)
    return faces


def erase(faces: torch.Tensor, share: float, generator: torch.Generator) -> torch.Tensor:
    """Lays something before some of the faces: a hand or a microphone, or the frame of glasses."""
    faces = faces.clone()
    size = faces.shape[-1]
    for i in _chosen(len(faces), share, generator).nonzero()[:, 0].tolist():
        draw = torch.rand(6, generator=generator).tolist()
        shade = draw[0] * 255
        if draw[1] < 0.3:
            _glasses(faces[i, 0], size, shade * 0.4, draw[2:])
            continue
        height = int((0.12 + 0.28 * draw[2]) * size)
        width = int((0.12 + 0.28 * draw[3]) * size)
        top, left = int(draw[4] * (size - height)), int(draw[5] * (size - width))
        faces[i, 0, top : top + height, left : left + width] = shade
    return faces


def _glasses(face: torch.Tensor, size: int, shade: float, draw: list[float]) -> None:
    """Two rims on the eye line of a face crop, and a bridge; now and then dark lenses."""
    top = int((0.26 + 0.08 * draw[0]) * size)
    bottom = top + int((0.16 + 0.06 * draw[1]) * size)
    for left in (int(0.12 * size), int(0.56 * size)):
        right = left + int(0.32 * size)
        if draw[2] < 0.25:
            face[top:bottom, left:right] = shade
        face[top, left:right] = face[bottom, left:right] = shade
        face[top:bottom, left] = face[top:bottom, right] = shade
    face[(top + bottom) // 2, int(0.44 * size) : int(0.56 * size)] = shade


def augment(
    faces: torch.Tensor, size: int, config: AugmentConfig, generator: torch.Generator
) -> torch.Tensor:
    """All changes, in the order in which a camera makes them.

    Args:
        faces: uint8 [n, 48, 48].
        size: side of the result.

    Returns:
        float32 [n, 1, size, size], 0 to 255.
    """
    moved = move(faces.float()[:, None], size, config.geometry, generator)
    if config.erase > 0:
        moved = erase(moved, config.erase, generator)
    return relight(moved, config.light, generator) if config.light > 0 else moved
