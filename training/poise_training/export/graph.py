"""The network as one ONNX graph: pixels in, calibrated probabilities out."""

from __future__ import annotations

import copy
import io
import warnings

import onnx
import torch
from torch import nn

from ..calibrate import Calibration
from ..classes import NEUTRAL
from ..models import CROP
from ..models.two_heads import TwoHeads

#: ONNX operator set; the lowest that has all that is needed, for old runtimes.
OPSET = 17

OUTPUTS = ("probabilities", "fer2013_probabilities")


class CalibratedModel(nn.Module):
    """Gray face [n, 1, 48, 48], 0 to 255, to the probabilities of both heads [n, 7]."""

    def __init__(self, model: TwoHeads, calibration: Calibration) -> None:
        super().__init__()
        self.model = copy.deepcopy(model)
        # In the bias it costs no operator, and none that int8 would round.
        self.model.ferplus.bias.data[NEUTRAL] += calibration.neutral_shift
        self.temperatures = (calibration.ferplus_temperature, calibration.fer2013_temperature)

    def forward(self, face: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        ferplus, fer2013 = self.model(face)
        return (
            (ferplus / self.temperatures[0]).softmax(1),
            (fer2013 / self.temperatures[1]).softmax(1),
        )


def to_onnx(model: TwoHeads, calibration: Calibration) -> onnx.ModelProto:
    """The graph, float32, with any number of faces at once."""
    file = io.BytesIO()
    whole = CalibratedModel(model, calibration).eval().cpu().to(memory_format=torch.contiguous_format)
    with warnings.catch_warnings():
        # The exporter that keeps the graph plain says that it is the older of two.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            whole,
            (torch.zeros(1, 1, CROP, CROP),),
            file,
            dynamo=False,
            opset_version=OPSET,
            input_names=["face"],
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "n"} for name in ("face", *OUTPUTS)},
        )
    graph = onnx.load_from_string(file.getvalue())
    # Names of modules and files have no place in what is shipped.
    for node in graph.graph.node:
        node.ClearField("doc_string")
    onnx.checker.check_model(graph)
    return graph
