"""Takes an export into packages/models, and its figures into training/results."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import TrainingError
from ..runs import read_json, write_json

#: A card to be read over. `npm run docs:models` puts the figures between the two comments.
_CARD = """# {names}

Expression of a face crop: see `inputs` and `outputs` of its entry in `manifest.json`.

## Made from

{data}

## Licence

{licence}, as Poise itself ([LICENSE](../../../LICENSE)).

## Measured

<!-- measured -->

<!-- /measured -->

## Limits

How it does before a webcam, and on different groups of people, is not measured.

For practising alone in front of one's own camera. Not for: judging, selecting or ranking people, or
watching them.
"""

#: What people wrote into an entry of the manifest, and a new export does not undo.
_KEPT = ("default", "description")


def ship(export: Path, models: Path, results: Path, say: Callable[[str], None]) -> None:
    """Copies files and golden vectors, puts the entries into manifest.json, and the figures beside
    those of the other models.

    Args:
        export: a folder that `export_run` wrote.
        models: packages/models.
        results: training/results.
        say: is told what is left to do.

    Raises:
        TrainingError: one of the folders is none of these.
    """
    entries = read_json(export / "manifest.json")["models"]
    manifest = read_json(models / "manifest.json")
    if not results.is_dir():
        raise TrainingError(f"There is no folder {results}. Give training/results by --results.")
    for entry in entries:
        for part in ("file", "golden"):
            shutil.copyfile(export / entry[part], models / entry[part])
        _put(manifest["models"], entry)
        figures = f"{entry['name']}.json"
        shutil.copyfile(export / "results" / figures, results / figures)
    write_json(models / "manifest.json", manifest)
    for card in sorted({entry["card"] for entry in entries}):
        if not (models / card).exists():
            _draft(models / card, [entry for entry in entries if entry["card"] == card])
            say(f"read over and complete {models / card}")
    say("then, in the project: npm run format, npm run bench:models, npm run docs:models, npm test")


def _draft(path: Path, entries: list[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    names = ", ".join(entry["name"] for entry in entries)
    text = _CARD.format(names=names, data=entries[0]["data"], licence=entries[0]["licence"])
    path.write_text(text, encoding="utf-8")


def _put(entries: list[dict[str, Any]], new: dict[str, Any]) -> None:
    """In the place of the entry with this name, or behind the others."""
    for i, old in enumerate(entries):
        if old["name"] == new["name"]:
            entries[i] = new | {key: old[key] for key in _KEPT}
            return
    entries.append(new)
