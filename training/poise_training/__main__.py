"""The command: python -m poise_training prepare | clean | report | train | evaluate | export | ship …"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

#: glibc gives the memory of each step back to the system and asks for it again, which costs up to
#: half of a step on a processor. It reads these when a process starts.
_MALLOC = {"MALLOC_TRIM_THRESHOLD_": "-1", "MALLOC_MMAP_MAX_": "0"}

_WORK = Path("outputs")
_PROJECT = Path(__file__).resolve().parents[2]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _prepare(arguments: argparse.Namespace) -> None:
    from .data.image_set import concatenate, save
    from .data.read import read_source

    sets = [read_source(path, _say) for path in arguments.sources]
    images = concatenate(sets)
    save(images, arguments.work / "prepared.npz")
    _say(f"{len(images)} images in {arguments.work / 'prepared.npz'}")


def _clean(arguments: argparse.Namespace) -> None:
    from .clean import FoldTraining, clean
    from .data.image_set import load, save
    from .runs import write_json

    training = FoldTraining(arguments.folds, arguments.fold_epochs, arguments.batch_size)
    images, found = clean(
        load(arguments.work / "prepared.npz"), training, arguments.work / "folds", _say
    )
    save(images, arguments.work / "dataset.npz")
    write_json(arguments.work / "clean.json", found)
    _say(f"{arguments.work / 'dataset.npz'}; what was found: report")


def _report(arguments: argparse.Namespace) -> None:
    from .report import describe
    from .runs import read_json

    print(describe(read_json(arguments.work / "clean.json")), end="")


def _train(arguments: argparse.Namespace) -> None:
    from .config import load_config
    from .data.image_set import load
    from .train import Trainer

    config = load_config(arguments.config, tuple(arguments.set))
    folder = arguments.run or arguments.work / "runs" / arguments.config.stem
    Trainer(config, load(arguments.work / "dataset.npz"), folder, _say).run()


def _evaluate(arguments: argparse.Namespace) -> None:
    from .data.image_set import load
    from .evaluate import evaluate_run
    from .export.model_file import evaluate_file
    from .report_metrics import describe_metrics
    from .runs import write_json

    images = load(arguments.work / "dataset.npz")
    if arguments.run.suffix == ".onnx":
        metrics = evaluate_file(arguments.run, images)
        write_json(arguments.work / f"{arguments.run.stem}.json", metrics)
    else:
        metrics = evaluate_run(arguments.run, images)
    print(describe_metrics(metrics), end="")


def _export(arguments: argparse.Namespace) -> None:
    from .data.image_set import load
    from .export.files import export_run

    images = load(arguments.work / "dataset.npz")
    name = arguments.name or arguments.run.name
    folder = arguments.out or arguments.work / "export" / name
    export_run(arguments.run, images, folder, name, arguments.data)
    _say(f"files for packages/models in {folder}")


def _ablate(arguments: argparse.Namespace) -> None:
    from .ablation import run_ablations
    from .data.image_set import load

    images = load(arguments.work / "dataset.npz")
    run_ablations(arguments.config, images, arguments.work / "ablations", arguments.seeds, _say)


def _ship(arguments: argparse.Namespace) -> None:
    from .export.ship import ship

    ship(arguments.export, arguments.models, arguments.results, _say)


def _all(arguments: argparse.Namespace) -> None:
    from .config import load_config
    from .data.image_set import load
    from .train import check_origins, training_images

    arguments.run = arguments.run or arguments.work / "runs" / arguments.config.stem
    # What would end the training is found before the hours that come before it.
    config = load_config(arguments.config, tuple(arguments.set))
    check_origins(config, arguments.run)
    _prepare(arguments)
    training_images(load(arguments.work / "prepared.npz"), config)
    for step in (_clean, _report, _train, _evaluate, _export):
        step(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m poise_training", description="From images to a shipped expression model."
    )
    parser.add_argument("--work", type=Path, default=_WORK, help="folder of all results")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about)

    def sources(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("sources", type=Path, nargs="+", metavar="SOURCE",
                         help="sheets with labels.csv, fer2013.csv, or class folders")

    def folds(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--folds", type=int, default=3,
                         choices=[0, *range(2, 11)], metavar="N",
                         help="networks that judge labels, 2 to 10; 0: labels are not judged")
        sub.add_argument("--fold-epochs", type=int, default=8)
        sub.add_argument("--batch-size", type=int, default=128, help="of those networks")

    def config(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("config", type=Path, help="an experiment, such as configs/poise-net.toml")

    def settings(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--run", type=Path, default=None, help="folder of the run")
        sub.add_argument("--set", action="append", default=[], metavar="KEY=VALUE",
                         help="a setting in place of the config's, such as seed=2")

    def export(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--name", default=None, help="of the model; default: the run's")
        sub.add_argument("--out", type=Path, default=None, help="folder of the files")
        sub.add_argument("--data", default="", help="what it was trained on, in words, for the card")

    sources(command("prepare", "Reads images and labels."))
    folds(command("clean", "Finds copies and likely wrong labels, and fixes the splits."))
    command("report", "Prints what clean found.")
    train = command("train", "Trains a network; goes on where it was cut off.")
    config(train)
    settings(train)
    evaluate = command("evaluate", "Judges a trained network, or a model file.")
    evaluate.add_argument("run", type=Path, metavar="RUN|FILE.onnx")
    export_command = command("export", "Writes the files that packages/models takes in.")
    export_command.add_argument("run", type=Path)
    export(export_command)
    ship_command = command("ship", "Takes an export into the project: files, manifest, figures.")
    ship_command.add_argument("export", type=Path, help="what export wrote")
    ship_command.add_argument("--models", type=Path, default=_PROJECT / "packages" / "models")
    ship_command.add_argument("--results", type=Path, default=_PROJECT / "training" / "results")
    ablate = command("ablate", "Short equal runs, each without one part of the recipe.")
    config(ablate)
    ablate.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    whole = command("all", "All steps, from images to the files that are shipped.")
    config(whole)
    sources(whole)
    folds(whole)
    settings(whole)
    export(whole)
    return parser


_COMMANDS = {
    "prepare": _prepare,
    "clean": _clean,
    "report": _report,
    "train": _train,
    "evaluate": _evaluate,
    "export": _export,
    "ship": _ship,
    "ablate": _ablate,
    "all": _all,
}


def main() -> int:
    """Runs one command; 0 when it is done, 2 when something must be put right first."""
    arguments = _parser().parse_args()
    from .errors import TrainingError

    try:
        _COMMANDS[arguments.command](arguments)
    except TrainingError as error:
        _say(f"error: {error}")
        return 2
    return 0


if __name__ == "__main__":
    if sys.platform == "linux" and "MALLOC_MMAP_MAX_" not in os.environ:
        os.execve(
            sys.executable,
            [sys.executable, "-m", "poise_training", *sys.argv[1:]],
            {**os.environ, **_MALLOC},
        )
    sys.exit(main())
