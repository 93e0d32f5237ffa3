"""What each part of the recipe brings: equal short runs, each without one part."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .config import load_config
from .data.image_set import ImageSet
from .evaluate import METRICS_FILE, evaluate_run
from .runs import read_json, write_json
from .train import Trainer

#: Each run's name and the settings in which it differs from the config.
VARIANTS: dict[str, tuple[str, ...]] = {
    "as configured": (),
    "without MixUp": ("augment.mixup_alpha=0.0",),
    "without label smoothing": ("loss.label_smoothing=0.0",),
    "constant rate of 0.02 instead of OneCycle to 0.1": (
        'optimiser.schedule="constant"', "optimiser.peak_rate=0.02"),
    "with focal loss": ("loss.focal_gamma=2.0",),
    "without dropout and left-out branches": ("model.dropout=0.0", "model.drop_path=0.0"),
    "FER+ plurality instead of votes": ('loss.ferplus_targets="plurality"',),
    "without suspect labels": ("loss.suspect_weight=0.0",),
    "without light augmentation": ("augment.light=0.0",),
    "without geometric augmentation": ("augment.geometry=0.0",),
}

Say = Callable[[str], None]


def run_ablations(
    config: Path, images: ImageSet, folder: Path, seeds: list[int], say: Say
) -> dict[str, object]:
    """Runs every variant with every seed, and writes ablations.json.

    Runs that are done are not run again; a run that was cut off goes on.

    Args:
        config: of the short run.
        folder: where the runs and ablations.json go.
    """
    results: list[dict[str, object]] = []
    for name, settings in VARIANTS.items():
        if any("suspect_weight" in setting for setting in settings) and not images.suspect.any():
            say(f"{name}: left out, no label of this data is marked (clean --folds 0)")
            continue
        figures: list[dict[str, float]] = []
        for seed in seeds:
            run = folder / name.replace(" ", "-").replace("+", "plus").lower() / str(seed)
            say(f"{name}, seed {seed}")
            # Refuses a run of another config or of other data.
            Trainer(load_config(config, (*settings, f"seed={seed}")), images, run, say).run()
            if not (run / METRICS_FILE).exists():
                evaluate_run(run, images)
            figures.append(_figures(read_json(run / METRICS_FILE)))
        results.append(
            {"name": name, "seeds": seeds}
            | {key: _spread([entry[key] for entry in figures]) for key in figures[0]}
        )
        write_json(folder / "ablations.json", {"config": config.name, "runs": results})
    return {"config": config.name, "runs": results}


def _figures(metrics: dict[str, Any]) -> dict[str, float]:
    official = metrics["official"]
    ferplus, fer2013 = official["ferplus"], official["fer2013"]
    return {
        "ferplus": ferplus["accuracy"],
        "fer2013": fer2013["accuracy"],
        "macro_f1": ferplus["macro_f1"],
        "ece": ferplus["ece"],
        "neutral_called_negative": ferplus["neutral_called_negative"],
    }


def _spread(values: list[float]) -> dict[str, float | None]:
    """Mean and standard deviation over the seeds; one seed has none."""
    spread = round(statistics.stdev(values), 4) if len(values) > 1 else None
    return {"mean": round(statistics.fmean(values), 4), "spread": spread}
