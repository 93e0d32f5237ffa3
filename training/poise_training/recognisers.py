"""The face recognisers of pinned packages: what their files hold, and which networks they fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import torch
from torch import nn

from .errors import TrainingError
from .models.face_resnet import STAGES, FaceResNet
from .models.mobilenet import LAYERS, MobileNet

#: The recognisers read the red, green and blue of 0 to 255, each less its mean over photographs.
#: Of a standardised face, about as much is left when one deviation is taken for this many gray
#: values.
GRAY_VALUES_PER_DEVIATION = 50.0

Tensors = Mapping[str, torch.Tensor]

#: Kernel [out, in, 3 or 1, ...], scale [out] and offset [out] of one convolution.
Part = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


def _mobilenet_parts(tensors: Tensors) -> list[Part]:
    """First to last. The package has the norms folded into kernels and offsets; depthwise
    convolutions kept their scale."""
    stem = tensors["conv1/convolution/merged_input"].sum(2, keepdim=True) * GRAY_VALUES_PER_DEVIATION
    parts = [(stem.permute(3, 2, 0, 1), None, tensors["conv1_bn/batchnorm_1/sub"])]
    for i in range(1, len(LAYERS) + 1):
        depthwise = tensors[f"conv_dw_{i}/depthwise_kernel"].permute(2, 3, 0, 1)
        scale = tensors[f"conv_dw_{i}_bn/batchnorm_1/mul"]
        parts.append((depthwise, scale, tensors[f"conv_dw_{i}_bn/batchnorm_1/sub"]))
        pointwise = tensors[f"conv_pw_{i}/convolution/merged_input"].permute(3, 2, 0, 1)
        parts.append((pointwise, None, tensors[f"conv_pw_{i}_bn/batchnorm_1/sub"]))
    return [(k, torch.ones(len(k)) if s is None else s, b) for k, s, b in parts]


#: The package divides the red, green and blue by this.
_GRAY_VALUES = 255.0


def _face_resnet_names() -> list[str]:
    """The package's names of the convolutions, first to last."""
    names = ["conv32_down"]
    for stage, (channels, count) in enumerate(STAGES[:-1]):
        for i in range(count):
            # A stage that halves calls its first block so, and counts from the second.
            block = str(i + 1) if stage == 0 else "down" if i == 0 else str(i)
            names += [f"conv{channels}_{block}/conv1", f"conv{channels}_{block}/conv2"]
    return [*names, "conv256_down_out/conv1", "conv256_down_out/conv2"]


def _face_resnet_parts(tensors: Tensors) -> list[Part]:
    parts = []
    for name in _face_resnet_names():
        kernel = tensors[f"{name}/conv/filters"].permute(3, 2, 0, 1)
        scale = tensors[f"{name}/scale/weights"]
        offset = tensors[f"{name}/conv/bias"] * scale + tensors[f"{name}/scale/biases"]
        if not parts:
            kernel = kernel.sum(1, keepdim=True) * (GRAY_VALUES_PER_DEVIATION / _GRAY_VALUES)
        # Before a norm, the length of a kernel changes no answer, but a step turns a short one
        # further: dlib's, a hundredth as long as after He et al. (2015), would soon forget what
        # they know.
        stretch = math.sqrt(2 / kernel[0].numel()) / kernel.std()
        parts.append((kernel * stretch, scale / stretch, offset))
    return parts


@dataclass(frozen=True)
class Package:
    """A face recogniser in a pinned package.

    Attributes:
        name: of the architecture in a config.
        backbone: the network that it fits.
        manifest_sha256, weights_sha256: of its two files.
        parts: its convolutions, first to last.
    """

    name: str
    backbone: type[nn.Module]
    manifest_sha256: str
    weights_sha256: str
    parts: Callable[[Tensors], list[Part]]


#: By the name of the manifest.
PACKAGES: Mapping[str, Package] = MappingProxyType(
    {
        # Of `@vladmandic/human` 3.3.6 (MIT): the MobileNet of HSE_FaceRec_tf (Savchenko 2019),
        # trained to tell the people of VGGFace2 (Cao et al. 2018) apart, then for age and gender.
        "faceres.json": Package(
            "mobilenet",
            MobileNet,
            "5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df",
            "2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b",
            _mobilenet_parts,
        ),
        # Of `@vladmandic/face-api` 1.7.15 (MIT): the recogniser of dlib (King 2017, public domain),
        # trained to tell 7,485 people apart on 3 million faces.
        "face_recognition_model-weights_manifest.json": Package(
            "face_resnet",
            FaceResNet,
            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589",
            _face_resnet_parts,
        ),
    }
)


def package_at(manifest: Path) -> Package:
    """The package whose manifest has this name.

    Raises:
        TrainingError: none has.
    """
    try:
        return PACKAGES[manifest.name]
    except KeyError:
        raise TrainingError(
            f"No network can start from {manifest.name}. There are: {', '.join(PACKAGES)}."
        ) from None
