from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from drawn_faces import draw_faces
from drawn_sets import drawn_set
from poise_training import ablation
from poise_training.runs import read_json

CONFIG = """
epochs = 1
batch_size = 16
ema_decay = 0.9

[model]
name = "poise_net"
input_size = 24
"""

SUSPECT = "without suspect labels"


@pytest.mark.parametrize(("marked", "runs"), [(False, 1), (True, 2)])
def test_an_ablation_of_suspect_labels_is_run_only_where_labels_are_marked(
    marked: bool, runs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variants = {"as configured": (), SUSPECT: ablation.VARIANTS[SUSPECT]}
    monkeypatch.setattr(ablation, "VARIANTS", variants)
    config = tmp_path / "short.toml"
    config.write_text(CONFIG, encoding="utf-8")
    images = drawn_set(draw_faces(90, seed=1), validation=20)
    suspect = np.zeros(len(images), bool)
    suspect[:5] = marked
    said: list[str] = []
    ablation.run_ablations(
        config, dataclasses.replace(images, suspect=suspect), tmp_path, [1], said.append
    )
    found = read_json(tmp_path / "ablations.json")["runs"]
    assert [run["name"] for run in found] == list(variants)[:runs]
    assert any("no label of this data is marked" in line for line in said) is not marked
