"""Static int8: weights per channel, activations by what training crops show."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

#: Operators that run in int8. The standardisation before and the heads after stay in float32.
QUANTISED = ["Conv", "Add", "AveragePool", "MaxPool"]

_BATCH = 32


class _Crops(CalibrationDataReader):
    """Face crops, float32 [n, 1, h, w], a few at a time."""

    def __init__(self, faces: np.ndarray) -> None:
        self._parts = iter(np.array_split(faces, max(1, len(faces) // _BATCH)))

    def get_next(self) -> dict[str, np.ndarray] | None:
        part = next(self._parts, None)
        return None if part is None else {"face": part}


def quantise(model: onnx.ModelProto, faces: np.ndarray) -> onnx.ModelProto:
    """A copy of a float32 graph in int8 with QuantizeLinear and DequantizeLinear (QDQ).

    Weights use 7 bits: processors without VNNI add pairs of 8-bit products in 16 bits, which 8-bit
    weights can overflow, and the same model must give the same answer on every machine.

    Args:
        faces: training crops as the camera would give them, float32 [n, 1, 48, 48], 0 to 255.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, quantised = (Path(folder) / f"{i}.onnx" for i in range(3))
        onnx.save(model, plain)
        quant_pre_process(str(plain), str(prepared))
        quantize_static(
            str(prepared),
            str(quantised),
            _Crops(faces),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=QUANTISED,
            calibrate_method=CalibrationMethod.MinMax,
            # The mean of the batches' ranges: one odd crop must not make all steps coarse. On the
            # validation images the log loss is 0.403 so, 0.409 with the extremes, 0.404 in float.
            extra_options={"CalibMovingAverage": True},
        )
        return onnx.load(quantised)
