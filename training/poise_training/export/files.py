"""Writes the files of a run that packages/models takes in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from ..augment import augment
from ..classes import EMOTIONS
from ..config import AugmentConfig
from ..data.image_set import TRAIN, ImageSet
from ..errors import TrainingError
from ..evaluate import (
    METRICS_FILE,
    calibration_of,
    judge_everywhere,
    test_mask,
    with_mirrored_copy,
)
from ..metrics import head_metrics
from ..models import CROP
from ..runs import has_learned_copies, load_model, read_json, write_compact_json, write_json
from .golden import golden_vectors
from .graph import OUTPUTS, to_onnx
from .half import halve_weights
from .int8 import quantise
from .model_file import file_predictor

#: Training crops that show int8 how large activations get.
CALIBRATION_CROPS = 1024

_SEED = 11

#: Of the form of manifest.json; packages/models/src/parse-manifest.ts reads it.
_MANIFEST_VERSION = 1

#: What a variant's figures keep of those of its run.
_KEPT = ("architecture", "parameters", "epochs", "seed", "train_seconds", "git_revision", "data_sha256",
         "temperature", "neutral_shift")

_OUTPUT_MEANINGS = (
    "Probabilities in the order of the labels, softmax and temperature already applied; trained "
    "on FER+ vote distributions. This is the one to use.",
    "As probabilities, but trained on FER2013's own labels; only for comparison with published "
    "FER2013 figures.",
)
_PREPROCESSING = (
    "A gray face crop framed as FER2013 frames faces: from above the brows to the chin, the ears "
    "at the sides, upright. Rec. 601 luma, 0-255; the standardisation of each picture is inside "
    "the graph."
)


@dataclass(frozen=True)
class Variant:
    """One file that is made of a run."""

    name: str
    description: str
    model: onnx.ModelProto


def calibration_crops(images: ImageSet) -> np.ndarray:
    """Training crops varied as in training, float32 [n, 1, 48, 48]; the same ones every time."""
    train = images.images[images.split == TRAIN]
    generator = torch.Generator().manual_seed(_SEED)
    chosen = torch.randperm(len(train), generator=generator)[:CALIBRATION_CROPS].numpy()
    settings = AugmentConfig(geometry=0.5, light=0.5, erase=0.1)
    return augment(torch.from_numpy(train[chosen]), CROP, settings, generator).numpy()


def _card_figures(judged: dict[str, Any], test: ImageSet, ferplus: np.ndarray) -> dict[str, Any]:
    """What `poise evaluate --crops` measures, with the mirrored copy, as the manifest gives it."""
    plus, second = judged["official_mirrored"]["ferplus"], judged["official_mirrored"]["fer2013"]
    own = head_metrics(ferplus, test.labels)
    return {
        "n": own["n"],
        "fer": _rounded(own["accuracy"]),
        "ferplus_n": plus["n"],
        "ferplus": _rounded(plus["accuracy"]),
        "ferplus_macro_f1": _rounded(plus["macro_f1"]),
        "ece_ferplus": _rounded(plus["ece"]),
        "neutral_called_negative": _rounded(plus["neutral_called_negative"]),
        "fer2013_head_fer": _rounded(second["accuracy"]),
        "recall": _rounded_all(own["recall"]),
        "ferplus_recall": _rounded_all(plus["recall"]),
        "fer2013_head_recall": _rounded_all(second["recall"]),
    }


def _rounded(value: float) -> float:
    return round(value, 4)


def _rounded_all(values: dict[str, float | None]) -> dict[str, float | None]:
    return {key: None if value is None else _rounded(value) for key, value in values.items()}


def _paths(name: str) -> dict[str, str]:
    """Where a variant's files lie, in an export and in packages/models."""
    return {"file": f"weights/{name}.onnx", "golden": f"golden/{name}.golden.json"}


def _entry(
    variant: Variant, content: bytes, data: str, metrics: dict[str, Any], figures: dict[str, Any]
) -> dict[str, Any]:
    temperature = metrics["temperature"]
    return {
        "name": variant.name,
        **_paths(variant.name),
        "task": "expression",
        "default": False,
        "description": variant.description,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "parameters": metrics["parameters"],
        "inputs": [
            {
                "name": "face", "shape": [-1, 1, CROP, CROP], "layout": "NCHW", "colour": "gray",
                "scale": 1, "offset": 0, "range": [0, 255],
            }
        ],
        "outputs": [
            {"name": name, "shape": [-1, len(EMOTIONS)], "meaning": meaning}
            for name, meaning in zip(OUTPUTS, _OUTPUT_MEANINGS, strict=True)
        ],
        "preprocessing": _PREPROCESSING,
        "labels": list(EMOTIONS),
        "temperature": {
            "probabilities": round(float(temperature["ferplus"]), 4),
            "fer2013_probabilities": round(float(temperature["fer2013"]), 4),
        },
        "metrics": {"evaluate_public_test": figures},
        "licence": "MIT",
        "source": {"by": f"Poise, trained on {data}"},
        "card": f"cards/{variant.name.removesuffix('-int8')}.md",
        "data": f"{data}; copies of test images left out. Figures on {figures['n']:,} test images.",
    }


def export_run(
    run_folder: Path, images: ImageSet, folder: Path, name: str, data: str = ""
) -> dict[str, Any]:
    """Writes the files of both variants: NAME (weights as float16) and NAME-int8.

    The folder has the layout of packages/models: weights/, golden/ and manifest.json; and
    results/NAME.json with all figures of each file.

    Args:
        run_folder: a run that has been evaluated.
        folder: where the files go.
        name: of the model in the manifest.
        data: what it was trained on, in words; by default the names of the sources.

    Returns:
        What manifest.json holds.

    Raises:
        TrainingError: the run has learned copies of the test images.
    """
    if has_learned_copies(run_folder):
        raise TrainingError(
            f"{run_folder} has learned copies of the test images, or from a run that had, so its "
            "figures say too much. Train without learn_copies to export."
        )
    metrics = read_json(run_folder / METRICS_FILE)
    data = data or ", ".join(images.source_names)
    calibration = calibration_of(metrics)
    graph = to_onnx(load_model(run_folder), calibration)
    variants = [
        Variant(
            f"{name}-int8",
            "Expression of a face crop, in int8.",
            quantise(graph, calibration_crops(images)),
        ),
        Variant(
            name,
            "Expression of a face crop, weights as float16, computed in float32.",
            halve_weights(graph),
        ),
    ]
    for part in ("weights", "golden", "results"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    test = images.take(test_mask(images))
    entries = []
    for variant in variants:
        content = variant.model.SerializeToString(deterministic=True)
        entry_paths = _paths(variant.name)
        (folder / entry_paths["file"]).write_bytes(content)
        write_compact_json(folder / entry_paths["golden"], golden_vectors(variant.model))
        predict = file_predictor(variant.model, calibration)
        judged = judge_everywhere(predict, images, calibration)
        write_json(
            folder / "results" / f"{variant.name}.json",
            {key: metrics[key] for key in _KEPT if key in metrics} | {"name": variant.name} | judged,
        )
        ferplus, _ = calibration.probabilities(with_mirrored_copy(predict, test.images))
        figures = _card_figures(judged, test, ferplus)
        entries.append(_entry(variant, content, data, metrics, figures))
    result: dict[str, Any] = {"version": _MANIFEST_VERSION, "models": entries}
    write_json(folder / "manifest.json", result)
    return result
