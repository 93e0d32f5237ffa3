"""Stores the large weights of a graph in half the bytes."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import helper, numpy_helper

#: Constants of fewer values keep float32: their bytes matter less than their precision.
SMALLEST = 1024

_LARGEST_HALF = 65504.0


def halve_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """A copy whose large float32 constants are float16 behind a Cast.

    The runtime folds each Cast away when it loads the model: everything is computed in float32.

    Raises:
        ValueError: a weight does not fit into float16.
    """
    result = onnx.ModelProto()
    result.CopyFrom(model)
    casts: list[onnx.NodeProto] = []
    for tensor in result.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALLEST:
            continue
        if np.abs(values).max() > _LARGEST_HALF:
            raise ValueError(f"{tensor.name} holds a weight that float16 cannot.")
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
        casts.append(
            helper.make_node("Cast", [f"{name}_half"], [name], to=onnx.TensorProto.FLOAT)
        )
    for place, cast in enumerate(casts):
        result.graph.node.insert(place, cast)
    onnx.checker.check_model(result)
    return result
