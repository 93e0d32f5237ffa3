"""A depthwise convolution whose gradients do not take a hundred times as long as its output.

PyTorch 2.13's bfloat16 gradients on a CPU are slow: that of the input for strides of two, that of the
kernel for kernels of five (of an EfficientNet-B2 they were three quarters of a step). The same sums
are fast in another form: the first in float32, the second in squares of three by three.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.autograd.function import once_differentiable
from torch.nn import functional as F

#: The side of the kernels, and the least side of an output, whose gradient is fast.
_FAST_SIDE = 3


class DepthwiseConv2d(nn.Conv2d):
    """`nn.Conv2d` with as many groups as channels and half of the kernel as padding."""

    def __init__(self, channels: int, kernel: int, stride: int) -> None:
        super().__init__(
            channels, channels, kernel, stride, padding=kernel // 2, groups=channels, bias=False
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.training and x.device.type == "cpu" and torch.is_autocast_enabled("cpu"):
            dtype = torch.get_autocast_dtype("cpu")
            return _Depthwise.apply(x.to(dtype), self.weight.to(dtype), self.stride[0])
        return super().forward(x)


class _Depthwise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: torch.Tensor, weight: torch.Tensor, stride: int) -> torch.Tensor:
        ctx.save_for_backward(x, weight)
        ctx.stride = stride
        return F.conv2d(x, weight, None, stride, weight.shape[-1] // 2, 1, len(weight))

    @staticmethod
    @once_differentiable
    def backward(ctx, gradient: torch.Tensor):
        x, weight = ctx.saved_tensors
        gradient = gradient.contiguous(memory_format=torch.channels_last)
        return (
            _of_input(gradient, x, weight, ctx.stride) if ctx.needs_input_grad[0] else None,
            _of_kernel(gradient, x, weight, ctx.stride) if ctx.needs_input_grad[1] else None,
            None,
        )


def _gradients(
    gradient: torch.Tensor, x: torch.Tensor, weight: torch.Tensor, stride: int, padding: int,
    of_input: bool,
) -> torch.Tensor:
    gradients = torch.ops.aten.convolution_backward(
        gradient, x, weight, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0],
        len(weight), [of_input, not of_input, False],
    )
    return gradients[0 if of_input else 1]


def _of_input(
    gradient: torch.Tensor, x: torch.Tensor, weight: torch.Tensor, stride: int
) -> torch.Tensor:
    padding = weight.shape[-1] // 2
    if stride == 1:
        return _gradients(gradient, x, weight, stride, padding, of_input=True)
    wide = _gradients(
        gradient.float(), x.float(), weight.float(), stride, padding, of_input=True
    )
    return wide.to(x.dtype)


def _of_kernel(
    gradient: torch.Tensor, x: torch.Tensor, weight: torch.Tensor, stride: int
) -> torch.Tensor:
    """Square by square: each is the gradient of a small kernel that looks at a shifted picture.

    Squares that reach past the kernel, and outputs past the picture's end, are of zeros.
    """
    kernel = weight.shape[-1]
    padding = kernel // 2
    squares = -(-kernel // _FAST_SIDE)
    sides = [max(_FAST_SIDE, side) for side in gradient.shape[2:]]
    below, right = (side - had for side, had in zip(sides, gradient.shape[2:], strict=True))
    if below or right:
        gradient = F.pad(gradient, (0, right, 0, below))
    looked_at = [(side - 1) * stride + squares * _FAST_SIDE for side in sides]
    rest = [side - padding - had for side, had in zip(looked_at, x.shape[2:], strict=True)]
    x = F.pad(x, (padding, rest[1], padding, rest[0]))
    height, width = ((side - 1) * stride + _FAST_SIDE for side in sides)
    small = weight.new_empty(len(weight), 1, _FAST_SIDE, _FAST_SIDE)
    rows = []
    for top in range(0, squares * _FAST_SIDE, _FAST_SIDE):
        row = []
        for left in range(0, squares * _FAST_SIDE, _FAST_SIDE):
            seen = x[:, :, top : top + height, left : left + width]
            seen = seen.contiguous(memory_format=torch.channels_last)
            row.append(_gradients(gradient, seen, small, stride, 0, of_input=False))
        rows.append(torch.cat(row, 3))
    return torch.cat(rows, 2)[:, :, :kernel, :kernel]
