from __future__ import annotations

import json
from pathlib import Path

import onnx
import pytest

from drawn_faces import draw_faces
from drawn_sets import drawn_set, tiny_config
from poise_training.errors import TrainingError
from poise_training.evaluate import evaluate_run
from poise_training.export.files import export_run
from poise_training.export.ship import ship
from poise_training.train import Trainer


def quiet(_: str) -> None:
    pass


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What export writes of a short run on drawn faces."""
    folder = tmp_path_factory.mktemp("ship")
    images = drawn_set(draw_faces(120, seed=9), validation=20)
    Trainer(tiny_config(epochs=1), images, folder / "run", quiet).run()
    evaluate_run(folder / "run", images)
    export_run(folder / "run", images, folder / "export", "drawn")
    return folder / "export"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A packages/models that has an older drawn-int8 and another model, and training/results."""
    for part in ("weights", "golden", "results"):
        (tmp_path / part).mkdir()
    old = {"name": "drawn-int8", "default": True, "description": "As people said it.", "bytes": 1}
    other = {"name": "other", "default": False, "description": "Another.", "bytes": 2}
    text = json.dumps({"version": 1, "models": [old, other]})
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_export_takes_the_place_of_the_model_of_its_name(export: Path, project: Path) -> None:
    said: list[str] = []
    ship(export, project, project / "results", said.append)
    models = json.loads((project / "manifest.json").read_text(encoding="utf-8"))["models"]
    assert [model["name"] for model in models] == ["drawn-int8", "other", "drawn"]
    assert models[0]["default"] is True
    assert models[0]["description"] == "As people said it."
    assert models[1]["bytes"] == 2
    for model in (models[0], models[2]):
        assert (project / model["file"]).stat().st_size == model["bytes"]
        assert (project / model["golden"]).exists()
        figures = json.loads((project / "results" / f"{model['name']}.json").read_text())
        assert figures["name"] == model["name"]
    assert any("cards/drawn.md" in line for line in said)
    card = (project / "cards/drawn.md").read_text(encoding="utf-8")
    assert "# drawn-int8, drawn" in card
    assert models[0]["data"] in card


def test_a_card_that_people_wrote_stays(export: Path, project: Path) -> None:
    (project / "cards").mkdir()
    (project / "cards/drawn.md").write_text("by people", encoding="utf-8")
    ship(export, project, project / "results", quiet)
    assert (project / "cards/drawn.md").read_text(encoding="utf-8") == "by people"


def test_a_folder_that_is_no_export_is_named_and_nothing_changes(project: Path) -> None:
    before = (project / "manifest.json").read_bytes()
    with pytest.raises(TrainingError, match="nothing"):
        ship(project / "nothing", project, project / "results", quiet)
    assert (project / "manifest.json").read_bytes() == before


def test_int8_rounds_nothing_behind_the_features(export: Path) -> None:
    graph = onnx.load(export / "weights/drawn-int8.onnx").graph
    kinds = [node.op_type for node in graph.node]
    assert "QuantizeLinear" in kinds
    readers = {name: node for node in graph.node for name in node.input}
    makers = {name: node for node in graph.node for name in node.output}
    heads = [node for node in graph.node if node.op_type in ("Gemm", "MatMul")]
    assert len(heads) == 2
    for head in heads:
        behind = readers[head.output[0]]
        while behind.op_type != "Softmax":
            assert behind.op_type == "Div"
            behind = readers[behind.output[0]]
    assert all(makers[output.name].op_type == "Softmax" for output in graph.output)
