"""The folder of one training run: config, where it came from, log, checkpoint, weights."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from .config import Config, parse_config
from .data.image_set import ImageSet
from .errors import TrainingError
from .models import build_model
from .models.two_heads import TwoHeads
from .recognisers import package_at


def _write(path: Path, text: str) -> None:
    """Writes a text; the file is whole, or as it was."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def write_json(path: Path, value: object) -> None:
    """Writes JSON; the file is whole, or as it was."""
    _write(path, json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def write_compact_json(path: Path, value: object) -> None:
    """Writes JSON without line breaks, for long lists of numbers."""
    path.write_text(json.dumps(value, separators=(",", ":"), allow_nan=False) + "\n", "utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """Reads a JSON object.

    Raises:
        TrainingError: the file is missing or broken.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing. The step before this one writes it.") from error
    except json.JSONDecodeError as error:
        raise TrainingError(f"{path} is not JSON: {error}") from error


def git_revision() -> str:
    """The commit of the code, with "+changes" when files differ from it; "unknown" outside git."""
    here = Path(__file__).parent

    def ask(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=here, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        changes = "+changes" if ask("status", "--porcelain", "--", ".") else ""
        return ask("rev-parse", "HEAD") + changes
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def origin(name: str, folder: Path) -> Path:
    """The folder of a run that the run in `folder` names: one beside it, or a path."""
    path = Path(name)
    return folder.parent / name if len(path.parts) == 1 else path


def data_digest(images: ImageSet, config: Config) -> str:
    """What a run on these images is said to have learned from."""
    return images.digest(marks=config.loss.suspect_weight != 1)


def learned_from(config: Config, folder: Path) -> dict[str, str]:
    """SHA-256 of all weights that a config starts from or is taught by, by run or file.

    Args:
        folder: of the run with this config.

    Raises:
        TrainingError: such a run has no weights yet, or there is no such package.
    """
    sources = {
        name: hashlib.sha256(finished_weights(origin(name, folder)).read_bytes()).hexdigest()
        for name in (*config.init, *config.distil.teachers)
    }
    if config.pretrained:
        sources[config.pretrained] = package_at(Path(config.pretrained)).weights_sha256
    return sources


@dataclasses.dataclass(frozen=True)
class Run:
    """The folder of one run."""

    folder: Path

    @property
    def checkpoint(self) -> Path:
        """Everything that is needed to go on."""
        return self.folder / "checkpoint.pt"

    @property
    def weights(self) -> Path:
        """The averaged weights at the end."""
        return self.folder / "weights.pt"

    @property
    def log(self) -> Path:
        """One JSON object a line for each epoch."""
        return self.folder / "log.jsonl"

    def describe(self, config: Config, digest: str, parameters: int) -> None:
        """Writes run.json: what this run is made of."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_json(
            self.folder / "run.json",
            {
                "config": dataclasses.asdict(config),
                "git_revision": git_revision(),
                "data_sha256": digest,
                "learned_from": learned_from(config, self.folder),
                "parameters": parameters,
                "torch": torch.__version__,
                "threads": torch.get_num_threads(),
            },
        )

    def config(self) -> Config:
        """The config that run.json holds."""
        values = read_json(self.folder / "run.json").get("config")
        if not isinstance(values, dict):
            raise TrainingError(f"{self.folder}/run.json holds no config.")
        return parse_config(values, f"{self.folder}/run.json")

    def append_log(self, entry: dict[str, float]) -> None:
        """Adds one line to the log."""
        with self.log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def entries(self) -> list[dict[str, float]]:
        """The lines of the log; a last one that was cut off is left out."""
        entries: list[dict[str, float]] = []
        for line in self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []:
            with contextlib.suppress(json.JSONDecodeError):
                entries.append(json.loads(line))
        return entries

    def forget_after(self, epoch: int) -> None:
        """Takes out of the log what was written of epochs that will be run again."""
        kept = [entry for entry in self.entries() if entry["epoch"] <= epoch]
        _write(self.log, "".join(json.dumps(entry) + "\n" for entry in kept))


def save_tensors(value: object, path: Path) -> None:
    """Writes with torch; the file is whole or absent, and on the disk."""
    temporary = path.with_name(path.name + ".part")
    with temporary.open("wb") as file:
        torch.save(value, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def finished_weights(folder: Path) -> Path:
    """The weights of a run that has ended.

    Raises:
        TrainingError: the run has no weights yet.
    """
    weights = Run(folder).weights
    if not weights.exists():
        raise TrainingError(f"{folder} has no weights: the run has not ended. Train it first.")
    return weights


def load_model(folder: Path) -> TwoHeads:
    """The trained network of a run, ready to answer.

    Raises:
        TrainingError: the run has no weights yet.
    """
    weights = finished_weights(folder)
    model = build_model(Run(folder).config().model)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return model.eval()


def has_learned_copies(folder: Path) -> bool:
    """Whether a run has learned copies of test images, itself or from runs that had.

    Raises:
        TrainingError: a run that it learned from is not there any more.
    """
    config = Run(folder).config()
    origins = (*config.init, *config.distil.teachers)
    return config.learn_copies or any(has_learned_copies(origin(name, folder)) for name in origins)


def start_from_runs(model: TwoHeads, folders: Sequence[Path]) -> None:
    """Gives a network the mean of the weights of finished runs.

    Raises:
        TrainingError: a run has no weights yet, or is of another network.
    """
    states = [load_model(folder).state_dict() for folder in folders]
    wanted = {name: value.shape for name, value in model.state_dict().items()}
    for folder, state in zip(folders, states, strict=True):
        if {name: value.shape for name, value in state.items()} != wanted:
            raise TrainingError(f"{folder} is a run of another network. Leave it out of init.")
    mean = {
        # What is counted (the steps of a norm) is the same in all, or does not matter.
        name: torch.stack([state[name] for state in states]).mean(0)
        if value.is_floating_point() else value
        for name, value in states[0].items()
    }
    model.load_state_dict(mean)
