"""Judges a trained network on the test images, on its own and against its conditions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .calibrate import Calibration, calibrate
from .classes import plurality
from .data.image_set import TEST, VALIDATION, ImageSet
from .errors import TrainingError
from .metrics import head_metrics, vote_divergence
from .predict import predict_logits
from .robustness import CONDITIONS
from .runs import Run, data_digest, has_learned_copies, load_model, read_json, write_json

#: The judgement of a run, in its folder.
METRICS_FILE = "metrics.json"

#: FER+ and FER2013 logits, float32 [n, 7] each.
Logits = tuple[np.ndarray, np.ndarray]

#: Gray faces [n, 48, 48], 0 to 255, to logits.
Predict = Callable[[np.ndarray], Logits]


def test_mask(images: ImageSet) -> np.ndarray:
    """bool [n]: the test images that figures are of, those of the first source.

    Test images of further sources only keep their copies out of training: mixed with them, the
    figures would be of no data set that anyone knows.
    """
    return (images.split == TEST) & (images.source == 0)


def without_copies(images: ImageSet) -> np.ndarray:
    """The test images of which no copy is among the other images, and one of each photograph.

    Copies of test images are kept out of training here, but published figures are of networks
    that have seen them, and a photograph that is there ten times counts ten times.

    Returns:
        bool [number of test images].
    """
    test = test_mask(images)
    groups = images.group[test]
    seen_elsewhere = np.isin(groups, images.group[~test])
    first = np.zeros(len(groups), dtype=bool)
    first[np.unique(groups, return_index=True)[1]] = True
    return first & ~seen_elsewhere


def judge(images: ImageSet, logits: Logits, calibration: Calibration) -> dict[str, object]:
    """All figures of both heads on some images."""
    best = plurality(images.votes)
    ferplus, fer2013 = calibration.probabilities(logits)
    plain = dataclasses.replace(calibration, ferplus_temperature=1.0, fer2013_temperature=1.0)
    plain_ferplus, plain_fer2013 = plain.probabilities(logits)
    return {
        "ferplus": head_metrics(ferplus, best),
        "fer2013": head_metrics(fer2013, images.labels),
        "vote_divergence": vote_divergence(ferplus, images),
        "ece_before_temperature": {
            "ferplus": head_metrics(plain_ferplus, best)["ece"],
            "fer2013": head_metrics(plain_fer2013, images.labels)["ece"],
        },
    }


def judge_conditions(
    predict: Predict, images: ImageSet, calibration: Calibration
) -> dict[str, object]:
    """Both heads' figures under each condition of `robustness`."""
    faces = torch.from_numpy(images.images).float()[:, None]
    best = plurality(images.votes)
    results: dict[str, object] = {}
    for name, change in CONDITIONS.items():
        logits = predict(change(faces)[:, 0].numpy())
        ferplus, fer2013 = calibration.probabilities(logits)
        results[name] = {
            "ferplus": head_metrics(ferplus, best),
            "fer2013": head_metrics(fer2013, images.labels),
        }
    return results


def with_mirrored_copy(predict: Predict, faces: np.ndarray) -> Logits:
    """The mean of the logits for each face and for its mirror image."""
    plain, turned = predict(faces), predict(np.ascontiguousarray(faces[:, :, ::-1]))
    return (plain[0] + turned[0]) / 2, (plain[1] + turned[1]) / 2


def judge_everywhere(
    predict: Predict, images: ImageSet, calibration: Calibration
) -> dict[str, Any]:
    """All figures on the test images: as published, averaged with the mirrored copy, with copies left
    out, under each condition.

    Raises:
        TrainingError: there are no test images.
    """
    test = images.take(test_mask(images))
    if len(test) == 0:
        raise TrainingError(
            "The first source has no test images. Prepare it first, or alone; then: clean."
        )
    logits = predict(test.images)
    unique = without_copies(images)
    return {
        "official": judge(test, logits, calibration),
        "official_mirrored": judge(
            test, with_mirrored_copy(predict, test.images), calibration
        ),
        "deduplicated": judge(
            test.take(unique), (logits[0][unique], logits[1][unique]), calibration
        ),
        "robustness": judge_conditions(predict, test, calibration),
    }


def evaluate_run(folder: Path, images: ImageSet) -> dict[str, object]:
    """Judges a finished run and writes metrics.json into its folder.

    Temperatures and the neutral shift come from the validation images alone.

    Raises:
        TrainingError: the run has not ended, or the data has no validation or test images.
    """
    model = load_model(folder)
    config = Run(folder).config()
    if read_json(folder / "run.json").get("data_sha256") != data_digest(images, config):
        raise TrainingError(
            f"{folder} was trained on other data: its test images may be among what it has seen."
        )
    validation = images.of_split(VALIDATION)
    if len(validation) == 0:
        raise TrainingError("The data has no validation images. Run: prepare, clean.")
    calibration = calibrate(validation, predict_logits(model, validation.images))
    run = read_json(folder / "run.json")
    result: dict[str, object] = {
        "name": folder.name,
        "architecture": config.model.name,
        "parameters": run["parameters"],
        "epochs": config.epochs,
        "seed": config.seed,
        "learned_copies": has_learned_copies(folder),
        "train_seconds": _train_seconds(Run(folder)),
        "git_revision": run["git_revision"],
        "data_sha256": run["data_sha256"],
        "temperature": {
            "ferplus": calibration.ferplus_temperature,
            "fer2013": calibration.fer2013_temperature,
        },
        "neutral_shift": calibration.neutral_shift,
        **judge_everywhere(partial(predict_logits, model), images, calibration),
    }
    write_json(folder / METRICS_FILE, result)
    return result


def calibration_of(metrics: dict[str, Any]) -> Calibration:
    """The calibration that a metrics.json holds.

    Raises:
        TrainingError: it holds none.
    """
    try:
        return Calibration(
            ferplus_temperature=float(metrics["temperature"]["ferplus"]),
            fer2013_temperature=float(metrics["temperature"]["fer2013"]),
            neutral_shift=float(metrics["neutral_shift"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise TrainingError("metrics.json holds no calibration. Evaluate the run again.") from error


def _train_seconds(run: Run) -> float:
    return round(sum(entry["seconds"] for entry in run.entries()), 1)
