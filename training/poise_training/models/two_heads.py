"""A network with the two outputs that every expression model of Poise has."""

from __future__ import annotations

import math

import torch
from torch import nn
from torch.nn import functional as F

from ..classes import EMOTIONS
from .blocks import Standardise


class TwoHeads(nn.Module):
    """Gray face [n, 1, h, w], 0 to 255, to two rows of seven logits.

    The first head learns FER+ vote distributions and is what Poise uses; the second learns
    FER2013's own labels and is there for comparison with published figures.
    """

    def __init__(
        self, backbone: nn.Module, features: int, channels: int, dropout: float, resize: int
    ) -> None:
        """
        Args:
            backbone: standardised face [n, channels, h, w] to features [n, features].
            resize: side to which a face crop is enlarged for the backbone; 0 leaves it as it is.
                Only in evaluation mode, and so in an exported graph: in training the faces come
                at the side for that part of the run (`Config.sizes`), and a small one must stay
                small, because that is what makes the start of a run fast.
        """
        super().__init__()
        self.standardise = Standardise()
        self.backbone = backbone
        self.dropout = nn.Dropout(dropout)
        self.ferplus = nn.Linear(features, len(EMOTIONS))
        self.fer2013 = nn.Linear(features, len(EMOTIONS))
        self.channels = channels
        self.resize = resize

    def forward(self, face: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.standardise(face)
        if self.resize and not self.training:
            x = F.interpolate(x, (self.resize, self.resize), mode="bilinear", align_corners=False)
        if self.channels > 1:
            x = x.expand(-1, self.channels, -1, -1)
        features = self.dropout(self.backbone(x))
        return self.ferplus(features), self.fer2013(features)


def initialise(model: nn.Module) -> None:
    """Draws the weights of convolutions after He et al. (2015); last norms of branches stay."""
    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            # PyTorch counts the outputs of all groups, but an input reaches only its own group.
            module.weight.data.mul_(math.sqrt(module.groups))
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, std=0.01)
            nn.init.zeros_(module.bias)
