from __future__ import annotations

import io
import warnings

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from poise_training.classes import EMOTIONS
from poise_training.config import ModelConfig
from poise_training.errors import TrainingError
from poise_training.models import ARCHITECTURES, CROP, STEM_HALVES_FROM, build_model
from poise_training.models.blocks import DropPath
from poise_training.models.efficientnet import EfficientNet, round_channels
from poise_training.models.face_resnet import SMALLEST, STAGES, FaceResNet
from poise_training.models.resnet import ResNet50
from poise_training.models.two_heads import TwoHeads
from poise_training.models.vgg import Vgg16


def count(*modules: nn.Module) -> int:
    return sum(p.numel() for module in modules for p in module.parameters())


def norm_count(module: nn.Module) -> int:
    return count(*(part for part in module.modules() if isinstance(part, nn.BatchNorm2d)))


@pytest.mark.parametrize(
    ("width", "depth", "features", "parameters"),
    [(1.0, 1.0, 1280, 5_288_548), (1.1, 1.2, 1408, 9_109_994)],
)
@pytest.mark.parametrize("stem_stride", [1, 2])
def test_efficientnet_has_the_published_count_of_parameters(
    width: float, depth: float, features: int, parameters: int, stem_stride: int
) -> None:
    with torch.device("meta"):
        network = EfficientNet(width, depth, stem_stride=stem_stride)
        assert network.features == features
        assert count(network, nn.Linear(features, 1000)) == parameters


def test_resnet50_has_the_published_count_of_parameters() -> None:
    with torch.device("meta"):
        assert count(ResNet50(), nn.Linear(ResNet50.features, 1000)) == 25_557_032


def test_vgg16_has_the_published_count_of_parameters_with_the_fully_connected_part_of_the_paper(
) -> None:
    with torch.device("meta"):
        network = Vgg16()
        connected = [
            nn.Linear(Vgg16.features * 7 * 7, 4096), nn.Linear(4096, 4096), nn.Linear(4096, 1000)
        ]
        assert count(network, *connected) == 138_365_992
        assert count(network, *connected) - norm_count(network) == 138_357_544


def test_face_resnet_is_the_published_network_of_29_convolutions() -> None:
    convolutions = [m for m in FaceResNet().modules() if isinstance(m, nn.Conv2d)]
    assert len(convolutions) == 29 == 1 + 2 * sum(blocks for _, blocks in STAGES)
    # What dlib's kernels have, which read three colours in the first one.
    assert count(*convolutions) == 5_571_168 - 2 * 7 * 7 * 32


@pytest.mark.parametrize("side", [SMALLEST, 83, 98, 131])
def test_face_resnet_looks_at_faces_of_even_and_odd_sides(side: int) -> None:
    assert FaceResNet().eval()(torch.rand(2, 1, side, side)).shape == (2, FaceResNet.features)


def test_face_resnet_says_which_faces_are_too_small_for_it() -> None:
    with pytest.raises(TrainingError, match=f"{SMALLEST} pixels"):
        build_model(ModelConfig("face_resnet", input_size=SMALLEST - 1))


@pytest.mark.parametrize(
    ("wanted", "channels"), [(1, 8), (32 * 1.1, 32), (24 * 1.1, 24), (40 * 1.1, 48), (18, 24)]
)
def test_channels_are_rounded_to_eights_and_never_lose_more_than_a_tenth(
    wanted: float, channels: int
) -> None:
    assert round_channels(wanted) == channels
    for number in range(1, 2000):
        assert round_channels(number) % 8 == 0
        assert 0.9 * number <= round_channels(number) <= number + 8


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_every_network_answers_a_face_with_seven_logits_of_each_head(name: str) -> None:
    model = build_model(ModelConfig(name, input_size=SMALLEST)).eval()
    with torch.no_grad():
        ferplus, fer2013 = model(torch.rand(1, 1, CROP, CROP) * 255)
    assert ferplus.shape == fer2013.shape == (1, len(EMOTIONS))
    assert ferplus.isfinite().all() and fer2013.isfinite().all()


class _Seen(nn.Module):
    """Keeps the shape of what it is shown."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.shape = tuple(x.shape)
        return x.mean((2, 3))


def test_crops_are_enlarged_when_the_network_answers_but_not_while_it_learns() -> None:
    seen = _Seen()
    model = TwoHeads(seen, 3, channels=3, dropout=0, resize=64)
    face = torch.rand(2, 1, CROP, CROP) * 255
    model.train()(face)
    assert seen.shape == (2, 3, CROP, CROP)
    model.eval()(face)
    assert seen.shape == (2, 3, 64, 64)


def test_an_enlarged_crop_is_what_a_network_of_that_size_was_trained_on() -> None:
    seen = _Seen()
    model = TwoHeads(seen, 1, channels=1, dropout=0, resize=64)
    face = torch.rand(2, 1, 64, 64) * 255
    trained, answered = model.train()(face), model.eval()(face)
    assert torch.equal(trained[0], answered[0])


def test_a_network_that_looks_at_crops_as_they_are_resizes_nothing() -> None:
    assert build_model(ModelConfig("poise_net", input_size=CROP)).resize == 0
    assert build_model(ModelConfig("poise_net", input_size=64)).resize == 64


@pytest.mark.parametrize("name", ["efficientnet_b0", "efficientnet_b2", "resnet50"])
@pytest.mark.parametrize(("side", "stride"), [(48, 1), (STEM_HALVES_FROM, 2), (96, 2)])
def test_a_stem_halves_only_faces_that_are_large_enough(name: str, side: int, stride: int) -> None:
    with torch.device("meta"):
        model = build_model(ModelConfig(name, input_size=side))
    stem = next(part for part in model.modules() if isinstance(part, nn.Conv2d))
    assert stem.stride == (stride, stride)


def test_light_and_contrast_of_a_face_do_not_change_the_answer() -> None:
    model = build_model(ModelConfig("poise_net")).eval()
    face = torch.rand(2, 1, CROP, CROP) * 150
    with torch.no_grad():
        plain, changed = model(face)[0], model(face * 0.6 + 80)[0]
    assert torch.allclose(plain, changed, atol=1e-4)


def test_an_even_picture_gives_an_answer_and_no_nan() -> None:
    model = build_model(ModelConfig("poise_net")).eval()
    with torch.no_grad():
        assert model(torch.full((1, 1, CROP, CROP), 99.0))[0].isfinite().all()


def test_left_out_branches_are_made_up_for_and_none_is_left_out_of_an_answer() -> None:
    torch.manual_seed(1)
    drop = DropPath(0.25)
    x = torch.ones(4000, 1, 1, 1)
    kept = drop.train()(x)
    assert kept.unique().tolist() == pytest.approx([0, 1 / 0.75])
    assert float(kept.mean()) == pytest.approx(1, abs=0.05)
    assert torch.equal(drop.eval()(x), x)


def test_depthwise_kernels_start_as_large_as_their_own_fan_asks_for() -> None:
    torch.manual_seed(1)
    model = build_model(ModelConfig("efficientnet_b0"))
    depthwise = [m for m in model.modules() if isinstance(m, nn.Conv2d) and m.groups > 100]
    for conv in depthwise:
        expected = (2 / conv.kernel_size[0] ** 2) ** 0.5
        assert float(conv.weight.detach().std()) == pytest.approx(expected, rel=0.1)


def test_an_unknown_network_is_answered_with_the_names_of_all() -> None:
    with pytest.raises(TrainingError, match="'alexnet'.*poise_net, efficientnet_b0"):
        build_model(ModelConfig("alexnet"))


def test_vgg16_refuses_to_leave_out_branches_that_it_does_not_have() -> None:
    with pytest.raises(TrainingError, match="no residual branches"):
        build_model(ModelConfig("vgg16", drop_path=0.1))


@pytest.mark.parametrize(
    ("name", "side"),
    [("poise_net", 48), ("efficientnet_b0", 64), ("face_resnet", 99), ("face_resnet", 131)],
)
def test_a_network_exports_to_onnx_and_answers_the_same_for_any_number_of_crops(
    name: str, side: int
) -> None:
    torch.manual_seed(1)
    model = build_model(ModelConfig(name, input_size=side)).eval()
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            model,
            (torch.zeros(2, 1, CROP, CROP),),
            file,
            input_names=["face"],
            output_names=["ferplus", "fer2013"],
            dynamic_axes={"face": {0: "n"}},
            dynamo=False,
        )
    onnx.checker.check_model(file.getvalue())
    session = onnxruntime.InferenceSession(file.getvalue(), providers=["CPUExecutionProvider"])
    for n in (1, 3):
        faces = torch.rand(n, 1, CROP, CROP) * 255
        with torch.no_grad():
            expected = [answer.numpy() for answer in model(faces)]
        for answer, wanted in zip(session.run(None, {"face": faces.numpy()}), expected, strict=True):
            np.testing.assert_allclose(answer, wanted, atol=1e-3)
