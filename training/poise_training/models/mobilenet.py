"""MobileNet (Howard et al. 2017), in its first version: what can start from a face recogniser."""

from __future__ import annotations

import torch
from torch import nn

from .blocks import conv_norm, depthwise_norm

#: Channels after each separable convolution, and its stride (table 1 of the paper).
LAYERS = (
    (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2),
    (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
)

#: Channels after the first convolution.
STEM = 32


class MobileNet(nn.Module):
    """Face [n, channels, h, w], standardised, to features [n, 1024]. Width 1.

    Args:
        channels: 1 for gray faces, 3 for the paper's network.
    """

    features = LAYERS[-1][0]

    def __init__(self, channels: int = 1) -> None:
        super().__init__()
        layers: list[nn.Module] = [*conv_norm(channels, STEM, 3, stride=2), nn.ReLU6()]
        width = STEM
        for outside, stride in LAYERS:
            layers += [*depthwise_norm(width, 3, stride), nn.ReLU6()]
            layers += [*conv_norm(width, outside, 1), nn.ReLU6()]
            width = outside
        self.layers = nn.Sequential(*layers)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return self.layers(face).mean((2, 3))
