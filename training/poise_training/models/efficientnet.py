"""EfficientNet (Tan and Le 2019), written after the paper."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import nn

from .blocks import DropPath, conv_norm, depthwise_norm


@dataclass(frozen=True)
class _Stage:
    """A row of the paper's table 1: blocks of one kind; the first of them has the stride."""

    expansion: int
    kernel: int
    stride: int
    channels: int
    blocks: int


_STAGES = (
    _Stage(expansion=1, kernel=3, stride=1, channels=16, blocks=1),
    _Stage(expansion=6, kernel=3, stride=2, channels=24, blocks=2),
    _Stage(expansion=6, kernel=5, stride=2, channels=40, blocks=2),
    _Stage(expansion=6, kernel=3, stride=2, channels=80, blocks=3),
    _Stage(expansion=6, kernel=5, stride=1, channels=112, blocks=3),
    _Stage(expansion=6, kernel=5, stride=2, channels=192, blocks=4),
    _Stage(expansion=6, kernel=3, stride=1, channels=320, blocks=1),
)

_STEM_CHANNELS = 32
_LAST_CHANNELS = 1280

#: Channels of a squeeze for each channel that goes into its block.
_SQUEEZE = 0.25


def round_channels(channels: float) -> int:
    """The nearest multiple of 8 that is not more than a tenth below the wanted number."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded if rounded >= 0.9 * channels else rounded + 8


class SqueezeExcite(nn.Module):
    """Weighs the channels by what the whole picture shows (Hu et al. 2018)."""

    def __init__(self, channels: int, squeezed: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, squeezed, 1), nn.SiLU(), nn.Conv2d(squeezed, channels, 1)
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.layers(x.mean((2, 3), keepdim=True)).sigmoid()


class _InvertedBottleneck(nn.Module):
    """MBConv (Sandler et al. 2018): widen, look at each channel by itself, weigh, narrow."""

    def __init__(
        self, inside: int, outside: int, stage: _Stage, stride: int, drop_path: float
    ) -> None:
        super().__init__()
        wide = inside * stage.expansion
        layers: list[nn.Module] = []
        if stage.expansion > 1:
            layers += [*conv_norm(inside, wide, 1), nn.SiLU()]
        layers += [*depthwise_norm(wide, stage.kernel, stride), nn.SiLU()]
        layers.append(SqueezeExcite(wide, int(inside * _SQUEEZE)))
        layers += conv_norm(wide, outside, 1)
        self.body = nn.Sequential(*layers)
        self.drop_path = DropPath(drop_path)
        self.has_way_around = stride == 1 and inside == outside

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.drop_path(self.body(x)) + x if self.has_way_around else self.body(x)


class EfficientNet(nn.Module):
    """Face [n, 3, h, w], standardised, to features [n, 1280 times the width]."""

    def __init__(
        self, width: float, depth: float, drop_path: float = 0.0, stem_stride: int = 2
    ) -> None:
        """
        Args:
            width, depth: factors of the channels and of the blocks of a stage: 1 and 1 for B0,
                1.1 and 1.2 for B2.
            drop_path: share left out of the last block; it rises from 0 at the first.
            stem_stride: 2 in the paper, for photographs of 224 pixels and more.
        """
        super().__init__()
        self.features = round_channels(_LAST_CHANNELS * width)
        counts = [math.ceil(stage.blocks * depth) for stage in _STAGES]
        inside = round_channels(_STEM_CHANNELS * width)
        layers: list[nn.Module] = [*conv_norm(3, inside, 3, stem_stride), nn.SiLU()]
        made = 0
        for stage, count in zip(_STAGES, counts, strict=True):
            outside = round_channels(stage.channels * width)
            for i in range(count):
                stride = stage.stride if i == 0 else 1
                share = drop_path * made / max(1, sum(counts) - 1)
                layers.append(_InvertedBottleneck(inside, outside, stage, stride, share))
                inside = outside
                made += 1
        layers += [*conv_norm(inside, self.features, 1), nn.SiLU()]
        self.layers = nn.Sequential(*layers)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return self.layers(face).mean((2, 3))
