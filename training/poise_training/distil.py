"""Networks that a smaller network learns from."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F

from .config import DistilConfig
from .models import CROP
from .models.two_heads import TwoHeads
from .runs import load_model, origin


def at_side(faces: torch.Tensor, side: int) -> torch.Tensor:
    """Faces [n, 1, h, w] at another size."""
    if faces.shape[-1] == side:
        return faces
    smaller = faces.shape[-1] > side
    return F.interpolate(faces, (side, side), mode="bilinear", antialias=smaller)


class Teachers:
    """One or several trained networks, asked for their mean answer."""

    def __init__(self, models: list[TwoHeads], temperature: float) -> None:
        self._models = models
        self._temperature = temperature

    @staticmethod
    def load(config: DistilConfig, folder: Path, device: torch.device) -> "Teachers | None":
        """The teachers of the run in `folder`; None when its config names none."""
        if not config.teachers:
            return None
        models = [
            load_model(origin(name, folder)).to(device, memory_format=torch.channels_last)
            for name in config.teachers
        ]
        return Teachers(models, config.temperature)

    @torch.no_grad()
    def answer(self, faces: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean softened probabilities [n, 7] of both heads, for the very faces that the learner
        sees (Beyer et al. 2022), at the size that each teacher looks at."""
        with torch.autocast(faces.device.type, torch.bfloat16):
            answers = [model(at_side(faces, model.resize or CROP)) for model in self._models]
        ferplus, fer2013 = (
            torch.stack([F.softmax(a[head].float() / self._temperature, 1) for a in answers])
            .mean(0)
            for head in (0, 1)
        )
        return ferplus, fer2013
