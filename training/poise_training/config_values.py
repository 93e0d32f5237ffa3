"""What the values of a config may be."""

from __future__ import annotations

import dataclasses

from .errors import TrainingError

#: What a value must be, by the setting's last name: lowest and highest, or the words there are.
_RANGES: dict[str, tuple[float, float]] = {
    "dropout": (0, 0.95), "drop_path": (0, 0.95), "peak_rate": (1e-9, 100), "weight_decay": (0, 10),
    "warm_up": (0, 0.95), "label_smoothing": (0, 0.95), "focal_gamma": (0, 10),
    "suspect_weight": (0, 1), "ferplus_weight": (0, 100), "fer2013_weight": (0, 100), "class_balance": (0, 1),
    "geometry": (0, 3), "light": (0, 1), "erase": (0, 1), "mixup_alpha": (0, 10),
    "mixup_share": (0, 1), "weight": (0, 1), "temperature": (0.1, 100), "ema_decay": (0, 0.99999),
    "input_size": (16, 512), "epochs": (1, 100_000), "batch_size": (2, 65_536), "seed": (0, 2**31),
    "train_limit": (0, 10**9),
}
_WORDS = {
    "kind": ("sgd", "adamw"),
    "schedule": ("onecycle", "constant"),
    "ferplus_targets": ("votes", "plurality"),
}

#: Lists of folders of runs.
_FOLDERS = ("init", "teachers")


def _are_strings(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(part, str) for part in value)


def _are_sizes(value: object) -> bool:
    if not isinstance(value, tuple):
        return False
    smallest, largest = _RANGES["input_size"]
    shares = []
    for pair in value:
        if not isinstance(pair, tuple) or len(pair) != 2:
            return False
        share, side = pair
        if type(share) not in (int, float) or not 0 <= share < 1:
            return False
        if type(side) is not int or not smallest <= side <= largest:
            return False
        shares.append(share)
    return shares == sorted(set(shares))


def check_values(part: object, where: str) -> None:
    """Looks at every value of a config and of its sections.

    Raises:
        TrainingError: a value cannot be; the message names it and what it must be.
    """
    for entry in dataclasses.fields(part):  # type: ignore[arg-type]
        value = getattr(part, entry.name)
        if dataclasses.is_dataclass(value):
            check_values(value, f"{where}, [{entry.name}]")
        elif entry.name in _WORDS and value not in _WORDS[entry.name]:
            words = ", ".join(_WORDS[entry.name])
            raise TrainingError(f"{where}: {entry.name} is {value!r} and must be one of {words}.")
        elif entry.type == "bool" and not isinstance(value, bool):
            raise TrainingError(f"{where}: {entry.name} is {value!r} and must be true or false.")
        elif entry.name in _RANGES:
            low, high = _RANGES[entry.name]
            whole = entry.type == "int"
            right = isinstance(value, int if whole else (int, float)) and low <= value <= high
            if not right or isinstance(value, bool):
                kind = "a whole number" if whole else "a number"
                raise TrainingError(
                    f"{where}: {entry.name} is {value!r} and must be {kind} of at least {low} and "
                    f"at most {high}."
                )
        elif entry.name in _FOLDERS and not _are_strings(value):
            raise TrainingError(f"{where}: {entry.name} must be a list of run folders.")
        elif entry.name == "sizes" and not _are_sizes(value):
            smallest, largest = _RANGES["input_size"]
            raise TrainingError(
                f"{where}: sizes must be pairs such as [[0.0, 32], [0.6, 48]]: rising shares of the "
                f"run from 0 to under 1, sides in whole pixels from {smallest} to {largest}."
            )
