"""The optimiser, its learning rate over a run, and the moving average of the weights."""

from __future__ import annotations

import copy
import math

import torch
from torch import nn

from .config import OptimiserConfig

#: OneCycle starts at the peak divided by this, and ends near nothing.
START_DIVISOR = 25.0
END_DIVISOR = 2500.0


def make_optimiser(model: nn.Module, config: OptimiserConfig) -> torch.optim.Optimizer:
    """The optimiser of a config; kernels decay, norms and biases do not."""
    kernels = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    groups = [
        {"params": kernels, "weight_decay": config.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    if config.kind == "sgd":
        return torch.optim.SGD(groups, lr=config.peak_rate, momentum=0.9, nesterov=True)
    return torch.optim.AdamW(groups, lr=config.peak_rate)


def rate_at(progress: float, config: OptimiserConfig) -> float:
    """The learning rate after a share of the run, 0 to 1.

    OneCycle (Smith and Topin 2018): half a cosine up to the peak, half a cosine down.
    """
    if config.schedule == "constant":
        return config.peak_rate
    if progress < config.warm_up:
        start, share = config.peak_rate / START_DIVISOR, progress / config.warm_up
        return start + (config.peak_rate - start) * (1 - math.cos(math.pi * share)) / 2
    share = (progress - config.warm_up) / max(1e-9, 1 - config.warm_up)
    end = config.peak_rate / END_DIVISOR
    return end + (config.peak_rate - end) * (1 + math.cos(math.pi * min(1.0, share))) / 2


class MovingAverage:
    """Exponential moving average of a network's weights and running statistics."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay = decay
        self.steps = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Moves the average towards the network; faster at first, when the average is young."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        averages = self.model.state_dict().values()
        for average, value in zip(averages, model.state_dict().values(), strict=True):
            if average.dtype.is_floating_point:
                average.lerp_(value, 1 - decay)
            else:
                average.copy_(value)
