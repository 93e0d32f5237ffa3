"""Draws simple gray faces that show the seven expressions: pictures to test on without photographs.

Brows, eyes, nose and mouth follow the action units that define each expression (Ekman and Friesen
1978); pose, light, hair, background and how strongly it shows vary. Nobody is pictured.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from poise_training.classes import ANSWER_OF_EMOTION, EMOTIONS, FERPLUS_ANSWERS
from poise_training.data.image_set import SIDE

#: A face is drawn this many times as large and then made smaller, for soft edges.
_OVERSIZE = 4

#: People who vote on each face.
_TAGGERS = 10


@dataclass(frozen=True)
class _Expression:
    """What moves, in units of half a face; 0 is at rest, up is positive.

    Attributes:
        inner_brow, outer_brow: how far each end of the brows is raised.
        eye: opening of the eyes, 0 closed to 1.3 staring.
        corners: how far the corners of the mouth are raised.
        open: height of the open mouth.
        width: half the width of the mouth.
        wrinkles: how much the nose is wrinkled and the upper lip drawn up.
        votes_like: the expressions that taggers take it for besides.
    """

    inner_brow: float = 0.0
    outer_brow: float = 0.0
    eye: float = 0.75
    corners: float = 0.0
    open: float = 0.0
    width: float = 0.3
    wrinkles: float = 0.0
    votes_like: tuple[str, ...] = ()


_EXPRESSIONS = {
    "angry": _Expression(-0.15, 0.1, 0.55, -0.1, 0.1, 0.26, votes_like=("disgust", "neutral")),
    "disgust": _Expression(-0.1, -0.04, 0.3, -0.14, 0.0, 0.3, 1.0, votes_like=("angry",)),
    "fear": _Expression(0.16, -0.02, 1.15, -0.12, 0.2, 0.4, votes_like=("surprise",)),
    "happy": _Expression(0.02, 0.02, 0.5, 0.2, 0.2, 0.42, votes_like=("neutral",)),
    "sad": _Expression(0.14, -0.12, 0.45, -0.2, 0.0, 0.27, votes_like=("neutral",)),
    "surprise": _Expression(0.17, 0.17, 1.3, 0.0, 0.48, 0.2, votes_like=("fear",)),
    "neutral": _Expression(votes_like=("sad",)),
}


@dataclass(frozen=True)
class DrawnFaces:
    """Drawn faces with labels.

    Attributes:
        images: uint8 [n, 48, 48].
        labels: int64 [n], places in EMOTIONS.
        votes: uint8 [n, 10], FER+ votes.
        is_test: bool [n], whether the face is in the public test.
        copy_of: int64 [n], place of the face of which this is a copy; -1: of none.
    """

    images: np.ndarray
    labels: np.ndarray
    votes: np.ndarray
    is_test: np.ndarray
    copy_of: np.ndarray

    def __len__(self) -> int:
        return len(self.images)


class _Pen:
    """Draws in the coordinates of a turned, scaled and shifted face: -1 to 1, y down."""

    def __init__(self, image: Image.Image, rng: np.random.Generator) -> None:
        self._draw = ImageDraw.Draw(image)
        self._turn = math.radians(rng.uniform(-14, 14))
        self._middle = image.width / 2 + rng.uniform(-0.06, 0.06, 2) * image.width
        self._half = image.width * rng.uniform(0.42, 0.54)
        #: A face that looks to a side is narrower, and its features lie off the middle.
        self._yaw = rng.uniform(-0.12, 0.12)

    def _place(self, points: np.ndarray) -> list[tuple[float, float]]:
        x, y = points[:, 0] * (1 - abs(self._yaw)) + self._yaw, points[:, 1]
        cos, sin = math.cos(self._turn), math.sin(self._turn)
        moved = np.stack([x * cos - y * sin, x * sin + y * cos], 1) * self._half + self._middle
        return [(float(a), float(b)) for a, b in moved]

    def area(self, points: np.ndarray, shade: float) -> None:
        self._draw.polygon(self._place(points), fill=int(np.clip(shade, 0, 255)))

    def line(self, points: np.ndarray, width: float, shade: float) -> None:
        self._draw.line(
            self._place(points),
            fill=int(np.clip(shade, 0, 255)),
            width=max(1, round(width * self._half)),
            joint="curve",
        )

    def ellipse(self, x: float, y: float, across: float, down: float, shade: float) -> None:
        angle = np.linspace(0, 2 * math.pi, 40)
        self.area(np.stack([x + across * np.cos(angle), y + down * np.sin(angle)], 1), shade)


def _curve(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.stack([x, y], 1)


def _eyes_and_brows(pen: _Pen, shown: _Expression, skin: float, hair: float) -> None:
    for side in (-1, 1):
        opening = 0.12 * shown.eye
        x, y = side * 0.34, -0.16
        pen.ellipse(x, y, 0.17, opening + 0.03, skin * 0.45)
        pen.ellipse(x, y, 0.15, opening, min(255, skin * 0.5 + 140))
        pen.ellipse(x, y, 0.075, min(0.085, opening), 15)
        ends = np.linspace(0, 1, 9)
        rise = shown.inner_brow + (shown.outer_brow - shown.inner_brow) * ends
        arch = 0.06 * np.sin(math.pi * ends)
        pen.line(_curve(side * (0.14 + 0.42 * ends), -0.4 - rise - arch), 0.09, hair * 0.6)


def _nose(pen: _Pen, shown: _Expression, skin: float) -> None:
    side = _curve(np.array([0.03, 0.1, 0.0]), np.array([-0.05, 0.2, 0.22]))
    pen.line(side, 0.04, skin * 0.65)
    if shown.wrinkles < 0.3:
        return
    across = np.linspace(-1, 1, 7)
    for y in (-0.16, -0.06, 0.04):
        pen.line(_curve(0.11 * across, y + 0.05 * across**2), 0.035, skin * 0.5)
    for way in (-1, 1):
        down = np.linspace(0, 1, 5)
        pen.line(_curve(way * (0.2 + 0.2 * down), 0.16 + 0.28 * down), 0.03, skin * 0.6)


def _mouth(pen: _Pen, shown: _Expression, skin: float) -> None:
    x = np.linspace(-1, 1, 21)
    middle = 0.5 - shown.corners * (x**2 - 0.5)
    hollow = 1 - x**2
    # A drawn-up lip shows teeth on one side more than on the other.
    lift = shown.wrinkles * (0.16 * np.exp(-(((x - 0.3) / 0.4) ** 2)) + 0.04) * hollow
    upper = middle - 0.35 * shown.open * hollow - lift
    lower = middle + 0.65 * shown.open * hollow
    across = shown.width * x
    opening = float((lower - upper).max())
    if opening > 0.05:
        edge = np.concatenate([_curve(across, upper), _curve(across, lower)[::-1]])
        pen.area(edge, 25)
        if shown.width > 0.24:
            teeth = upper + 0.5 * (lower - upper)
            pen.area(np.concatenate([_curve(across, upper), _curve(across, teeth)[::-1]]), 225)
    for lip in (upper, lower) if opening > 0.02 else (middle,):
        pen.line(_curve(across, lip), 0.06, skin * 0.4)


def _head(pen: _Pen, skin: float, hair: float, rng: np.random.Generator) -> None:
    style = rng.integers(4)
    if style == 1:  # long hair
        pen.ellipse(0, 0.1, rng.uniform(0.9, 1.1), rng.uniform(1.1, 1.3), hair)
    if style >= 2:  # short hair
        pen.ellipse(0, -0.3, 0.86, rng.uniform(0.75, 0.9), hair)
    pen.ellipse(0, 0.05, rng.uniform(0.7, 0.8), rng.uniform(0.88, 1.0), skin)
    if style in (1, 3):  # a fringe
        x = np.linspace(-0.7, 0.7, 15)
        slant = rng.uniform(-0.2, 0.2)
        edge = -0.62 + slant * x + 0.12 * x**2
        top = -1.05 * np.sqrt(1 - (x / 0.9) ** 2)
        pen.area(np.concatenate([_curve(x, edge), _curve(x, top)[::-1]]), hair)


def _background(side: int, rng: np.random.Generator) -> Image.Image:
    """A wall, a window, shelves: some large soft patches."""
    patches = rng.uniform(0, 255, (4, 4)).astype(np.uint8)
    return Image.fromarray(patches).resize((side, side), Image.Resampling.BICUBIC)


def _light(pixels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    axis = np.linspace(-1, 1, SIDE)
    angle = rng.uniform(0, 2 * math.pi)
    slope = math.cos(angle) * axis + math.sin(angle) * axis[:, None]
    lit = pixels * (1 + rng.uniform(0, 0.45) * slope) * rng.uniform(0.7, 1.15)
    return np.clip(lit + rng.normal(0, 4, lit.shape), 0, 255).round().astype(np.uint8)


def draw_face(expression: str, rng: np.random.Generator) -> np.ndarray:
    """One face, uint8 [48, 48].

    Args:
        expression: one of EMOTIONS.
    """
    rest, full = _Expression(), _EXPRESSIONS[expression]
    strength = rng.uniform(0.8, 1.1)
    names = ("inner_brow", "outer_brow", "eye", "corners", "open", "width", "wrinkles")
    shown = _Expression(
        **{
            name: getattr(rest, name)
            + (getattr(full, name) - getattr(rest, name)) * strength * rng.uniform(0.9, 1.1)
            for name in names
        }
    )
    image = _background(SIDE * _OVERSIZE, rng)
    pen = _Pen(image, rng)
    skin = rng.uniform(80, 215)
    hair = rng.uniform(10, 0.75 * skin)
    _head(pen, skin, hair, rng)
    _nose(pen, shown, skin)
    _mouth(pen, shown, skin)
    _eyes_and_brows(pen, shown, skin, hair)
    return _light(np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX), np.float64), rng)


def _votes(expression: str, rng: np.random.Generator) -> np.ndarray:
    """Most taggers see it; the others see what it is like, or now and then nothing they know."""
    votes = np.zeros(len(FERPLUS_ANSWERS), np.uint8)
    agree = int(rng.integers(6, _TAGGERS + 1))
    votes[ANSWER_OF_EMOTION[EMOTIONS.index(expression)]] = agree
    for _ in range(_TAGGERS - agree):
        if rng.random() < 0.1:
            votes[FERPLUS_ANSWERS.index("unknown")] += 1
        else:
            like = rng.choice(_EXPRESSIONS[expression].votes_like)
            votes[ANSWER_OF_EMOTION[EMOTIONS.index(like)]] += 1
    return votes


def copies_of(image: np.ndarray) -> list[np.ndarray]:
    """The same picture as it turns up again: as it is, mirrored, shifted by a pixel, brighter."""
    shifted = np.pad(image, ((1, 0), (1, 0)), mode="edge")[:SIDE, :SIDE]
    brighter = np.clip(image * 0.8 + 45, 0, 255).astype(np.uint8)
    return [image.copy(), image[:, ::-1].copy(), shifted, brighter]


def draw_faces(count: int, seed: int, copied: int = 0, test_share: float = 0.2) -> DrawnFaces:
    """Draws faces, all expressions equally often.

    Args:
        copied: of the last faces this many are not new but copies of test faces, and are in
            training: what a clean split must find.
        test_share: share of the new faces that is the public test.
    """
    rng = np.random.default_rng(seed)
    new = count - copied
    labels = rng.permutation(np.arange(new) % len(EMOTIONS))
    images = [draw_face(EMOTIONS[label], rng) for label in labels]
    votes = [_votes(EMOTIONS[label], rng) for label in labels]
    tested = round(new * test_share)
    is_test = [i < tested for i in range(new)]
    copy_of = [-1] * new
    for i in range(copied):
        original = i % tested
        images.append(copies_of(images[original])[i % 4])
        votes.append(votes[original])
        is_test.append(False)
        copy_of.append(original)
    return DrawnFaces(
        images=np.stack(images),
        labels=np.concatenate([labels, labels[copy_of[new:]]]).astype(np.int64),
        votes=np.stack(votes),
        is_test=np.array(is_test),
        copy_of=np.array(copy_of),
    )
