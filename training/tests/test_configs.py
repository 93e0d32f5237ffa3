from __future__ import annotations

from pathlib import Path

import pytest

from poise_training.config import load_config, parse_config
from poise_training.errors import TrainingError
from poise_training.models import ARCHITECTURES
from poise_training.schedule import rate_at
from poise_training.train import size_at

CONFIGS = sorted((Path(__file__).parents[1] / "configs").glob("*.toml"))

TINY = {"model": {"name": "poise_net"}, "epochs": 2}


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_every_config_that_comes_with_the_training_names_a_network_and_ends_at_its_size(
    path: Path,
) -> None:
    config = load_config(path)
    assert config.model.name in ARCHITECTURES
    assert size_at(1.0, config) == config.model.input_size
    assert rate_at(0.5, config.optimiser) > 0


@pytest.mark.parametrize(
    ("written", "read"),
    [("", ()), ("runs/a", ("runs/a",)), (["runs/a", "runs/b"], ("runs/a", "runs/b"))],
)
def test_one_run_to_start_from_may_be_written_as_a_string(written: object, read: object) -> None:
    assert parse_config({**TINY, "init": written}).init == read


def test_an_unknown_setting_is_named_with_those_that_there_are() -> None:
    with pytest.raises(TrainingError, match=r"has no setting 'epoch'.*'epochs'"):
        parse_config({**TINY, "epoch": 3})


@pytest.mark.parametrize("section", ["model", "optimiser", "loss", "augment", "distil"])
def test_an_unknown_setting_of_a_section_is_named_with_the_section(section: str) -> None:
    table = {"name": "poise_net", "colour": 1} if section == "model" else {"colour": 1}
    with pytest.raises(TrainingError, match=rf"\[{section}\] has no setting 'colour'"):
        parse_config({**TINY, section: table})


def test_a_section_that_is_no_table_is_an_error() -> None:
    with pytest.raises(TrainingError, match=r"\[loss\] must be a table"):
        parse_config({**TINY, "loss": 3})


def test_a_missing_setting_is_an_error() -> None:
    with pytest.raises(TrainingError, match="epochs"):
        parse_config({"model": {"name": "poise_net"}})


@pytest.mark.parametrize("wrong", [{"epochs": 0}, {"batch_size": 1}])
def test_a_run_without_epochs_or_batches_is_an_error(wrong: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="at least"):
        parse_config({**TINY, **wrong})


@pytest.mark.parametrize("wrong", [5, [1]])
def test_runs_to_start_from_are_named_by_strings(wrong: object) -> None:
    with pytest.raises(TrainingError, match="init must be a list of run folders"):
        parse_config({**TINY, "init": wrong})


def test_a_switch_is_true_or_false() -> None:
    with pytest.raises(TrainingError, match="learn_copies is 1 and must be true or false"):
        parse_config({**TINY, "learn_copies": 1})


def test_a_setting_can_be_overridden_also_in_a_section_that_the_file_lacks(tmp_path: Path) -> None:
    path = tmp_path / "tiny.toml"
    path.write_text('epochs = 2\n[model]\nname = "poise_net"\n', encoding="utf-8")
    config = load_config(path, ("seed=7", "loss.focal_gamma=2", 'model.name="vgg16"'))
    assert (config.seed, config.loss.focal_gamma, config.model.name) == (7, 2, "vgg16")


def test_a_config_that_is_missing_or_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"no config at .*none\.toml"):
        load_config(tmp_path / "none.toml")
    path = tmp_path / "broken.toml"
    path.write_text("epochs = = 2", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"broken\.toml"):
        load_config(path)


def test_the_size_of_the_faces_grows_at_the_shares_of_the_run_that_the_config_gives() -> None:
    config = parse_config({**TINY, "sizes": [[0.0, 32], [0.5, 40], [0.8, 48]]})
    shares = (0.0, 0.49, 0.5, 0.79, 0.8, 1.0)
    assert [size_at(share, config) for share in shares] == [32, 32, 40, 40, 48, 48]


def test_without_sizes_the_faces_have_the_size_at_which_the_network_looks() -> None:
    config = parse_config({"model": {"name": "vgg16", "input_size": 64}, "epochs": 2})
    assert size_at(0.3, config) == 64


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"epochs": "3"}, "epochs is '3' and must be a whole number"),
        ({"sizes": [0.0, 32]}, "sizes must be pairs"),
        ({"sizes": [["a", 32]]}, "rising shares of the run"),
        ({"sizes": [[0.0, 32], [0.0, 48]]}, "rising shares of the run"),
        ({"sizes": [[0.0, 0]]}, "from 16 to 512"),
        ({"sizes": [[0.0, 32.5]]}, "whole pixels"),
        ({"model": {"name": "poise_net", "dropout": 2}}, r"\[model\]: dropout is 2"),
        ({"loss": {"ferplus_targets": "typo"}}, "must be one of votes, plurality"),
        ({"distil": {"weight": True}}, "weight is True"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_it_must_be(
    wrong: dict[str, object], says: str
) -> None:
    with pytest.raises(TrainingError, match=says):
        parse_config({**TINY, **wrong})
