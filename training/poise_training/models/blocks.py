"""Parts that several networks are made of."""

from __future__ import annotations

import torch
from torch import nn

from .depthwise import DepthwiseConv2d


class Standardise(nn.Module):
    """Gray values 0 to 255 to mean 0 and deviation 1, each image by itself.

    The lighting of a webcam differs from that of a photograph; the shape of a face does not.
    """

    #: Keeps an even picture from being divided by nothing; in gray values.
    SMALLEST_DEVIATION = 8.0

    def forward(self, face: torch.Tensor) -> torch.Tensor:
        mean = face.mean((1, 2, 3), keepdim=True)
        centred = face - mean
        deviation = centred.square().mean((1, 2, 3), keepdim=True).sqrt()
        return centred / deviation.clamp_min(self.SMALLEST_DEVIATION)


class DropPath(nn.Module):
    """Leaves a residual branch out for some of the images (Huang et al. 2016)."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self.share == 0:
            return x
        keep = 1 - self.share
        mask = torch.rand(len(x), 1, 1, 1, device=x.device, dtype=x.dtype) < keep
        return x * mask / keep


def conv_norm(inside: int, outside: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    """A convolution that keeps the size (or divides it by the stride), and a batch norm."""
    conv = nn.Conv2d(inside, outside, kernel, stride, padding=kernel // 2, bias=False)
    return [conv, nn.BatchNorm2d(outside)]


def depthwise_norm(channels: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    """The same, of each channel by itself."""
    return [DepthwiseConv2d(channels, kernel, stride), nn.BatchNorm2d(channels)]
