"""How far an answer is from the labels."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F

from .config import LossConfig


@dataclass(frozen=True)
class Targets:
    """What a batch should be answered with.

    Attributes:
        ferplus: float32 [n, 7], distributions times what the image counts; rows of 0 where no
            votes are known.
        fer2013: float32 [n, 7], distributions times what the label counts; rows of 0 where no
            label is known.
    """

    ferplus: torch.Tensor
    fer2013: torch.Tensor

    def mix(self, other: "Targets", share: torch.Tensor) -> "Targets":
        """Targets of images that are `share` [n] of these and the rest of others."""
        row = share[:, None]
        return Targets(
            ferplus=row * self.ferplus + (1 - row) * other.ferplus,
            fer2013=row * self.fer2013 + (1 - row) * other.fer2013,
        )

    def to(self, device: torch.device) -> "Targets":
        """The same targets on a device."""
        return Targets(self.ferplus.to(device), self.fer2013.to(device))

    def at(self, places: torch.Tensor) -> "Targets":
        """The targets of some of the images."""
        return Targets(self.ferplus[places], self.fer2013[places])


def soft_cross_entropy(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Cross-entropy [n] between logits [n, 7] and distributions [n, 7]."""
    return -(targets * F.log_softmax(logits, 1)).sum(1)


def focal_cross_entropy(
    logits: torch.Tensor, targets: torch.Tensor, gamma: float
) -> torch.Tensor:
    """Focal loss [n] (Lin et al. 2017) for distributions: each term weighs (1 - p) ** gamma."""
    log_p = F.log_softmax(logits, 1)
    # At a certain answer a root (gamma below 1) would have a gradient without bound.
    doubt = (1 - log_p.exp()).clamp_min(1e-6)
    return -(targets * doubt.pow(gamma) * log_p).sum(1)


def smooth(targets: torch.Tensor, amount: float) -> torch.Tensor:
    """Label smoothing (Szegedy et al. 2016); rows of 0 stay 0."""
    known = targets.sum(1, keepdim=True)
    return targets * (1 - amount) + amount * known / targets.shape[1]


def loss_of(
    answers: tuple[torch.Tensor, torch.Tensor],
    targets: Targets,
    config: LossConfig,
    class_weight: torch.Tensor | None,
) -> torch.Tensor:
    """The loss of a batch, one number.

    Args:
        answers: FER+ and FER2013 logits, float32 [n, 7] each.
        class_weight: float32 [7], what each class counts in the FER+ loss; None: all the same.
    """
    ferplus, fer2013 = answers
    wanted = targets.ferplus if class_weight is None else targets.ferplus * class_weight
    plus = soft_cross_entropy(ferplus, wanted).mean()
    labels = smooth(targets.fer2013, config.label_smoothing)
    own = focal_cross_entropy(fer2013, labels, config.focal_gamma).mean()
    return config.ferplus_weight * plus + config.fer2013_weight * own


def distillation_loss(
    answers: tuple[torch.Tensor, torch.Tensor],
    taught: tuple[torch.Tensor, torch.Tensor],
    temperature: float,
) -> torch.Tensor:
    """Distance from teachers' softened answers (Hinton et al. 2015), mean over both heads.

    Args:
        taught: probabilities [n, 7] of each head at this temperature.
    """
    parts = [
        soft_cross_entropy(logits / temperature, wanted).mean() * temperature**2
        for logits, wanted in zip(answers, taught, strict=True)
    ]
    return sum(parts[1:], parts[0]) / len(parts)
