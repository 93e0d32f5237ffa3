"""Networks that a smaller network learns from."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from .config import DistilConfig
from .runs import load_model


class Teachers:
    """One or several trained networks, asked for their mean answer."""

    def __init__(self, models: list[nn.Module], temperature: float) -> None:
        self._models = models
        self._temperature = temperature

    @staticmethod
    def load(config: DistilConfig, device: torch.device) -> "Teachers | None":
        """The teachers of a config; None when it names none."""
        if not config.teachers:
            return None
        models: list[nn.Module] = [
            load_model(Path(folder)).to(device, memory_format=torch.channels_last)
            for folder in config.teachers
        ]
        return Teachers(models, config.temperature)

    @torch.no_grad()
    def answer(self, faces: torch.Tensor, size: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean softened probabilities [n, 7] of both heads, for the very faces that the learner
        sees (Beyer et al. 2022), enlarged to the teachers' size where they are smaller."""
        if faces.shape[-1] < size:
            faces = F.interpolate(faces, (size, size), mode="bilinear", align_corners=False)
        with torch.autocast(faces.device.type, torch.bfloat16):
            answers = [model(faces) for model in self._models]
        ferplus, fer2013 = (
            torch.stack([F.softmax(a[head].float() / self._temperature, 1) for a in answers])
            .mean(0)
            for head in (0, 1)
        )
        return ferplus, fer2013
