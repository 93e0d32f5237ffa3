"""Puts the judgement of a run into words."""

from __future__ import annotations

from typing import Any

_PARTS = (("official", "public test"), ("official_mirrored", "… with the mirrored copy"),
          ("deduplicated", "… without copies"))


def describe_metrics(metrics: dict[str, Any]) -> str:
    """The text of `evaluate`.

    Args:
        metrics: from `evaluate_run` or `evaluate_file`.
    """
    epochs = f", {metrics['epochs']} epochs" if "epochs" in metrics else ""
    lines = [
        f"{metrics['name']}: {metrics['parameters']:,} parameters{epochs}",
        f"{'':28}{'FER+':>8}{'F1':>8}{'ECE':>8}{'neutral→neg.':>14}{'FER2013':>10}",
    ]
    rows = [(label, metrics[key]) for key, label in _PARTS if key in metrics]
    rows += [(name.replace("_", " "), part) for name, part in metrics["robustness"].items()]
    for label, part in rows:
        plus, own = part["ferplus"], part["fer2013"]
        lines.append(
            f"{label:28}{100 * plus['accuracy']:7.2f}%{100 * plus['macro_f1']:8.1f}"
            f"{plus['ece']:8.3f}{100 * plus['neutral_called_negative']:13.1f}%"
            f"{100 * own['accuracy']:9.2f}%"
        )
    recall = metrics["official"]["ferplus"]["recall"]
    lines.append("found of each (FER+): " + ", ".join(
        f"{name} {100 * share:.0f} %" for name, share in recall.items() if share is not None))
    return "\n".join(lines) + "\n"
