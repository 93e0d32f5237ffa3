from __future__ import annotations

import pytest
import torch
from torch import nn

from poise_training.config import OptimiserConfig
from poise_training.schedule import (
    END_DIVISOR,
    START_DIVISOR,
    MovingAverage,
    make_optimiser,
    rate_at,
)

STEPS = [i / 500 for i in range(501)]


@pytest.mark.parametrize("warm_up", [0.0, 0.15, 0.5, 1.0])
@pytest.mark.parametrize("peak", [0.1, 3e-4])
def test_onecycle_rises_to_its_peak_and_falls_to_nearly_nothing(
    warm_up: float, peak: float
) -> None:
    config = OptimiserConfig(peak_rate=peak, warm_up=warm_up)
    rates = [rate_at(share, config) for share in STEPS]
    assert all(0 < rate <= peak * (1 + 1e-12) for rate in rates)
    top = rates.index(max(rates))
    assert max(rates) == pytest.approx(peak)
    assert STEPS[top] == pytest.approx(warm_up, abs=1 / 500)
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)


def test_onecycle_begins_and_ends_at_its_shares_of_the_peak() -> None:
    config = OptimiserConfig(peak_rate=0.1)
    assert rate_at(0, config) == pytest.approx(0.1 / START_DIVISOR)
    assert rate_at(1, config) == pytest.approx(0.1 / END_DIVISOR)


def test_onecycle_has_no_jumps() -> None:
    rates = [rate_at(share, OptimiserConfig(peak_rate=1)) for share in STEPS]
    assert max(abs(a - b) for a, b in zip(rates, rates[1:], strict=False)) < 0.03


def test_a_constant_rate_is_constant() -> None:
    config = OptimiserConfig(peak_rate=0.3, schedule="constant")
    assert {rate_at(share, config) for share in STEPS} == {0.3}


@pytest.mark.parametrize("kind", ["sgd", "adamw"])
def test_kernels_decay_and_norms_and_biases_do_not(kind: str) -> None:
    model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Flatten(), nn.Linear(4, 2))
    optimiser = make_optimiser(model, OptimiserConfig(kind=kind, weight_decay=0.3))
    decay = {id(p): g["weight_decay"] for g in optimiser.param_groups for p in g["params"]}
    assert {name: decay[id(p)] for name, p in model.named_parameters()} == {
        "0.weight": 0.3, "0.bias": 0.0, "1.weight": 0.0, "1.bias": 0.0,
        "3.weight": 0.3, "3.bias": 0.0,
    }


def test_the_average_of_weights_that_stay_is_those_weights() -> None:
    model = nn.Linear(3, 2)
    average = MovingAverage(model, 0.99)
    for _ in range(20):
        average.update(model)
    assert torch.equal(average.model.weight, model.weight)


def test_the_average_follows_a_step_by_the_decay_once_it_is_old() -> None:
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    average = MovingAverage(model, 0.9)
    average.steps = 10_000
    nn.init.ones_(model.weight)
    for step in range(1, 6):
        average.update(model)
        assert float(average.model.weight) == pytest.approx(1 - 0.9**step, rel=1e-5)


def test_a_young_average_follows_faster() -> None:
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    average = MovingAverage(model, 0.999)
    nn.init.ones_(model.weight)
    average.update(model)
    assert float(average.model.weight) == pytest.approx(1 - 2 / 11)


def test_without_a_decay_the_average_is_the_network() -> None:
    model = nn.Linear(3, 2)
    average = MovingAverage(model, 0.0)
    nn.init.ones_(model.weight)
    average.update(model)
    assert torch.equal(average.model.weight, model.weight)


def test_running_statistics_are_averaged_and_counters_are_copied() -> None:
    model = nn.BatchNorm1d(2)
    average = MovingAverage(model, 0.5)
    average.steps = 10_000
    model.running_mean.fill_(4.0)
    model.num_batches_tracked.fill_(7)
    average.update(model)
    assert average.model.running_mean.tolist() == [2, 2]
    assert int(average.model.num_batches_tracked) == 7


def test_the_average_answers_and_does_not_learn() -> None:
    average = MovingAverage(nn.Sequential(nn.Dropout(0.5), nn.Linear(2, 2)).train(), 0.9)
    assert not average.model.training
    assert not any(p.requires_grad for p in average.model.parameters())
