from __future__ import annotations

import pytest
import torch
from torch import nn

from poise_training.distil import Teachers, at_side
from poise_training.models import CROP
from poise_training.models.two_heads import TwoHeads


class _Seen(nn.Module):
    """Keeps the sides of what it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.sides: list[int] = []

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.sides.append(x.shape[-1])
        return x.mean((2, 3))


@pytest.mark.parametrize("side", [32, CROP, 83, 96, 131])
def test_each_teacher_looks_at_the_size_it_has_learned_at_whatever_the_learner_sees(
    side: int,
) -> None:
    small, large = _Seen(), _Seen()
    teachers = Teachers(
        [TwoHeads(small, 1, 1, 0, resize=0).eval(), TwoHeads(large, 1, 1, 0, resize=96).eval()], 2.0
    )
    ferplus, fer2013 = teachers.answer(torch.rand(3, 1, side, side) * 255)
    assert (small.sides, large.sides) == ([CROP], [96])
    assert ferplus.shape == fer2013.shape == (3, 7)
    assert torch.allclose(ferplus.sum(1), torch.ones(3))


def test_a_face_that_is_made_smaller_is_not_aliased() -> None:
    stripes = torch.zeros(1, 1, 144, 144)
    stripes[..., ::2] = 200
    at_a_third = at_side(stripes, 48)
    # Every third pixel of such stripes is as striped as they are; their mean is not.
    assert float((at_a_third[..., 2:-2] - 100).abs().max()) < 25
    assert torch.equal(at_side(stripes, 144), stripes)
