from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from drawn_faces import draw_faces
from drawn_sets import drawn_set, tiny_config
from poise_training.config import AugmentConfig, Config, DistilConfig, ModelConfig, OptimiserConfig
from poise_training.data.image_set import DROPPED, TEST, TRAIN, ImageSet
from poise_training.errors import TrainingError
from poise_training.evaluate import evaluate_run
from poise_training.export.files import export_run
from poise_training.predict import predict_logits
from poise_training.runs import Run, has_learned_copies, load_model, read_json
from poise_training.train import Trainer, training_images


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> object:
    """The bits of a sum depend on how many threads it is split over."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def images() -> ImageSet:
    return drawn_set(draw_faces(90, seed=1), validation=20)


def quiet(_: str) -> None:
    """Says nothing."""


def train(config: Config, images: ImageSet, folder: Path, *stops: int) -> dict[str, torch.Tensor]:
    """Trains, cut off after each of these epochs, and gives the weights."""
    for stop in (*stops, None):
        Trainer(config, images, folder, quiet).run(stop_after=stop)
    return torch.load(Run(folder).weights, weights_only=True)


def same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


def test_a_run_that_was_cut_off_and_resumed_gives_the_very_weights_of_an_unbroken_one(
    images: ImageSet, tmp_path: Path
) -> None:
    config = tiny_config()
    unbroken = train(config, images, tmp_path / "unbroken")
    torch.rand(17)  # Another process draws otherwise.
    assert same(unbroken, train(config, images, tmp_path / "broken", 1, 2))
    other = train(dataclasses.replace(config, seed=2), images, tmp_path / "other")
    assert not same(unbroken, other)


def test_adamw_resumes_to_the_same_weights_too(images: ImageSet, tmp_path: Path) -> None:
    config = tiny_config(epochs=2, optimiser=OptimiserConfig(kind="adamw", peak_rate=1e-3))
    unbroken = train(config, images, tmp_path / "unbroken")
    assert same(unbroken, train(config, images, tmp_path / "broken", 1))


def test_a_folder_of_another_config_or_of_other_data_is_refused(
    images: ImageSet, tmp_path: Path
) -> None:
    config = tiny_config()
    Trainer(config, images, tmp_path, quiet).run(stop_after=1)
    with pytest.raises(TrainingError, match="run of another config"):
        Trainer(dataclasses.replace(config, seed=5), images, tmp_path, quiet)
    fewer = images.take(np.arange(1, len(images)))
    with pytest.raises(TrainingError, match="run on other data"):
        Trainer(config, fewer, tmp_path, quiet)


def test_too_few_images_for_a_batch_are_an_error_that_says_what_to_do(
    images: ImageSet, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="52 training images .* batch of 64"):
        Trainer(tiny_config(batch_size=64), images, tmp_path, quiet)


def test_a_limit_takes_evenly_chosen_training_images(images: ImageSet) -> None:
    limited = training_images(images, tiny_config(train_limit=26))
    every = training_images(images, tiny_config())
    assert np.array_equal(limited.group, every.group[::2])


def test_a_run_says_what_it_is_made_of_and_logs_each_epoch(
    images: ImageSet, tmp_path: Path
) -> None:
    said: list[str] = []
    config = tiny_config(epochs=2)
    Trainer(config, images, tmp_path, said.append).run()
    run = Run(tmp_path)
    about = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert run.config() == config
    assert about["data_sha256"] == images.digest()
    assert {"git_revision", "parameters", "torch"} <= about.keys()
    log = [json.loads(line) for line in run.log.read_text(encoding="utf-8").splitlines()]
    assert [entry["epoch"] for entry in log] == [1, 2]
    assert [entry["size"] for entry in log] == [24, 32]
    assert "ferplus" in log[-1]
    assert len(said) == 2


def test_a_run_that_has_not_ended_has_no_model(images: ImageSet, tmp_path: Path) -> None:
    Trainer(tiny_config(), images, tmp_path, quiet).run(stop_after=1)
    with pytest.raises(TrainingError, match="has not ended"):
        load_model(tmp_path)


def test_a_network_starts_from_the_weights_of_another_run_and_learns_from_it(
    images: ImageSet, tmp_path: Path
) -> None:
    config = tiny_config(epochs=1)
    teacher = train(config, images, tmp_path / "teacher")
    barely = OptimiserConfig(peak_rate=1e-9)
    taught = tiny_config(
        epochs=1,
        ema_decay=0.0,
        init=(str(tmp_path / "teacher"),),
        optimiser=barely,
        distil=DistilConfig(teachers=(str(tmp_path / "teacher"),)),
    )
    weights = train(taught, images, tmp_path / "taught")
    about = json.loads((tmp_path / "taught" / "run.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((tmp_path / "teacher" / "weights.pt").read_bytes()).hexdigest()
    assert about["learned_from"] == {str(tmp_path / "teacher"): digest}
    torch.testing.assert_close(
        weights["ferplus.weight"], teacher["ferplus.weight"], atol=1e-6, rtol=0
    )


def test_runs_that_lie_beside_each_other_go_by_their_names(
    images: ImageSet, tmp_path: Path
) -> None:
    train(tiny_config(epochs=1, learn_copies=True), images, tmp_path / "teacher")
    taught = tiny_config(epochs=1, distil=DistilConfig(teachers=("teacher",)))
    train(taught, images, tmp_path / "taught")
    assert set(read_json(tmp_path / "taught" / "run.json")["learned_from"]) == {"teacher"}
    assert has_learned_copies(tmp_path / "taught")


def test_a_run_does_not_go_on_under_another_teacher(images: ImageSet, tmp_path: Path) -> None:
    train(tiny_config(epochs=1), images, tmp_path / "teacher")
    taught = tiny_config(epochs=2, distil=DistilConfig(teachers=("teacher",)))
    Trainer(taught, images, tmp_path / "taught", quiet).run(stop_after=1)
    shutil.rmtree(tmp_path / "teacher")
    train(tiny_config(epochs=1, seed=2), images, tmp_path / "teacher")
    with pytest.raises(TrainingError, match="began with other weights"):
        Trainer(taught, images, tmp_path / "taught", quiet)


def test_an_epoch_that_was_logged_and_then_lost_is_logged_once(
    images: ImageSet, tmp_path: Path
) -> None:
    Trainer(tiny_config(), images, tmp_path, quiet).run(stop_after=1)
    with (tmp_path / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"epoch": 2, "seconds": 9}\n{"epoch": 3, "sec')
    Trainer(tiny_config(), images, tmp_path, quiet).run()
    assert [entry["epoch"] for entry in Run(tmp_path).entries()] == [1, 2, 3]


def test_a_network_starts_from_the_mean_of_two_runs_of_the_same_network(
    images: ImageSet, tmp_path: Path
) -> None:
    folders = tuple(str(tmp_path / str(seed)) for seed in (1, 2))
    states = [
        train(tiny_config(epochs=1, seed=seed), images, Path(folder))
        for seed, folder in zip((1, 2), folders, strict=True)
    ]
    barely = tiny_config(
        epochs=1, ema_decay=0.0, init=folders, optimiser=OptimiserConfig(peak_rate=1e-9)
    )
    weights = train(barely, images, tmp_path / "mean")
    mean = (states[0]["ferplus.weight"] + states[1]["ferplus.weight"]) / 2
    torch.testing.assert_close(weights["ferplus.weight"], mean, atol=1e-6, rtol=0)
    assert set(read_json(tmp_path / "mean" / "run.json")["learned_from"]) == set(folders)

    other = tiny_config(model=ModelConfig("mobilenet"), init=folders)
    with pytest.raises(TrainingError, match="another network"):
        Trainer(other, images, tmp_path / "other", quiet)


def test_copies_of_test_images_are_learned_only_where_a_config_asks_for_them_and_then_not_exported(
    images: ImageSet, tmp_path: Path
) -> None:
    split = images.split.copy()
    train_images = np.flatnonzero(split == TRAIN)
    split[train_images[:5]] = DROPPED
    blank = images.images.copy()
    blank[train_images[0]] = 128
    images = dataclasses.replace(images, split=split, images=blank)
    assert len(training_images(images, tiny_config())) == len(train_images) - 5
    copies = tiny_config(epochs=1, learn_copies=True)
    assert len(training_images(images, copies)) == len(train_images) - 1
    train(copies, images, tmp_path)
    assert evaluate_run(tmp_path, images)["learned_copies"] is True
    heir = tiny_config(epochs=1, init=(str(tmp_path),))
    train(heir, images, tmp_path / "heir")
    assert evaluate_run(tmp_path / "heir", images)["learned_copies"] is True
    for folder in (tmp_path, tmp_path / "heir"):
        with pytest.raises(TrainingError, match="copies of the test images"):
            export_run(folder, images, tmp_path / "export", "name")


def test_faces_too_small_for_a_network_are_named_before_it_learns(
    images: ImageSet, tmp_path: Path
) -> None:
    small = tiny_config(model=ModelConfig("face_resnet", input_size=83), sizes=((0.0, 48),))
    with pytest.raises(TrainingError, match="needs faces of 71 pixels, and is to look at 48"):
        Trainer(small, images, tmp_path, quiet)


def test_a_loss_that_is_no_number_stops_the_run_with_advice(
    images: ImageSet, tmp_path: Path
) -> None:
    wild = OptimiserConfig(peak_rate=1e30, schedule="constant")
    with pytest.raises(TrainingError, match="Lower optimiser.peak_rate"):
        Trainer(tiny_config(optimiser=wild), images, tmp_path, quiet).run()


def test_a_run_on_drawn_faces_learns_the_expressions(tmp_path: Path) -> None:
    faces = drawn_set(draw_faces(500, seed=11))
    config = Config(
        model=ModelConfig("poise_net", dropout=0.1),
        epochs=8,
        batch_size=32,
        ema_decay=0.9,
        sizes=((0.0, 32), (0.75, 48)),
        optimiser=OptimiserConfig(kind="adamw", peak_rate=2e-3, weight_decay=0.01),
        augment=AugmentConfig(geometry=0.3, light=0.3, erase=0.0, mixup_share=0.0),
    )
    Trainer(config, faces, tmp_path, quiet).run()
    test = faces.of_split(TEST)
    for answers in predict_logits(load_model(tmp_path), test.images):
        accuracy = float((answers.argmax(1) == test.labels).mean())
        assert accuracy > 0.4, "chance is 0.14"
