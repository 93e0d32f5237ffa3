"""Pictures made by formula, and what a model says of them: the other language must say the same."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime

from ..classes import EMOTIONS
from ..models import CROP

#: Drawn by formula, so that both sides can show no photograph.
_SEED = 7


def golden_pictures() -> dict[str, np.ndarray]:
    """Pictures by name, uint8 [48, 48]."""
    y, x = np.mgrid[0:CROP, 0:CROP].astype(np.float64)
    generator = np.random.default_rng(_SEED)
    head = ((x - 24) / 17) ** 2 + ((y - 24) / 22) ** 2 < 1
    mouth = np.abs(y - 34 - 0.02 * (x - 24) ** 2) < 1.5
    eyes = ((np.abs(x - 24) - 8) ** 2 + (y - 19) ** 2) < 7
    face = np.where(head, 180, 60)
    face = np.where(head & ((mouth & (np.abs(x - 24) < 9)) | eyes), 40, face)
    return {
        name: picture.clip(0, 255).astype(np.uint8)
        for name, picture in {
            "ramp": x * 5,
            "drawn smile": face,
            "drawn smile, dark": face / 6,
            "drawn frown": np.where(head, face[::-1], 60),
            "noise": generator.integers(0, 256, (CROP, CROP)),
            "even": np.full((CROP, CROP), 128),
        }.items()
    }


def golden_vectors(model: onnx.ModelProto) -> dict[str, object]:
    """The pictures and the probabilities that the model gives, in the form of packages/models."""
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    cases: list[dict[str, object]] = []
    for name, picture in golden_pictures().items():
        face = picture.astype(np.float32)[None, None]
        (probabilities,) = session.run(["probabilities"], {"face": face})
        cases.append(
            {
                "name": name,
                "pixels": picture.ravel().tolist(),
                "probabilities": [round(float(p), 7) for p in probabilities[0]],
            }
        )
    return {
        "input": "float32 [n,1,48,48], gray 0..255, face crop; standardisation is inside the graph",
        "labels": list(EMOTIONS),
        "cases": cases,
    }
