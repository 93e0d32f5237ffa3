"""The networks, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from torch import nn

from ..config import ModelConfig
from ..errors import TrainingError
from .efficientnet import EfficientNet
from .face_resnet import SMALLEST, FaceResNet
from .mobilenet import MobileNet
from .poise_net import PoiseNet
from .resnet import ResNet50
from .two_heads import TwoHeads, initialise
from .vgg import Vgg16

#: Side of the face crops that every model takes.
CROP = 48

#: The networks made for photographs halve a picture five times. From this side on a face has the
#: pixels for that (though no finer detail than its crop); of a smaller one too little would be
#: left, so the stem does not halve it.
STEM_HALVES_FROM = 64


#: Sides under which a network has nothing left to look at.
SMALLEST_SIDES: Mapping[str, int] = MappingProxyType({"face_resnet": SMALLEST})


def _stem_stride(config: ModelConfig) -> int:
    return 2 if config.input_size >= STEM_HALVES_FROM else 1


def _two_heads(
    backbone: nn.Module, features: int, channels: int, config: ModelConfig
) -> TwoHeads:
    resize = 0 if config.input_size == CROP else config.input_size
    return TwoHeads(backbone, features, channels, config.dropout, resize)


def _poise_net(config: ModelConfig) -> TwoHeads:
    return _two_heads(PoiseNet(config.drop_path), PoiseNet.features, 1, config)


def _efficientnet(width: float, depth: float, config: ModelConfig) -> TwoHeads:
    backbone = EfficientNet(width, depth, config.drop_path, _stem_stride(config))
    return _two_heads(backbone, backbone.features, 3, config)


def _resnet50(config: ModelConfig) -> TwoHeads:
    return _two_heads(ResNet50(config.drop_path, _stem_stride(config)), ResNet50.features, 3, config)


def _vgg16(config: ModelConfig) -> TwoHeads:
    if config.drop_path:
        raise TrainingError("vgg16 has no residual branches. Leave drop_path out of its config.")
    return _two_heads(Vgg16(), Vgg16.features, 3, config)


def _mobilenet(config: ModelConfig) -> TwoHeads:
    if config.drop_path:
        raise TrainingError("mobilenet has no residual branches. Leave drop_path out of its config.")
    return _two_heads(MobileNet(), MobileNet.features, 1, config)


def check_side(name: str, side: int) -> None:
    """Raises TrainingError where a network has nothing left to look at of faces of a side."""
    smallest = SMALLEST_SIDES.get(name, 0)
    if side < smallest:
        raise TrainingError(
            f"{name} needs faces of {smallest} pixels, and is to look at {side}. Give it a larger "
            "input_size, and larger sizes if the config has them."
        )


def _face_resnet(config: ModelConfig) -> TwoHeads:
    return _two_heads(FaceResNet(config.drop_path), FaceResNet.features, 1, config)


ARCHITECTURES: Mapping[str, Callable[[ModelConfig], TwoHeads]] = MappingProxyType(
    {
        "poise_net": _poise_net,
        "efficientnet_b0": lambda config: _efficientnet(1.0, 1.0, config),
        "efficientnet_b2": lambda config: _efficientnet(1.1, 1.2, config),
        "face_resnet": _face_resnet,
        "mobilenet": _mobilenet,
        "resnet50": _resnet50,
        "vgg16": _vgg16,
    }
)


def build_model(config: ModelConfig) -> TwoHeads:
    """Makes the network of a config, with freshly drawn weights.

    Raises:
        TrainingError: there is no network of that name, or it lacks what the config asks for.
    """
    try:
        build = ARCHITECTURES[config.name]
    except KeyError:
        raise TrainingError(
            f"There is no network {config.name!r}. There are: {', '.join(ARCHITECTURES)}."
        ) from None
    check_side(config.name, config.input_size)
    model = build(config)
    initialise(model)
    return model
