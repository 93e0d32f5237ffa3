"""The networks, by name."""

from __future__ import annotations

from ..config import ModelConfig
from ..errors import TrainingError
from .poise_net import PoiseNet
from .two_heads import TwoHeads, initialise

#: Side of the face crops that every model takes.
CROP = 48


def _poise_net(config: ModelConfig) -> TwoHeads:
    return TwoHeads(PoiseNet(config.drop_path), PoiseNet.features, 1, config.dropout, 0)


ARCHITECTURES = {"poise_net": _poise_net}


def build_model(config: ModelConfig) -> TwoHeads:
    """Makes the network of a config, with freshly drawn weights.

    Raises:
        TrainingError: there is no network of that name.
    """
    try:
        build = ARCHITECTURES[config.name]
    except KeyError:
        raise TrainingError(
            f"There is no network {config.name!r}. There are: {', '.join(ARCHITECTURES)}."
        ) from None
    model = build(config)
    initialise(model)
    return model
