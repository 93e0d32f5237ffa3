"""Answers of a network for many faces."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from .classes import EMOTIONS


@torch.no_grad()
def predict_logits(
    model: nn.Module, faces: np.ndarray | torch.Tensor, batch_size: int = 256
) -> tuple[np.ndarray, np.ndarray]:
    """Logits of both heads.

    Args:
        model: in evaluation mode.
        faces: gray, 0 to 255, [n, h, w].

    Returns:
        FER+ and FER2013 logits, float32 [n, 7] each.
    """
    device = next(model.parameters()).device
    rows: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    pixels = torch.as_tensor(faces)
    for part in pixels.split(batch_size):
        x = part.float()[:, None].to(device, memory_format=torch.channels_last)
        for kept, answer in zip(rows, model(x), strict=True):
            kept.append(answer.float().cpu().numpy())
    empty = np.zeros((0, len(EMOTIONS)), np.float32)
    return np.concatenate([empty, *rows[0]]), np.concatenate([empty, *rows[1]])
