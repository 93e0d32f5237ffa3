"""Starts a MobileNet from a face recogniser's weights, as a pinned package ships them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from .errors import TrainingError
from .models.blocks import Standardise
from .models.mobilenet import LAYERS, MobileNet
from .models.two_heads import TwoHeads

#: faceres of `@vladmandic/human` 3.3.6 (MIT): the MobileNet of HSE_FaceRec_tf (Savchenko 2019),
#: trained to tell the people of VGGFace2 (Cao et al. 2018) apart, then for age and gender.
MANIFEST_SHA256 = "5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df"
WEIGHTS_SHA256 = "2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b"

#: That network reads blue, green and red of 0 to 255, each less its mean over photographs. Of a
#: standardised face, about as much is left when one deviation is taken for this many gray values.
GRAY_VALUES_PER_DEVIATION = 50.0

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


def read_package(manifest: Path) -> dict[str, torch.Tensor]:
    """The tensors of faceres, by name, as TensorFlow lays them out.

    Args:
        manifest: its `faceres.json`; `faceres.bin` lies beside it.

    Raises:
        TrainingError: a file is missing, or another than the pinned one.
    """
    entries = json.loads(_checked(manifest, MANIFEST_SHA256))["weightsManifest"][0]["weights"]
    data = _checked(manifest.with_suffix(".bin"), WEIGHTS_SHA256)
    tensors: dict[str, torch.Tensor] = {}
    start = 0
    for entry in entries:
        count = int(np.prod(entry["shape"], dtype=np.int64))
        stored = np.dtype(entry.get("quantization", {}).get("dtype", entry["dtype"]))
        values = np.frombuffer(data, stored, count, start)
        tensors[entry["name"]] = torch.from_numpy(values.astype(np.float32)).view(entry["shape"])
        start += count * stored.itemsize
    return tensors


def _parts(backbone: MobileNet) -> list[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    layers = list(backbone.layers)
    return [
        (layer, layers[i + 1])  # type: ignore[misc]
        for i, layer in enumerate(layers) if isinstance(layer, nn.Conv2d)
    ]


def _folded(tensors: dict[str, torch.Tensor]) -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Kernel [out, in, 3 or 1, …], scale and offset [out] of each convolution, first to last.

    The package has the norms folded into kernels and offsets; depthwise ones kept their scale.
    """
    stem = tensors["conv1/convolution/merged_input"].sum(2, keepdim=True) * GRAY_VALUES_PER_DEVIATION
    parts = [(stem.permute(3, 2, 0, 1), None, tensors["conv1_bn/batchnorm_1/sub"])]
    for i in range(1, len(LAYERS) + 1):
        depthwise = tensors[f"conv_dw_{i}/depthwise_kernel"].permute(2, 3, 0, 1)
        scale = tensors[f"conv_dw_{i}_bn/batchnorm_1/mul"]
        parts.append((depthwise, scale, tensors[f"conv_dw_{i}_bn/batchnorm_1/sub"]))
        pointwise = tensors[f"conv_pw_{i}/convolution/merged_input"].permute(3, 2, 0, 1)
        parts.append((pointwise, None, tensors[f"conv_pw_{i}_bn/batchnorm_1/sub"]))
    return [(k, torch.ones(len(k)) if s is None else s, b) for k, s, b in parts]


@torch.no_grad()
def start_from_package(model: TwoHeads, manifest: Path, faces: torch.Tensor) -> None:
    """Gives the backbone the package's weights; the norms get the statistics of these faces.

    With those, the network answers as the package's does, and trains as one with norms.

    Args:
        model: around a `MobileNet` of gray faces.
        faces: float32 [n, 1, h, w], 0 to 255, of the side that training starts with.

    Raises:
        TrainingError: the backbone is another network, or the package's files are not there.
    """
    backbone = model.backbone
    if not isinstance(backbone, MobileNet):
        raise TrainingError("Only mobilenet can start from a package's weights. Remove pretrained.")

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
        _parts(backbone), _folded(read_package(manifest)), strict=True
    ):
        conv.weight.copy_(kernel)
        hooks.append(norm.register_forward_pre_hook(set_norm(scale, offset)))
    was_training = model.training
    backbone.eval()(Standardise()(faces))
    model.train(was_training)
    for hook in hooks:
        hook.remove()
