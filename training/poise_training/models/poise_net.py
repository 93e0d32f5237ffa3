"""A small plain-convolution network, made for 48-pixel faces and int8."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .blocks import DropPath, conv_norm

#: Channels and residual blocks of each stage; each stage after the first halves the size.
STAGES = ((64, 1), (128, 2), (256, 3))

#: Features that the heads read.
FEATURES = 384


class _Block(nn.Module):
    """Two 3 by 3 convolutions with a way around them (He et al. 2016)."""

    def __init__(self, inside: int, outside: int, stride: int, drop_path: float) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *conv_norm(inside, outside, 3, stride), nn.ReLU(), *conv_norm(outside, outside, 3)
        )
        around: list[nn.Module] = []
        if stride > 1:
            around.append(nn.AvgPool2d(2, ceil_mode=True))
        if inside != outside:
            around.extend(conv_norm(inside, outside, 1))
        self.around = nn.Sequential(*around)
        self.drop_path = DropPath(drop_path)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.drop_path(self.body(x)) + self.around(x))


class PoiseNet(nn.Module):
    """Gray face [n, 1, h, w], standardised, to features [n, 384].

    Only plain convolutions, ReLU and means: what int8 kernels are fast at, in Node and in a
    browser. The stem halves the size at once: it is where a pixel costs most.
    """

    features = FEATURES

    def __init__(self, drop_path: float = 0.0) -> None:
        super().__init__()
        width, _ = STAGES[0]
        blocks: list[nn.Module] = [*conv_norm(1, width, 5, stride=2), nn.ReLU()]
        total = sum(count for _, count in STAGES)
        made = 0
        for stage, (channels, count) in enumerate(STAGES):
            for i in range(count):
                stride = 2 if stage > 0 and i == 0 else 1
                share = drop_path * made / max(1, total - 1)
                blocks.append(_Block(width, channels, stride, share))
                width = channels
                made += 1
        blocks += [*conv_norm(width, FEATURES, 1), nn.ReLU()]
        self.layers = nn.Sequential(*blocks)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return self.layers(face).mean((2, 3))
