"""Starts a network from a face recogniser's weights, as a pinned package ships them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .errors import TrainingError
from .models.blocks import Standardise
from .models.two_heads import TwoHeads
from .recognisers import package_at

#: Faces on which the norms are set.
FACES_FOR_NORMS = 512


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TrainingError(
            f"There are no weights to start from at {path}. Run `npm ci` in the project first."
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise TrainingError(
            f"{path} is not the file this project was made with. Run `npm ci` in the project."
        )
    return data


def _values(entry: dict, data: bytes, start: int) -> tuple[np.ndarray, int]:
    """The numbers of one tensor, and where the next one starts."""
    quantised = entry.get("quantization", {})
    stored = np.dtype(quantised.get("dtype", entry["dtype"]))
    count = int(np.prod(entry["shape"], dtype=np.int64))
    values = np.frombuffer(data, stored, count, start).astype(np.float32)
    if "scale" in quantised:
        values = values * np.float32(quantised["scale"]) + np.float32(quantised["min"])
    return values, start + count * stored.itemsize


def read_package(manifest: Path) -> dict[str, torch.Tensor]:
    """The tensors of a package, by name, as TensorFlow lays them out.

    Args:
        manifest: one of `recognisers.PACKAGES`; the file of its weights lies beside it.

    Raises:
        TrainingError: a file is missing, or another than the pinned one.
    """
    package = package_at(manifest)
    document = json.loads(_checked(manifest, package.manifest_sha256))
    groups = document["weightsManifest"] if isinstance(document, dict) else document
    data = _checked(manifest.parent / groups[0]["paths"][0], package.weights_sha256)
    tensors: dict[str, torch.Tensor] = {}
    start = 0
    for entry in groups[0]["weights"]:
        values, start = _values(entry, data, start)
        tensors[entry["name"]] = torch.from_numpy(values).view(entry["shape"])
    return tensors


def _layers(backbone: nn.Module) -> list[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    """Convolutions and the norms behind them, first to last."""
    convolutions = [m for m in backbone.modules() if isinstance(m, nn.Conv2d)]
    norms = [m for m in backbone.modules() if isinstance(m, nn.BatchNorm2d)]
    return list(zip(convolutions, norms, strict=True))


@torch.no_grad()
def start_from_package(model: TwoHeads, manifest: Path, faces: torch.Tensor) -> None:
    """Gives the backbone the package's weights; the norms get the statistics of these faces.

    With those, the network answers as the package's does, and trains as one with norms. (A
    `FaceResNet` does where all its stages have odd sides, as at 131 pixels; see there.)

    Args:
        model: around the network that the package is for, of gray faces.
        faces: float32 [n, 1, h, w], 0 to 255, of the side that training starts with.

    Raises:
        TrainingError: the backbone is another network, or the package's files are not there.
    """
    package = package_at(manifest)
    backbone = model.backbone
    if not isinstance(backbone, package.backbone):
        raise TrainingError(
            f"Only {package.name} can start from {manifest.name}. Remove pretrained."
        )

    def set_norm(scale: torch.Tensor, offset: torch.Tensor):
        def hook(norm: nn.BatchNorm2d, inputs: tuple[torch.Tensor, ...]) -> None:
            mean = inputs[0].mean((0, 2, 3))
            variance = inputs[0].var((0, 2, 3), unbiased=False)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            norm.weight.copy_(scale * (variance + norm.eps).sqrt())
            norm.bias.copy_(offset + scale * mean)
        return hook

    hooks = []
    for (conv, norm), (kernel, scale, offset) in zip(
        _layers(backbone), package.parts(read_package(manifest)), strict=True
    ):
        conv.weight.copy_(kernel)
        hooks.append(norm.register_forward_pre_hook(set_norm(scale, offset)))
    was_training = model.training
    backbone.eval()(Standardise()(faces))
    model.train(was_training)
    for hook in hooks:
        hook.remove()
