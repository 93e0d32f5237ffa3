from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from drawn_faces import draw_faces
from drawn_runs import finished_run
from drawn_sets import drawn_set
from poise_training.classes import EMOTIONS
from poise_training.data.image_set import SIDE, TRAIN, ImageSet, concatenate, save
from poise_training.errors import TrainingError
from poise_training.evaluate import calibration_of, evaluate_run
from poise_training.export.graph import OPSET, to_onnx
from poise_training.export.half import halve_weights
from poise_training.export.model_file import evaluate_file, file_predictor
from poise_training.predict import predict_logits
from poise_training.runs import load_model

_TRAINING = Path(__file__).parents[1]

HAPPY, SAD = EMOTIONS.index("happy"), EMOTIONS.index("sad")

#: What is judged of a file as of a run.
_PARTS = ("official", "official_mirrored", "deduplicated", "robustness")


@pytest.fixture(scope="module")
def images() -> ImageSet:
    """Two sources, with copies: what may be judged differently, is there."""
    first = drawn_set(draw_faces(150, seed=1), validation=40)
    both = concatenate([first, drawn_set(draw_faces(20, seed=2))])
    both.group[:3] = both.group[30:33]
    return both


@pytest.fixture(scope="module")
def run(images: ImageSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished_run(tmp_path_factory.mktemp("runs") / "drawn", images)


@pytest.fixture(scope="module")
def metrics(run: Path, images: ImageSet) -> dict[str, Any]:
    """What is said of the run; all three numbers of its calibration change its answers."""
    judged = evaluate_run(run, images)
    assert calibration_of(judged).neutral_shift > 0
    assert 1 not in judged["temperature"].values()
    return judged


@pytest.fixture(scope="module")
def graph(run: Path, metrics: dict[str, Any]) -> onnx.ModelProto:
    return to_onnx(load_model(run), calibration_of(metrics))


def linear(
    biases: tuple[np.ndarray, np.ndarray],
    names: tuple[str, ...] = ("probabilities", "fer2013_probabilities"),
    pixels: np.ndarray | None = None,
) -> onnx.ModelProto:
    """A file that somebody else made.

    Args:
        biases: logits [7] of the two outputs.
        pixels: what each pixel of 48 by 48 adds to the logits of both, [2304, 7]; by default
            nothing: the same answer to every face, whatever it shows.
    """
    weights = {f"bias_{i}": bias.astype(np.float32) for i, bias in enumerate(biases)}
    if pixels is None:
        pixels = np.zeros((SIDE * SIDE, len(EMOTIONS)))
    weights["pixels"] = pixels.astype(np.float32)
    nodes = [helper.make_node("Flatten", ["face"], ["row"])]
    for i, name in enumerate(names):
        nodes += [
            helper.make_node("Gemm", ["row", "pixels", f"bias_{i}"], [f"logits_{i}"]),
            helper.make_node("Softmax", [f"logits_{i}"], [name]),
        ]
    made = helper.make_graph(
        nodes,
        "linear",
        [helper.make_tensor_value_info("face", TensorProto.FLOAT, ["n", 1, SIDE, SIDE])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["n", len(EMOTIONS)]) for n in names],
        [numpy_helper.from_array(values, name) for name, values in weights.items()],
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def saved(model: onnx.ModelProto, path: Path) -> Path:
    onnx.save(model, path)
    return path


def assert_alike(one: Any, other: Any, tolerance: float, where: str = "") -> None:
    """Two judgements are the same but for the rounding of numbers."""
    if isinstance(one, dict):
        assert one.keys() == other.keys(), where
        for key in one:
            assert_alike(one[key], other[key], tolerance, f"{where}/{key}")
    elif isinstance(one, float) and other is not None:
        assert one == pytest.approx(other, abs=tolerance), where
    else:
        assert one == other, where


def test_a_file_is_judged_as_the_run_of_which_it_was_made(
    graph: onnx.ModelProto, metrics: dict[str, Any], images: ImageSet, tmp_path: Path
) -> None:
    judged = evaluate_file(saved(graph, tmp_path / "drawn.onnx"), images)
    assert len(set(np.argmax(metrics["official"]["ferplus"]["confusion"], 1))) > 2
    for part in _PARTS:
        of_run = {k: v for k, v in metrics[part].items() if k != "ece_before_temperature"}
        assert_alike(judged[part], of_run, 1e-5, part)
    assert judged["official"]["fer2013"]["n"] == 30, "of the first source"
    assert judged["deduplicated"]["fer2013"]["n"] == 27, "three have a copy among the others"


def test_a_network_is_the_same_after_a_file_was_made_of_it(
    run: Path, metrics: dict[str, Any]
) -> None:
    model = load_model(run)
    faces = draw_faces(8, seed=9).images
    before = predict_logits(model, faces)
    to_onnx(model, calibration_of(metrics))
    for one, other in zip(before, predict_logits(model, faces), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_weights_as_float16_change_next_to_nothing_of_the_judgement(
    graph: onnx.ModelProto, metrics: dict[str, Any], images: ImageSet, tmp_path: Path
) -> None:
    path = saved(halve_weights(graph), tmp_path / "half.onnx")
    judged = evaluate_file(path, images)
    assert path.stat().st_size < 0.6 * len(graph.SerializeToString())
    for head in ("ferplus", "fer2013"):
        accuracies = [figures["official"][head]["accuracy"] for figures in (judged, metrics)]
        # One of the 30 faces.
        assert accuracies[0] == pytest.approx(accuracies[1], abs=0.034)
    assert judged["official"]["vote_divergence"] == pytest.approx(
        metrics["official"]["vote_divergence"], abs=0.005
    )


def test_the_answers_of_a_file_become_logits_that_its_calibration_turns_into_them_again(
    graph: onnx.ModelProto, run: Path, metrics: dict[str, Any]
) -> None:
    calibration = calibration_of(metrics)
    # More than the file is asked at once.
    faces = draw_faces(70, seed=9).images
    from_file = file_predictor(graph, calibration)(faces)
    from_run = predict_logits(load_model(run), faces)
    assert [rows.shape for rows in from_file] == [(70, 7), (70, 7)]
    for one, other in zip(from_file, from_run, strict=True):
        # A softmax forgets what all seven have in common.
        np.testing.assert_allclose(
            one - one.mean(1, keepdims=True), other - other.mean(1, keepdims=True), atol=1e-3
        )
    answers = calibration.probabilities(from_file)
    wanted = calibration.probabilities(from_run)
    for one, other in zip(answers, wanted, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_a_file_of_unknown_make_is_judged_by_its_answers_and_named_by_its_file(
    images: ImageSet, tmp_path: Path
) -> None:
    always_happy = np.eye(7)[HAPPY]
    path = saved(linear((always_happy, 3 * always_happy)), tmp_path / "theirs.onnx")
    judged = evaluate_file(path, images)
    test = images.labels[:30]
    assert judged["name"] == "theirs"
    assert judged["parameters"] == SIDE * SIDE * 7 + 7 + 7
    share = float((test == HAPPY).mean())
    for part in ("official", "official_mirrored"):
        assert judged[part]["fer2013"]["accuracy"] == pytest.approx(share)
        for head, height in (("ferplus", 1), ("fer2013", 3)):
            figures = judged[part][head]
            confidence = np.exp(height) / (np.exp(height) + 6)
            # All answers are equally sure.
            assert figures["ece"] == pytest.approx(abs(confidence - figures["accuracy"]), abs=1e-5)
        assert "ece_before_temperature" not in judged[part], "it has no temperature outside"


def test_a_file_that_contradicts_itself_about_the_mirror_image_and_is_certain_is_half_and_half(
    images: ImageSet, tmp_path: Path
) -> None:
    # Happy where the left is brighter, sad where the right is: of other answers nothing is left.
    pixels = np.zeros((SIDE, SIDE, len(EMOTIONS)))
    pixels[:, : SIDE // 2, HAPPY] = pixels[:, SIDE // 2 :, SAD] = 9
    rows = pixels.reshape(-1, len(EMOTIONS))
    path = saved(linear((np.zeros(7), np.zeros(7)), pixels=rows), tmp_path / "certain.onnx")
    judged = evaluate_file(path, images)
    for part, confidence in (("official", 1), ("official_mirrored", 0.5)):
        figures = judged[part]["fer2013"]
        assert figures["ece"] == pytest.approx(confidence - figures["accuracy"], abs=1e-4)
    json.dumps(judged, allow_nan=False)


def test_a_file_that_is_missing_broken_or_answers_otherwise_is_refused(
    images: ImageSet, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="nothing.onnx cannot be read"):
        evaluate_file(tmp_path / "nothing.onnx", images)
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"\xff no model at all")
    with pytest.raises(TrainingError, match="broken.onnx cannot be read"):
        evaluate_file(broken, images)
    biases = (np.zeros(7), np.zeros(7))
    other = saved(linear(biases, ("probabilities", "age")), tmp_path / "other.onnx")
    with pytest.raises(TrainingError, match=r"outputs \['age', 'probabilities'\] and needs"):
        evaluate_file(other, images)


def test_a_file_that_wants_other_faces_and_data_without_test_images_are_refused_in_words(
    images: ImageSet, tmp_path: Path
) -> None:
    zeros = np.zeros(len(EMOTIONS))
    other = linear((zeros, zeros))
    other.graph.input[0].name = "picture"
    other.graph.node[0].input[0] = "picture"
    with pytest.raises(TrainingError, match="does not answer two faces at once"):
        evaluate_file(saved(other, tmp_path / "other.onnx"), images)
    one = linear((zeros, zeros))
    one.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 1
    with pytest.raises(TrainingError, match="does not answer two faces at once"):
        evaluate_file(saved(one, tmp_path / "one.onnx"), images)
    untested = dataclasses.replace(images, split=np.full(len(images), TRAIN))
    with pytest.raises(TrainingError, match="no test images"):
        evaluate_file(saved(linear((zeros, zeros)), tmp_path / "fine.onnx"), untested)


def command(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "poise_training", "--work", str(work), *arguments],
        cwd=_TRAINING, capture_output=True, text=True, check=False,
    )


def test_the_command_judges_a_file_writes_it_down_under_the_files_name_and_says_it(
    images: ImageSet, tmp_path: Path
) -> None:
    # Ten labels that the votes do not bear out, so that the two heads' figures differ.
    labels = np.where(np.arange(len(images)) < 10, HAPPY, images.labels)
    images = dataclasses.replace(images, labels=labels)
    work, elsewhere = tmp_path / "work", tmp_path / "elsewhere"
    save(images, work / "dataset.npz")
    elsewhere.mkdir()
    bias = np.eye(7)[HAPPY]
    path = saved(linear((bias, bias)), elsewhere / "theirs.onnx")
    done = command(work, "evaluate", str(path))
    assert done.returncode == 0, done.stderr
    written = json.loads((work / "theirs.json").read_text(encoding="utf-8"))
    assert_alike(written, evaluate_file(path, images), 1e-9)
    assert done.stdout.startswith("theirs: 16,142 parameters\n")
    plus, own = (100 * written["official"][head]["accuracy"] for head in ("ferplus", "fer2013"))
    assert plus < own
    (said,) = (line for line in done.stdout.splitlines() if line.startswith("public test"))
    assert said.split()[2] == f"{plus:.2f}%"
    assert said.split()[-1] == f"{own:.2f}%"
    assert [file.name for file in elsewhere.iterdir()] == ["theirs.onnx"]


def test_the_command_says_that_a_file_is_no_model_and_writes_nothing(
    images: ImageSet, tmp_path: Path
) -> None:
    save(images, tmp_path / "dataset.npz")
    done = command(tmp_path, "evaluate", str(tmp_path / "nothing.onnx"))
    assert done.returncode == 2
    assert "nothing.onnx cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["dataset.npz"]
