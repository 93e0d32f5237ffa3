"""From 500 pictures to the files that Poise ships, through the command as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from drawn_faces import draw_faces
from drawn_files import write_sheets

_TRAINING = Path(__file__).parents[1]
_CONFIG = Path(__file__).parent / "drawn-faces.toml"
_COUNT = 500


def run(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "poise_training", "--work", str(work), *arguments],
        cwd=_TRAINING, capture_output=True, text=True, check=False,
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of all steps. POISE_DRAWN_WORK keeps them for the test in TypeScript."""
    kept = os.environ.get("POISE_DRAWN_WORK")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("drawn")
    faces = write_sheets(draw_faces(_COUNT, seed=2026), folder / "faces")
    done = run(folder, "all", str(_CONFIG), str(faces), "--folds", "2", "--fold-epochs", "2",
               "--batch-size", "32", "--name", "drawn")
    assert done.returncode == 0, done.stderr
    assert "Likely wrong labels" in done.stdout
    assert "public test" in done.stdout
    return folder


def test_the_network_learns_what_the_drawings_show(work: Path) -> None:
    metrics = json.loads((work / "runs/drawn-faces/metrics.json").read_text())
    # One in seven by chance.
    assert metrics["official"]["ferplus"]["accuracy"] > 0.6
    assert metrics["official"]["fer2013"]["accuracy"] > 0.5
    assert set(metrics["robustness"]) >= {"dark", "blur", "jpeg_30", "face_24_px"}


def test_a_run_says_what_it_is_made_of(work: Path) -> None:
    run_json = json.loads((work / "runs/drawn-faces/run.json").read_text())
    assert run_json["config"]["epochs"] == 30
    assert len(run_json["data_sha256"]) == 64
    assert run_json["parameters"] > 1_000_000
    assert run_json["git_revision"]


def test_the_exported_files_are_those_of_the_entries(work: Path) -> None:
    folder = work / "export/drawn"
    entries = json.loads((folder / "manifest.json").read_text())["models"]
    assert [entry["name"] for entry in entries] == ["drawn-int8", "drawn"]
    for entry in entries:
        assert (folder / entry["file"]).stat().st_size == entry["bytes"]
        golden = json.loads((folder / entry["golden"]).read_text())
        for case in golden["cases"]:
            assert sum(case["probabilities"]) == pytest.approx(1, abs=1e-4)


def test_int8_answers_as_float_does_in_less_than_half_of_the_bytes(work: Path) -> None:
    folder = work / "export/drawn"
    small, full = json.loads((folder / "manifest.json").read_text())["models"]
    # Of the 70 test images one is 1.4 points.
    for figure in ("ferplus", "fer2013_head_fer"):
        before, after = (e["metrics"]["evaluate_public_test"][figure] for e in (full, small))
        assert abs(before - after) < 0.06
    assert small["bytes"] < 0.6 * full["bytes"]
    golden = [
        json.loads((folder / f"golden/{name}.golden.json").read_text()) for name in ("drawn-int8", "drawn")
    ]
    rows = [np.array([case["probabilities"] for case in g["cases"]]) for g in golden]
    assert np.abs(rows[0] - rows[1]).max() < 0.35
    assert np.abs(rows[0] - rows[1]).mean() < 0.05


def test_a_second_call_of_train_finds_the_run_done_and_changes_nothing(work: Path) -> None:
    weights = work / "runs/drawn-faces/weights.pt"
    before = weights.read_bytes()
    done = run(work, "train", str(_CONFIG))
    assert done.returncode == 0, done.stderr
    assert weights.read_bytes() == before


def test_a_run_that_was_killed_goes_on_to_the_same_weights(work: Path) -> None:
    settings = ["train", str(_CONFIG), "--set", "epochs=4", "--set", "sizes=[[0.0, 24]]"]
    whole, cut = work / "runs/whole", work / "runs/cut"
    assert run(work, *settings, "--run", str(whole)).returncode == 0
    first = subprocess.Popen(
        [sys.executable, "-m", "poise_training", "--work", str(work), *settings, "--run", str(cut)],
        cwd=_TRAINING, stderr=subprocess.DEVNULL,
    )
    while not (cut / "checkpoint.pt").exists() and first.poll() is None:
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    assert not (cut / "weights.pt").exists()
    again = run(work, *settings, "--run", str(cut))
    assert "goes on after epoch" in again.stderr
    assert (cut / "weights.pt").read_bytes() == (whole / "weights.pt").read_bytes()


def test_a_missing_source_is_named_and_ends_with_2(tmp_path: Path) -> None:
    done = run(tmp_path, "prepare", str(tmp_path / "nothing"))
    assert done.returncode == 2
    assert "nothing is no data set" in done.stderr
    assert "Traceback" not in done.stderr


def test_training_before_cleaning_says_what_to_run(tmp_path: Path) -> None:
    done = run(tmp_path, "train", str(_CONFIG))
    assert done.returncode == 2
    assert "prepare, then clean" in done.stderr


def test_all_says_what_a_config_lacks_before_it_reads_an_image(tmp_path: Path) -> None:
    faces = write_sheets(draw_faces(20, seed=1), tmp_path / "faces")
    done = run(tmp_path, "all", str(_CONFIG), str(faces), "--set", 'distil.teachers=["nobody"]')
    assert done.returncode == 2
    assert "nobody has no weights" in done.stderr
    assert not (tmp_path / "prepared.npz").exists()
