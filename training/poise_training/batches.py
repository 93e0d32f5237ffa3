"""Training images in batches, varied and mixed, from a seed alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from .augment import augment
from .classes import ANSWER_OF_EMOTION, EMOTIONS, plurality, vote_distribution
from .config import Config, LossConfig
from .data.image_set import ImageSet
from .losses import Targets


def targets_of(images: ImageSet, config: LossConfig) -> Targets:
    """The targets of a set of images, as a config wants them."""
    distribution, weight = vote_distribution(images.votes)
    if config.ferplus_targets == "plurality":
        best = plurality(images.votes)
        distribution = np.eye(len(EMOTIONS), dtype=np.float32)[best.clip(0)]
        weight = (best >= 0).astype(np.float32)
    labels = torch.from_numpy(images.labels)
    trusted = torch.from_numpy(np.where(images.suspect, config.suspect_weight, 1.0)).float()
    one_hot = F.one_hot(labels.clamp_min(0), len(EMOTIONS)).float()
    fer2013 = one_hot * ((labels >= 0) * trusted)[:, None]
    return Targets(
        ferplus=torch.from_numpy(distribution * weight[:, None]),
        fer2013=fer2013,
    )


def class_weights(images: ImageSet, power: float) -> torch.Tensor | None:
    """What each class counts: its share of all votes to the power of -`power`, 1 in the mean.

    Returns:
        float32 [7]; None when the power is 0 or no votes are known.
    """
    votes = images.votes[:, list(ANSWER_OF_EMOTION)].sum(0)
    if power == 0 or votes.sum() == 0:
        return None
    # A class without votes has no images to weigh, and must not make a weight without bound.
    share = torch.from_numpy(votes / votes.sum()).float().clamp_min(1e-6)
    weight = share.pow(-power)
    return weight / (weight * share).sum()


@dataclass(frozen=True)
class Batch:
    """float32 faces [n, 1, size, size], 0 to 255, and what they should be answered with."""

    faces: torch.Tensor
    targets: Targets


class Batches:
    """The batches of every epoch; the same seed gives the same batches."""

    def __init__(self, images: ImageSet, config: Config) -> None:
        self._faces = torch.from_numpy(images.images)
        self._targets = targets_of(images, config.loss)
        self._config = config
        #: Batches in one epoch; the rest of the images waits for another epoch's order.
        self.count = max(1, len(images) // config.batch_size)

    def epoch(self, number: int, size: int) -> Iterator[Batch]:
        """The batches of one epoch.

        Args:
            number: from 0.
            size: side of the faces in pixels.
        """
        generator = torch.Generator().manual_seed(self._config.seed * 1_000_003 + number)
        order = torch.randperm(len(self._faces), generator=generator)
        length = self._config.batch_size
        for start in range(0, self.count * length, length):
            places = order[start : start + length]
            yield self._make(places, size, generator)

    def _make(self, places: torch.Tensor, size: int, generator: torch.Generator) -> Batch:
        settings = self._config.augment
        faces = augment(self._faces[places], size, settings, generator)
        targets = self._targets.at(places)
        mixed = torch.rand(1, generator=generator).item() < settings.mixup_share
        if settings.mixup_alpha <= 0 or not mixed:
            return Batch(faces, targets)
        seed = int(torch.randint(2**31, (1,), generator=generator))
        alpha = settings.mixup_alpha
        drawn = np.random.default_rng(seed).beta(alpha, alpha, len(faces))
        share = torch.from_numpy(np.maximum(drawn, 1 - drawn)).float()
        other = torch.randperm(len(faces), generator=generator)
        part = share[:, None, None, None]
        return Batch(part * faces + (1 - part) * faces[other], targets.mix(targets.at(other), share))
