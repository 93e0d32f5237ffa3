"""Asks a model file, as it is shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from google.protobuf.message import DecodeError

from ..calibrate import Calibration, shift_neutral
from ..data.image_set import ImageSet
from ..errors import TrainingError
from ..evaluate import Logits, Predict, judge_everywhere
from ..models import CROP
from .graph import OUTPUTS

_BATCH = 64

#: Under this a probability is written as 0 and its logarithm is lost.
_SMALLEST = 1e-12


def file_predictor(model: onnx.ModelProto, calibration: Calibration) -> Predict:
    """Asks a model file, and gives its answers as the logits from which the file made them."""
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    temperatures = (calibration.ferplus_temperature, calibration.fer2013_temperature)

    def predict(faces: np.ndarray) -> Logits:
        rows: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
        for start in range(0, len(faces), _BATCH):
            part = faces[start : start + _BATCH].astype(np.float32)[:, None]
            for kept, answer in zip(rows, session.run(list(OUTPUTS), {"face": part}), strict=True):
                kept.append(answer)
        ferplus, fer2013 = (
            temperature * np.log(np.concatenate(kept).clip(_SMALLEST))
            for kept, temperature in zip(rows, temperatures, strict=True)
        )
        # The shift of neutral is inside the file and must not be added again.
        return shift_neutral(ferplus, -calibration.neutral_shift), fer2013

    return predict


def evaluate_file(path: Path, images: ImageSet) -> dict[str, Any]:
    """Judges a model file on the test images, whoever made it.

    Args:
        path: an ONNX file with the input `face`, float32 [n, 1, 48, 48], 0 to 255, and the outputs
            `probabilities` and `fer2013_probabilities`, [n, 7].

    Raises:
        TrainingError: the file is missing, or is no such model.
    """
    try:
        model = onnx.load(path)
    except (OSError, DecodeError) as error:
        raise TrainingError(f"{path} cannot be read as an ONNX file: {error}") from error
    names = {output.name for output in model.graph.output}
    if not names.issuperset(OUTPUTS):
        raise TrainingError(f"{path} has the outputs {sorted(names)} and needs {list(OUTPUTS)}.")
    # The temperature is inside the file: what is outside is none.
    calibration = Calibration()
    try:
        predict = file_predictor(model, calibration)
        predict(np.zeros((2, CROP, CROP), np.float32))
    # ONNX Runtime has a dozen kinds of errors and no base of its own for them.
    except Exception as error:
        raise TrainingError(
            f"{path} does not answer two faces at once, [2, 1, {CROP}, {CROP}] as face: {error}"
        ) from error
    judged = judge_everywhere(predict, images, calibration)
    for part in ("official", "official_mirrored", "deduplicated"):
        del judged[part]["ece_before_temperature"]
    return {
        "name": path.stem,
        "architecture": "not known from the file",
        "parameters": sum(int(np.prod(tensor.dims)) for tensor in model.graph.initializer),
        **judged,
    }
