from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F

from poise_training.config import LossConfig
from poise_training.losses import (
    Targets,
    distillation_loss,
    focal_cross_entropy,
    loss_of,
    smooth,
    soft_cross_entropy,
)


def draw(seed: int, n: int = 32) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Logits [n, 7], distributions [n, 7] and labels [n]."""
    generator = torch.Generator().manual_seed(seed)
    logits = torch.randn(n, 7, generator=generator) * 3
    targets = torch.rand(n, 7, generator=generator)
    labels = torch.randint(7, (n,), generator=generator)
    return logits, targets / targets.sum(1, keepdim=True), labels


@pytest.mark.parametrize("seed", range(3))
def test_soft_cross_entropy_with_certain_targets_is_cross_entropy(seed: int) -> None:
    logits, _, labels = draw(seed)
    torch.testing.assert_close(
        soft_cross_entropy(logits, F.one_hot(labels, 7).float()),
        F.cross_entropy(logits, labels, reduction="none"),
    )


@pytest.mark.parametrize("seed", range(3))
def test_focal_loss_with_gamma_0_is_cross_entropy_and_never_more_with_a_larger_one(
    seed: int,
) -> None:
    logits, targets, _ = draw(seed)
    plain = soft_cross_entropy(logits, targets)
    torch.testing.assert_close(focal_cross_entropy(logits, targets, 0), plain)
    one, two = (focal_cross_entropy(logits, targets, gamma) for gamma in (1, 2))
    assert (one <= plain).all()
    assert (two <= one).all()


def test_focal_loss_is_that_of_its_formula() -> None:
    probabilities = torch.tensor([[0.7, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05]])
    target = torch.eye(7)[:1]
    [loss] = focal_cross_entropy(probabilities.log(), target, 2.0).tolist()
    assert loss == pytest.approx(-(0.3**2) * math.log(0.7), rel=1e-4)


def test_the_gradient_of_the_focal_loss_is_finite_where_the_answer_is_certain() -> None:
    logits = (torch.eye(7) * 200).requires_grad_()
    focal_cross_entropy(logits, torch.eye(7), 0.5).sum().backward()
    assert logits.grad is not None
    assert logits.grad.isfinite().all()


@pytest.mark.parametrize("amount", [0.0, 0.1, 1.0])
def test_smoothing_keeps_sums_and_leaves_unknown_labels_unknown(amount: float) -> None:
    _, targets, _ = draw(1)
    targets[::4] = 0
    smoothed = smooth(targets, amount)
    torch.testing.assert_close(smoothed.sum(1), targets.sum(1))
    assert (smoothed[::4] == 0).all()
    assert (smoothed >= 0).all()


def test_smoothing_takes_its_share_from_the_label_and_gives_it_to_all() -> None:
    [row] = smooth(torch.eye(7)[2:3], 0.14).tolist()
    assert row == pytest.approx([0.02, 0.02, 0.88, 0.02, 0.02, 0.02, 0.02])


def test_images_of_which_nothing_is_known_give_no_loss_and_no_gradient() -> None:
    nothing = Targets(torch.zeros(4, 7), torch.zeros(4, 7))
    logits = draw(2, 4)[0].requires_grad_()
    loss = loss_of((logits, logits), nothing, LossConfig(focal_gamma=2), torch.ones(7))
    assert float(loss.detach()) == 0
    loss.backward()
    assert logits.grad is not None
    assert (logits.grad == 0).all()


def test_a_distribution_that_counts_half_gives_half_of_the_loss() -> None:
    logits, distribution, _ = draw(3, 4)
    whole, half = (
        loss_of((logits, logits), Targets(part, torch.zeros(4, 7)), LossConfig(), None)
        for part in (distribution, distribution / 2)
    )
    assert float(half) == pytest.approx(float(whole) / 2)


def test_the_loss_is_the_weighted_sum_of_the_two_heads() -> None:
    ferplus, distribution, labels = draw(4)
    fer2013 = draw(5)[0]
    targets = Targets(distribution, F.one_hot(labels, 7).float())
    config = LossConfig(ferplus_weight=0.5, fer2013_weight=0.25, label_smoothing=0.1)
    expected = 0.5 * F.cross_entropy(ferplus, distribution) + 0.25 * F.cross_entropy(
        fer2013, labels, label_smoothing=0.1
    )
    torch.testing.assert_close(loss_of((ferplus, fer2013), targets, config, None), expected)


def test_a_class_weight_weighs_the_ferplus_votes_for_its_class() -> None:
    logits = torch.zeros(1, 7)
    targets = Targets(torch.eye(7)[3:4], torch.zeros(1, 7))
    weight = torch.tensor([1.0, 1, 1, 2.5, 1, 1, 1])
    loss = loss_of((logits, logits), targets, LossConfig(), weight)
    assert float(loss) == pytest.approx(2.5 * math.log(7))


def test_a_learner_is_nearest_to_its_teachers_where_it_answers_as_they_do() -> None:
    logits = draw(6)[0]
    taught = F.softmax(logits / 2, 1)
    same = distillation_loss((logits, logits), (taught, taught), 2.0)
    for seed in range(5):
        other = logits + 0.5 * draw(10 + seed)[0]
        assert distillation_loss((other, other), (taught, taught), 2.0) > same
