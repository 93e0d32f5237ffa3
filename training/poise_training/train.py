"""One training run: it checkpoints after every epoch and goes on where it was cut off."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from .batches import Batch, Batches, class_weights
from .config import Config
from .data.duplicates import is_blank
from .data.image_set import DROPPED, TRAIN, VALIDATION, ImageSet
from .distil import Teachers
from .errors import TrainingError
from .losses import distillation_loss, loss_of
from .metrics import quick_metrics
from .models import build_model, check_side
from .predict import predict_logits
from .pretrained import FACES_FOR_NORMS, read_package, start_from_package
from .runs import (
    Run,
    data_digest,
    learned_from,
    origin,
    read_json,
    save_tensors,
    start_from_runs,
)
from .schedule import MovingAverage, make_optimiser, rate_at

#: Validate after each of these many epochs, and after the last.
VALIDATE_EVERY = 5

#: Longest gradient that is followed, as a norm.
LARGEST_GRADIENT = 5.0

Say = Callable[[str], None]


def size_at(progress: float, config: Config) -> int:
    """The side of the faces after a share of the run, 0 to 1."""
    size = config.model.input_size
    for start, side in config.sizes:
        if progress >= start:
            size = int(side)
    return size


def training_images(images: ImageSet, config: Config) -> ImageSet:
    """The images to learn from; with `train_limit`, evenly chosen ones."""
    train = images.of_split(TRAIN)
    if config.learn_copies:
        copies = (images.split == DROPPED) & ~is_blank(images.images)
        learned = (images.split == TRAIN) | copies
        train = images.take(np.flatnonzero(learned))
    if 0 < config.train_limit < len(train):
        step = len(train) / config.train_limit
        train = train.take((torch.arange(config.train_limit) * step).long().numpy())
    if config.loss.ferplus_weight > 0 and not train.has_votes.any():
        raise TrainingError(
            "No training image has FER+ votes, so the output that Poise uses would learn nothing. "
            "Put fer2013new.csv beside fer2013.csv, or give a source with votes as well."
        )
    if len(train) < config.batch_size:
        raise TrainingError(
            f"{len(train)} training images do not fill a batch of {config.batch_size}. "
            "Give more images, or a smaller batch_size."
        )
    return train


def check_origins(config: Config, folder: Path) -> None:
    """Looks whether all that the run in `folder` starts from, or is taught by, is there.

    Raises:
        TrainingError: a run has no weights yet, or a package's files are missing or others.
    """
    learned_from(config, folder)
    if config.pretrained:
        read_package(Path(config.pretrained))


@dataclass
class _Parts:
    """What changes while a run goes on."""

    model: torch.nn.Module
    optimiser: torch.optim.Optimizer
    average: MovingAverage
    epoch: int = 0

    def save(self, path: Path) -> None:
        save_tensors(
            {
                "model": self.model.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "average": self.average.model.state_dict(),
                "average_steps": self.average.steps,
                "epoch": self.epoch,
            },
            path,
        )

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location="cpu", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.model.load_state_dict(state["average"])
        self.average.steps = state["average_steps"]
        self.epoch = state["epoch"]


class Trainer:
    """Carries one run from its config to its weights."""

    def __init__(self, config: Config, images: ImageSet, folder: Path, say: Say) -> None:
        """
        Raises:
            TrainingError: the folder holds a run of another config or of other data.
        """
        torch.manual_seed(config.seed)
        self._config = config
        self._say = say
        self._run = Run(folder)
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        train = training_images(images, config)
        self._validation = images.of_split(VALIDATION)
        self._batches = Batches(train, config)
        weights = class_weights(train, config.loss.class_balance)
        self._class_weights = None if weights is None else weights.to(self._device)
        self._teachers = Teachers.load(config.distil, folder, self._device)

        model = build_model(config.model)
        for _, side in config.sizes:
            check_side(config.model.name, int(side))
        if config.init:
            start_from_runs(model, [origin(name, folder) for name in config.init])
        if config.pretrained:
            first = torch.from_numpy(train.images[:FACES_FOR_NORMS])[:, None].float()
            first = F.interpolate(first, (size_at(0, config),) * 2, mode="bilinear")
            start_from_package(model, Path(config.pretrained), first)
        model = model.to(self._device, memory_format=torch.channels_last)
        self._parts = _Parts(
            model=model,
            optimiser=make_optimiser(model, config.optimiser),
            average=MovingAverage(model, config.ema_decay),
        )
        self._open(data_digest(images, config), sum(p.numel() for p in model.parameters()))

    def _open(self, digest: str, parameters: int) -> None:
        if not self._run.checkpoint.exists():
            self._run.describe(self._config, digest, parameters)
            return
        if self._run.config() != self._config:
            raise TrainingError(
                f"{self._run.folder} holds a run of another config. Give another folder, or "
                "remove this one."
            )
        said = read_json(self._run.folder / "run.json")
        if said.get("data_sha256") != digest:
            raise TrainingError(
                f"{self._run.folder} holds a run on other data. Give another folder."
            )
        if said.get("learned_from") != learned_from(self._config, self._run.folder):
            raise TrainingError(
                f"{self._run.folder} holds a run that began with other weights than the runs it "
                "names have now. Give another folder."
            )
        if said.get("threads") != torch.get_num_threads():
            self._say(
                f"it began with {said.get('threads')} threads and has {torch.get_num_threads()} "
                "now, so the weights will not be those of an unbroken run to the last bit"
            )
        self._parts.load(self._run.checkpoint)
        self._run.forget_after(self._parts.epoch)
        self._say(f"goes on after epoch {self._parts.epoch}")

    def run(self, stop_after: int | None = None) -> None:
        """Trains to the end, and writes weights.pt.

        Args:
            stop_after: stop after this many epochs in all, as if cut off.
        """
        last = self._config.epochs
        while self._parts.epoch < last:
            if stop_after is not None and self._parts.epoch >= stop_after:
                return
            self._epoch()
        save_tensors(self._parts.average.model.state_dict(), self._run.weights)

    def _epoch(self) -> None:
        parts, config = self._parts, self._config
        started = time.monotonic()
        # Dropout draws from the global generator: its state must not depend on a resume.
        torch.manual_seed(config.seed * 7919 + parts.epoch)
        size = size_at(parts.epoch / config.epochs, config)
        parts.model.train()
        total = 0.0
        for i, batch in enumerate(self._batches.epoch(parts.epoch, size)):
            progress = (parts.epoch + i / self._batches.count) / config.epochs
            total += self._step(batch, progress)
        parts.epoch += 1
        entry: dict[str, float] = {
            "epoch": parts.epoch,
            "size": size,
            "rate": rate_at(parts.epoch / config.epochs, config.optimiser),
            "loss": total / self._batches.count,
            "seconds": time.monotonic() - started,
        }
        validates = parts.epoch % VALIDATE_EVERY == 0 or parts.epoch == config.epochs
        if validates and len(self._validation) > 0:
            answers = predict_logits(parts.average.model, self._validation.images)
            entry |= quick_metrics(self._validation, answers)
        # The log first: a line too many is taken out when the run goes on, one too few is lost.
        self._run.append_log(entry)
        parts.save(self._run.checkpoint)
        self._say("  ".join(f"{name} {value:.4g}" for name, value in entry.items()))

    def _step(self, batch: Batch, progress: float) -> float:
        parts, config, device = self._parts, self._config, self._device
        for group in parts.optimiser.param_groups:
            group["lr"] = rate_at(progress, config.optimiser)
        faces = batch.faces.to(device, memory_format=torch.channels_last)
        targets = batch.targets.to(device)
        with torch.autocast(device.type, torch.bfloat16):
            logits = parts.model(faces)
        answers = (logits[0].float(), logits[1].float())
        loss = loss_of(answers, targets, config.loss, self._class_weights)
        if self._teachers is not None:
            taught = self._teachers.answer(faces)
            distance = distillation_loss(answers, taught, config.distil.temperature)
            loss = (1 - config.distil.weight) * loss + config.distil.weight * distance
        parts.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parts.model.parameters(), LARGEST_GRADIENT)
        parts.optimiser.step()
        parts.average.update(parts.model)
        value = float(loss.detach())
        if value != value:
            raise TrainingError(
                "The loss is no longer a number. Lower optimiser.peak_rate and start anew."
            )
        return value
