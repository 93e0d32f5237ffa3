"""ResNet-50 (He et al. 2016)."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .blocks import DropPath, conv_norm

#: Channels inside the bottlenecks, and bottlenecks, of each stage; each stage after the first
#: halves the size.
_STAGES = ((64, 3), (128, 4), (256, 6), (512, 3))

_STEM_CHANNELS = 64

#: Channels that leave a bottleneck for each one inside it.
_EXPANSION = 4


class _Bottleneck(nn.Module):
    """Narrow, look, widen, with a way around.

    The stride is in the 3 by 3 convolution, not in the first as in the paper ("version 1.5"):
    that way no place of the picture goes unseen.
    """

    def __init__(self, inside: int, middle: int, stride: int, drop_path: float) -> None:
        super().__init__()
        outside = middle * _EXPANSION
        self.body = nn.Sequential(
            *conv_norm(inside, middle, 1),
            nn.ReLU(),
            *conv_norm(middle, middle, 3, stride),
            nn.ReLU(),
            *conv_norm(middle, outside, 1),
        )
        changes = stride > 1 or inside != outside
        self.around = nn.Sequential(*(conv_norm(inside, outside, 1, stride) if changes else ()))
        self.drop_path = DropPath(drop_path)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.drop_path(self.body(x)) + self.around(x))


class ResNet50(nn.Module):
    """Face [n, 3, h, w], standardised, to features [n, 2048]."""

    features = _STAGES[-1][0] * _EXPANSION

    def __init__(self, drop_path: float = 0.0, stem_stride: int = 2) -> None:
        """
        Args:
            drop_path: share left out of the last bottleneck; it rises from 0 at the first.
            stem_stride: 2 in the paper, for photographs of 224 pixels.
        """
        super().__init__()
        inside = _STEM_CHANNELS
        layers: list[nn.Module] = [
            *conv_norm(3, inside, 7, stem_stride),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2, padding=1),
        ]
        total = sum(count for _, count in _STAGES)
        made = 0
        for stage, (middle, count) in enumerate(_STAGES):
            for i in range(count):
                stride = 2 if stage > 0 and i == 0 else 1
                share = drop_path * made / (total - 1)
                layers.append(_Bottleneck(inside, middle, stride, share))
                inside = middle * _EXPANSION
                made += 1
        self.layers = nn.Sequential(*layers)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return self.layers(face).mean((2, 3))
