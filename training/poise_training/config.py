"""One experiment, as its config file says it."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from .config_values import check_values
from .errors import TrainingError


@dataclass(frozen=True)
class ModelConfig:
    """Which network.

    Attributes:
        name: one of `models.ARCHITECTURES`.
        dropout: share of the features that is left out before the heads, 0 to 1.
        input_size: side in pixels at which the network looks at a face.
        drop_path: share of the residual branches that is left out in training, 0 to 1.
    """

    name: str
    dropout: float = 0.3
    input_size: int = 48
    drop_path: float = 0.0


@dataclass(frozen=True)
class OptimiserConfig:
    """How the weights move.

    Attributes:
        kind: "sgd" (with Nesterov momentum 0.9) or "adamw".
        peak_rate: highest learning rate.
        weight_decay: on kernels only, not on norms and biases.
        schedule: "onecycle" (Smith and Topin 2018) or "constant".
        warm_up: share of the steps before the peak.
    """

    kind: str = "sgd"
    peak_rate: float = 0.1
    weight_decay: float = 5e-4
    schedule: str = "onecycle"
    warm_up: float = 0.15


@dataclass(frozen=True)
class LossConfig:
    """What is wrong with an answer.

    Attributes:
        ferplus_weight, fer2013_weight: the two heads' shares of the loss.
        label_smoothing: on FER2013's labels, 0 to 1.
        focal_gamma: exponent of the focal loss (Lin et al. 2017) on FER2013's labels; 0 is
            cross-entropy.
        ferplus_targets: "votes" (the distribution) or "plurality" (the first place alone).
        suspect_weight: what a FER2013 label counts that `clean` takes for wrong, 0 to 1.
        class_balance: power of the inverse class frequency that weighs FER+ classes; 0 is none.
    """

    ferplus_weight: float = 1.0
    fer2013_weight: float = 0.7
    label_smoothing: float = 0.1
    focal_gamma: float = 0.0
    ferplus_targets: str = "votes"
    suspect_weight: float = 1.0
    class_balance: float = 0.0


@dataclass(frozen=True)
class AugmentConfig:
    """How images are varied. See `augment`.

    Attributes:
        geometry: 0 none, 1 as much as face crops of a webcam vary.
        light: 0 none, 1 as much as webcams vary.
        erase: share of the images with something before the face.
        mixup_alpha: of the Beta distribution (Zhang et al. 2018); 0 is none.
        mixup_share: share of the batches that are mixed.
    """

    geometry: float = 1.0
    light: float = 1.0
    erase: float = 0.25
    mixup_alpha: float = 0.2
    mixup_share: float = 0.5


@dataclass(frozen=True)
class DistilConfig:
    """What the network learns from other networks.

    Attributes:
        teachers: run folders; none: no distillation.
        weight: share of the loss that is the distance from the teachers' mean answer, 0 to 1.
        temperature: softens both answers (Hinton et al. 2015).
    """

    teachers: tuple[str, ...] = ()
    weight: float = 0.5
    temperature: float = 2.0


@dataclass(frozen=True)
class Config:
    """One experiment.

    Attributes:
        sizes: pairs of (share of the run, side in pixels): from that share on, training looks at
            faces of that side. Small first is faster (Tan and Le 2021). Empty: the input size.
        ema_decay: of the moving average of the weights, per step; 0 is none.
        learn_copies: learn also the training images of which test images are copies, as nearly all
            published networks have. Only for comparison with their figures; such a run is not
            exported.
        train_limit: use this many training images alone; 0 is all.
        init: run folders; the mean of their weights is what to start from (Wortsman et al. 2022:
            runs that came from the same weights can be averaged). A single one may be a string.
        pretrained: the manifest of a face recogniser in a package, one of
            `recognisers.PACKAGES`, whose weights the network starts from; empty: drawn weights.
    """

    model: ModelConfig
    epochs: int
    seed: int = 1
    batch_size: int = 128
    ema_decay: float = 0.999
    sizes: tuple[tuple[float, int], ...] = ()
    learn_copies: bool = False
    train_limit: int = 0
    init: tuple[str, ...] = ()
    pretrained: str = ""
    optimiser: OptimiserConfig = field(default_factory=OptimiserConfig)
    loss: LossConfig = field(default_factory=LossConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    distil: DistilConfig = field(default_factory=DistilConfig)


T = TypeVar("T")

_SECTIONS = {
    "model": ModelConfig,
    "optimiser": OptimiserConfig,
    "loss": LossConfig,
    "augment": AugmentConfig,
    "distil": DistilConfig,
}


def _build(kind: type[T], values: dict[str, object], where: str) -> T:
    known = {entry.name for entry in dataclasses.fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - known)
    if unknown:
        raise TrainingError(f"{where} has no setting {unknown[0]!r}. It has: {sorted(known)}.")
    frozen = {
        key: tuple(tuple(v) if isinstance(v, list) else v for v in value)
        if isinstance(value, list) else value
        for key, value in values.items()
    }
    try:
        return kind(**frozen)
    except TypeError as error:
        raise TrainingError(f"{where}: {error}") from error


def parse_config(values: dict[str, object], where: str = "The config") -> Config:
    """Makes an experiment of a parsed TOML document.

    Raises:
        TrainingError: a setting is unknown or missing, or has a value that cannot be.
    """
    parts = dict(values)
    for name, kind in _SECTIONS.items():
        if name in parts:
            section = parts[name]
            if not isinstance(section, dict):
                raise TrainingError(f"{where}: [{name}] must be a table.")
            parts[name] = _build(kind, section, f"{where}, [{name}]")
    if isinstance(parts.get("init"), str):
        parts["init"] = [parts["init"]] if parts["init"] else []
    config = _build(Config, parts, where)
    check_values(config, where)
    return config


def load_config(path: Path, overrides: tuple[str, ...] = ()) -> Config:
    """Reads a config file.

    Args:
        overrides: settings in place of those in the file, such as "seed=2" or "loss.focal_gamma=2".
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        for override in overrides:
            key, _, value = override.partition("=")
            *sections, name = key.strip().split(".")
            table = values
            for section in sections:
                table = table.setdefault(section, {})
            table[name] = tomllib.loads(f"value = {value}")["value"]
    except OSError as error:
        raise TrainingError(f"There is no config at {path}.") from error
    except (tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise TrainingError(f"{path} with {list(overrides)}: {error}") from error
    return parse_config(values, str(path))
