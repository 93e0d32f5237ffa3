"""A depthwise convolution has the gradients of the plain one, on any path."""

import pytest
import torch
from torch import nn

from poise_training.models.depthwise import DepthwiseConv2d


def _gradients(conv: nn.Module, x: torch.Tensor, outside: torch.Tensor, bf16: bool):
    x = x.clone().requires_grad_()
    conv.zero_grad()
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        y = conv(x)
    (y.float() * outside).sum().backward()
    return y.detach().float(), x.grad, conv.weight.grad.clone()


@pytest.mark.parametrize("kernel", [3, 5])
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize(("height", "width"), [(12, 12), (7, 9), (3, 3), (2, 2), (1, 1)])
def test_the_fast_gradients_are_those_of_a_plain_convolution(kernel, stride, height, width):
    torch.manual_seed(0)
    conv = DepthwiseConv2d(8, kernel, stride)
    plain = nn.Conv2d(8, 8, kernel, stride, padding=kernel // 2, groups=8, bias=False)
    # Values that bfloat16 holds exactly, so that only sums are rounded.
    conv.weight.data = conv.weight.data.bfloat16().float()
    plain.load_state_dict(conv.state_dict())
    x = torch.randn(4, 8, height, width).bfloat16().float()
    outside = torch.randn(plain(x).shape).bfloat16().float()
    for got, expected in zip(
        _gradients(conv, x, outside, bf16=True), _gradients(plain, x, outside, bf16=False),
        strict=True,
    ):
        # bfloat16 keeps eight bits, of sums of up to 4 · 12 · 12 products.
        torch.testing.assert_close(got, expected, rtol=2e-2, atol=2e-2 * float(expected.abs().max()))


def test_when_it_does_not_learn_it_is_the_plain_convolution():
    conv = DepthwiseConv2d(8, 5, 2).eval()
    x = torch.randn(2, 8, 9, 9)
    expected = nn.functional.conv2d(x, conv.weight, None, 2, 2, 1, 8)
    assert torch.equal(conv(x), expected)
