from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from drawn_faces import draw_faces
from drawn_sets import drawn_set, tiny_config
from poise_training.config import ModelConfig
from poise_training.errors import TrainingError
from poise_training.models import build_model
from poise_training.models.blocks import Standardise
from poise_training.models.mobilenet import LAYERS, MobileNet
from poise_training.pretrained import read_package, start_from_package
from poise_training.recognisers import GRAY_VALUES_PER_DEVIATION, package_at
from poise_training.runs import Run, read_json
from poise_training.train import Trainer

VLADMANDIC = Path(__file__).parents[2] / "node_modules/@vladmandic"
MANIFEST = VLADMANDIC / "human/models/faceres.json"
DLIB = VLADMANDIC / "face-api/model/face_recognition_model-weights_manifest.json"


def drawn(side: int) -> torch.Tensor:
    faces = torch.from_numpy(draw_faces(24, seed=3).images)[:, None].float()
    return F.interpolate(faces, (side, side), mode="bilinear")


def as_the_package_computes(faces: torch.Tensor) -> torch.Tensor:
    """The package's graph, operator by operator: no norms, three channels."""
    tensors = read_package(MANIFEST)
    x = (Standardise()(faces) * GRAY_VALUES_PER_DEVIATION).expand(-1, 3, -1, -1)

    def activate(name: str) -> torch.Tensor:
        return (x + tensors[f"{name}_bn/batchnorm_1/sub"][:, None, None]).clamp(0, 6)

    x = F.conv2d(x, tensors["conv1/convolution/merged_input"].permute(3, 2, 0, 1), None, 2, 1)
    x = activate("conv1")
    for i, (_, stride) in enumerate(LAYERS, 1):
        kernel = tensors[f"conv_dw_{i}/depthwise_kernel"].permute(2, 3, 0, 1)
        x = F.conv2d(x, kernel, None, stride, 1, groups=x.shape[1])
        x = x * tensors[f"conv_dw_{i}_bn/batchnorm_1/mul"][:, None, None]
        x = activate(f"conv_dw_{i}")
        x = F.conv2d(x, tensors[f"conv_pw_{i}/convolution/merged_input"].permute(3, 2, 0, 1))
        x = activate(f"conv_pw_{i}")
    return x.mean((2, 3))


def as_dlib_computes(faces: torch.Tensor) -> torch.Tensor:
    """The means of the last two stages, operator by operator: no norms, three channels."""
    tensors = read_package(DLIB)
    x = (Standardise()(faces) * GRAY_VALUES_PER_DEVIATION / 255).expand(-1, 3, -1, -1)

    def convolve(x: torch.Tensor, name: str, stride: int, padding: int) -> torch.Tensor:
        kernel = tensors[f"{name}/conv/filters"].permute(3, 2, 0, 1)
        x = F.conv2d(x, kernel, tensors[f"{name}/conv/bias"], stride, padding)
        scale, offset = tensors[f"{name}/scale/weights"], tensors[f"{name}/scale/biases"]
        return x * scale[:, None, None] + offset[:, None, None]

    x = F.max_pool2d(convolve(x, "conv32_down", 2, 0).relu(), 3, 2)
    blocks = [
        "32_1", "32_2", "32_3", "64_down", "64_1", "64_2", "64_3", "128_down", "128_1", "128_2",
        "256_down", "256_1", "256_2", "256_down_out",
    ]
    means = []
    for block in blocks:
        halves = "down" in block
        body = convolve(x, f"conv{block}/conv1", 2 if halves else 1, 0 if halves else 1).relu()
        body = convolve(body, f"conv{block}/conv2", 1, 1)
        around = F.avg_pool2d(x, 2) if halves else x
        missing = torch.zeros(len(x), body.shape[1] - around.shape[1], *around.shape[2:])
        x = (body + torch.cat([around, missing], 1)).relu()
        means.append(x.mean((2, 3)))
    return torch.cat(means[-2:], 1)


def test_mobilenet_has_the_published_count_of_parameters() -> None:
    with torch.device("meta"):
        network = MobileNet(channels=3)
        parts = [network, nn.Linear(network.features, 1000)]
    assert sum(p.numel() for part in parts for p in part.parameters()) == 4_231_976


def test_a_network_that_starts_from_the_package_answers_as_the_package_does() -> None:
    model = build_model(ModelConfig("mobilenet", input_size=64)).eval()
    faces = drawn(64)
    start_from_package(model, MANIFEST, faces)
    with torch.no_grad():
        own, wanted = model.backbone(Standardise()(faces)), as_the_package_computes(faces)
        other = drawn(96)
        elsewhere = model.backbone(Standardise()(other))
    assert wanted.std() > 0.01
    assert torch.allclose(own, wanted, atol=2e-3)
    assert torch.allclose(elsewhere, as_the_package_computes(other), atol=2e-3)


def test_a_face_resnet_that_starts_from_the_package_answers_as_dlibs_network_does() -> None:
    model = build_model(ModelConfig("face_resnet", input_size=131)).eval()
    faces = drawn(131)
    start_from_package(model, DLIB, faces)
    model.backbone.norm = nn.Identity()
    with torch.no_grad():
        own, wanted = model.backbone(Standardise()(faces)), as_dlib_computes(faces)
    assert wanted.std() > 0.1
    assert torch.allclose(own, wanted, atol=2e-3)


def test_kernels_start_as_long_as_he_draws_them_so_that_the_first_steps_do_not_undo_them() -> None:
    model = build_model(ModelConfig("face_resnet", input_size=131))
    start_from_package(model, DLIB, drawn(131))
    for conv in (m for m in model.modules() if isinstance(m, nn.Conv2d)):
        drawn_deviation = (2 / conv.weight[0].numel()) ** 0.5
        assert float(conv.weight.detach().std()) == pytest.approx(drawn_deviation, rel=1e-3)


def test_it_answers_nearly_alike_while_it_learns_because_its_norms_fit_faces() -> None:
    model = build_model(ModelConfig("mobilenet", input_size=64))
    faces = drawn(64)
    start_from_package(model, MANIFEST, faces)
    assert model.training
    with torch.no_grad():
        learning = model.backbone(Standardise()(faces))
    assert torch.allclose(learning, as_the_package_computes(faces), atol=2e-2)


def test_a_run_from_the_package_names_the_weights_it_starts_from(tmp_path: Path) -> None:
    images = drawn_set(draw_faces(60, seed=1), validation=10)
    config = tiny_config(
        model=ModelConfig("mobilenet", input_size=32), pretrained=str(MANIFEST), epochs=1
    )
    Trainer(config, images, tmp_path / "run", lambda _: None).run()
    assert read_json(tmp_path / "run" / "run.json")["learned_from"] == {
        str(MANIFEST): package_at(MANIFEST).weights_sha256
    }
    assert Run(tmp_path / "run").weights.exists()


def test_other_files_and_other_networks_are_refused(tmp_path: Path) -> None:
    model = build_model(ModelConfig("mobilenet", input_size=64))
    with pytest.raises(TrainingError, match="npm ci"):
        start_from_package(model, tmp_path / "faceres.json", drawn(64))
    changed = tmp_path / "faceres.json"
    changed.write_bytes(MANIFEST.read_bytes() + b" ")
    with pytest.raises(TrainingError, match="not the file"):
        start_from_package(model, changed, drawn(64))
    with pytest.raises(TrainingError, match="Only face_resnet"):
        start_from_package(model, DLIB, drawn(64))
    with pytest.raises(TrainingError, match="There are: faceres.json"):
        start_from_package(model, tmp_path / "other.json", drawn(64))
    with pytest.raises(TrainingError, match="Only mobilenet"):
        start_from_package(build_model(ModelConfig("poise_net")), MANIFEST, drawn(48))
    with pytest.raises(TrainingError, match="drop_path"):
        build_model(ModelConfig("mobilenet", drop_path=0.1))


def test_a_config_of_another_network_says_that_it_cannot_start_from_the_package(
    tmp_path: Path,
) -> None:
    images = drawn_set(draw_faces(60, seed=1))
    config = dataclasses.replace(tiny_config(), pretrained=str(MANIFEST))
    with pytest.raises(TrainingError, match="Only mobilenet"):
        Trainer(config, images, tmp_path / "run", lambda _: None)
