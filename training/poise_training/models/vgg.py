"""VGG-16 (Simonyan and Zisserman 2015), with batch norm."""

from __future__ import annotations

import torch
from torch import nn

#: Channels, and 3 by 3 convolutions, of each stage; a max pooling between stages halves the size.
_STAGES = ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3))


class Vgg16(nn.Module):
    """Face [n, 3, h, w], standardised, to features [n, 512].

    The thirteen convolutions of the paper. Its fifth pooling and its three fully connected layers
    are made for maps of 14 by 14; a face of 48 pixels leaves 3 by 3, of which the mean is taken.
    """

    features = _STAGES[-1][0]

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        inside = 3
        for stage, (channels, count) in enumerate(_STAGES):
            if stage > 0:
                layers.append(nn.MaxPool2d(2))
            for _ in range(count):
                # Biases do nothing before a norm; they are here because the published count of
                # parameters has them.
                convolution = nn.Conv2d(inside, channels, 3, padding=1)
                layers += [convolution, nn.BatchNorm2d(channels), nn.ReLU()]
                inside = channels
        self.layers = nn.Sequential(*layers)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        return self.layers(face).mean((2, 3))
