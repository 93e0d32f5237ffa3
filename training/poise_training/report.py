"""Puts what `clean` found into words."""

from __future__ import annotations

from typing import Any

from .classes import EMOTIONS


def describe(found: dict[str, Any]) -> str:
    """The text of `report`.

    Args:
        found: from `clean`, as its JSON holds it.
    """
    parts = [_splits(found), _copies(found["copies"])]
    if found.get("label_against_taggers"):
        parts.append(_taggers(found["label_against_taggers"]))
    if found.get("labels"):
        parts.append(_suspects(found["labels"]))
    return "\n\n".join(parts) + "\n"


def _table(rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _splits(found: dict[str, Any]) -> str:
    rows = [["split", *EMOTIONS, "all"]]
    for name, counts in found["splits"].items():
        cells = [counts[emotion] for emotion in EMOTIONS]
        rows.append([name, *map(str, cells), str(sum(cells))])
    sources = ", ".join(found["sources"])
    return f"{found['images']} images from {sources}\n\n{_table(rows)}"


def _copies(copies: dict[str, Any]) -> str:
    outside, tests = copies["test_images_with_a_copy_outside"], copies["test_images"]
    share = _percent(outside / tests) if tests else "–"
    lines = [
        "Copies (correlation of the crops at least "
        f"{copies['threshold']}, mirrored and shifted ones too)",
        f"  exact copies: {copies['exact']}",
        f"  pairs: {copies['pairs']}, of them mirrored {copies['mirrored_pairs']}, across sources "
        f"{copies['pairs_across_sources']}, with different labels "
        f"{copies['pairs_with_different_labels']}",
        f"  photographs: {copies['photographs']}, of them "
        f"{copies['photographs_more_than_once']} more than once, one {copies['largest']} times",
        f"  test images with a copy outside the test: {outside} of {tests} ({share}); the copies "
        "are dropped from training",
        "  pairs by correlation:",
    ]
    most = max((count for _, count in copies["correlations"]), default=0) or 1
    lines += [
        f"    {edge:.2f} {'#' * round(40 * count / most)} {count}"
        for edge, count in copies["correlations"]
    ]
    return "\n".join(lines)


def _taggers(matrix: list[list[int]]) -> str:
    total = sum(map(sum, matrix))
    agreed = sum(matrix[i][i] for i in range(len(matrix)))
    rows = [["label \\ most taggers", *EMOTIONS]]
    rows += [
        [emotion, *(_percent(cell / max(1, sum(row))) for cell in row)]
        for emotion, row in zip(EMOTIONS, matrix, strict=True)
    ]
    return (
        f"Labels against FER+: {_percent(agreed / max(1, total))} of {total} images have the label "
        f"that most taggers chose\n\n{_table(rows)}"
    )


def _suspects(labels: dict[str, Any]) -> str:
    rows = [["label", "images", "suspect", "mostly seen as"]]
    for name, counts in labels["by_class"].items():
        rows.append(
            [name, str(counts["images"]), str(counts["suspect"]), counts["mostly"] or "–"]
        )
    return (
        f"Likely wrong labels: {labels['suspect']} training images\n"
        f"  FER+ taggers reject the label of {_percent(labels['taggers_reject_the_label'])} of "
        f"them, against {_percent(labels['taggers_reject_other_labels'])} of the other images; of "
        f"{_percent(labels['taggers_choose_the_suggestion'])} they choose the suggested "
        f"expression\n\n{_table(rows)}"
    )
