"""A residual network that can start from a face recogniser: the one of dlib (King 2017).

Davis King made it of ResNet-34 (He et al. 2016): a few blocks less, half of the channels.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from .blocks import DropPath

#: Channels and blocks of each stage; each stage after the first halves the size in its first
#: block. The last sees nearly the whole face at each of its places.
STAGES = ((32, 3), (64, 4), (128, 3), (256, 3), (256, 1))

#: Side of the smallest face of which the last stage has anything left to look at.
SMALLEST = 71


def _conv_norm(inside: int, outside: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    """As dlib pads: a convolution that halves does not pad."""
    padding = kernel // 2 if stride == 1 else 0
    conv = nn.Conv2d(inside, outside, kernel, stride, padding, bias=False)
    return [conv, nn.BatchNorm2d(outside)]


class _Block(nn.Module):
    """Two 3 by 3 convolutions; around them goes the input itself, its missing channels empty."""

    def __init__(self, inside: int, outside: int, stride: int, drop_path: float) -> None:
        super().__init__()
        self.stride = stride
        self.more = outside - inside
        self.body = nn.Sequential(
            *_conv_norm(inside, outside, 3, stride), nn.ReLU(), *_conv_norm(outside, outside, 3)
        )
        self.drop_path = DropPath(drop_path)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        around = x
        if self.stride > 1:
            around = F.avg_pool2d(x, 2)
            # dlib's branch leaves the last row and column of an even side out. With a row of
            # nothing after it, the branch sees it, and both ways are of one size.
            below, right = (1 - int(side) % 2 for side in x.shape[-2:])
            if below or right:
                x = F.pad(x, (0, right, 0, below))
        if self.more:
            around = F.pad(around, (0, 0, 0, 0, 0, self.more))
        return F.relu(self.drop_path(self.body(x)) + around)


class FaceResNet(nn.Module):
    """Gray face [n, 1, h, w], standardised, to features [n, 512].

    The features are the means of the last two stages: who it is shows in the whole face, what
    it expresses in its parts.
    """

    features = STAGES[-2][0] + STAGES[-1][0]

    def __init__(self, drop_path: float = 0.0) -> None:
        """
        Args:
            drop_path: share left out of the last branch; it rises from 0 at the first.
        """
        super().__init__()
        width = STAGES[0][0]
        self.stem = nn.Sequential(*_conv_norm(1, width, 7, 2), nn.ReLU(), nn.MaxPool2d(3, 2))
        blocks: list[nn.Module] = []
        total = sum(count for _, count in STAGES)
        for stage, (channels, count) in enumerate(STAGES):
            for i in range(count):
                stride = 2 if stage > 0 and i == 0 else 1
                share = drop_path * len(blocks) / (total - 1)
                blocks.append(_Block(width, channels, stride, share))
                width = channels
        self.parts = nn.Sequential(*blocks[:-1])
        self.whole = blocks[-1]
        # Features that are all positive share one direction, along which the heads' first steps
        # overshoot and tear the pretrained weights down with them.
        self.norm = nn.BatchNorm1d(self.features)

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        parts = self.parts(self.stem(face))
        whole = self.whole(parts)
        return self.norm(torch.cat([parts.mean((2, 3)), whole.mean((2, 3))], 1))
