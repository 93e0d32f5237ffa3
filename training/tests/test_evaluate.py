from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from drawn_faces import draw_faces
from drawn_runs import finished_run
from drawn_sets import drawn_set
from poise_training.calibrate import Calibration, calibrate
from poise_training.classes import EMOTIONS, plurality
from poise_training.data.image_set import (
    DROPPED,
    TEST,
    TRAIN,
    VALIDATION,
    ImageSet,
    concatenate,
)
from poise_training.errors import TrainingError
from poise_training.evaluate import (
    METRICS_FILE,
    Logits,
    calibration_of,
    evaluate_run,
    judge,
    judge_everywhere,
    test_mask as judged_images,
    without_copies,
)
from poise_training.predict import predict_logits
from poise_training.runs import load_model, read_json

HAPPY, SAD, NEUTRAL = (EMOTIONS.index(name) for name in ("happy", "sad", "neutral"))

NONE = Calibration()


def answers(classes: np.ndarray) -> Logits:
    """Logits of both heads that say these classes."""
    rows = np.eye(len(EMOTIONS), dtype=np.float32)[classes] * 9
    return rows, rows.copy()


def of(images: ImageSet, splits: list[int], groups: list[int]) -> ImageSet:
    """Images with other splits and photographs."""
    return dataclasses.replace(images, split=np.array(splits), group=np.array(groups))


class Knowing:
    """Answers like a network that has learned some faces by heart and takes all others for sad."""

    def __init__(self, images: ImageSet, known: np.ndarray) -> None:
        self._labels = {
            face.tobytes(): label
            for face, label in zip(images.images[known], images.labels[known], strict=True)
        }
        self.asked: list[np.ndarray] = []

    def __call__(self, faces: np.ndarray) -> Logits:
        self.asked.append(faces)
        keys = (face.astype(np.uint8).tobytes() for face in faces)
        return answers(np.array([self._labels.get(key, SAD) for key in keys]))


@pytest.fixture(scope="module")
def images() -> ImageSet:
    return drawn_set(draw_faces(150, seed=1), validation=40)


@pytest.fixture(scope="module")
def run(images: ImageSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished_run(tmp_path_factory.mktemp("runs") / "drawn", images)


@pytest.mark.parametrize("elsewhere", [TRAIN, VALIDATION, DROPPED])
def test_a_test_image_that_has_a_copy_outside_the_test_is_left_out(elsewhere: int) -> None:
    drawn = drawn_set(draw_faces(6, seed=1))
    images = of(drawn, [TEST, TEST, TEST, elsewhere, elsewhere, TRAIN], [0, 1, 2, 1, 4, 5])
    assert without_copies(images).tolist() == [True, False, True]


def test_of_copies_within_the_test_one_is_kept() -> None:
    drawn = drawn_set(draw_faces(8, seed=1))
    splits = [TRAIN, TEST, TEST, TEST, TRAIN, TEST, TEST, TEST]
    images = of(drawn, splits, [7, 3, 3, 1, 2, 3, 2, 2])
    # 1, 2 and 5 are one photograph; 6 and 7 are one that is also learned from.
    assert without_copies(images).tolist() == [True, False, True, False, False, False]


def test_only_the_test_images_of_the_first_source_are_judged() -> None:
    both = concatenate([drawn_set(draw_faces(10, seed=1)), drawn_set(draw_faces(10, seed=2))])
    assert np.flatnonzero(both.split == TEST).tolist() == [0, 1, 10, 11]
    assert np.flatnonzero(judged_images(both)).tolist() == [0, 1]
    # A copy among the test images of another source is one outside, too.
    group = both.group.copy()
    group[11] = group[0]
    assert without_copies(both).tolist() == [True, True]
    assert without_copies(dataclasses.replace(both, group=group)).tolist() == [False, True]


def test_a_network_that_knows_the_copies_alone_is_right_about_nothing_without_them() -> None:
    drawn = drawn_set(draw_faces(100, seed=3))
    copies = np.flatnonzero((drawn.split == TEST) & (drawn.labels != SAD))[:12]
    group = drawn.group.copy()
    group[copies] = group[np.flatnonzero(drawn.split == TRAIN)[:12]]
    images = dataclasses.replace(drawn, group=group)
    judged = judge_everywhere(Knowing(images, copies), images, NONE)
    sad = int((drawn.labels[drawn.split == TEST] == SAD).sum())
    assert judged["official"]["fer2013"]["n"] == 20
    assert judged["official"]["fer2013"]["accuracy"] == pytest.approx((12 + sad) / 20)
    assert judged["deduplicated"]["fer2013"]["n"] == judged["deduplicated"]["ferplus"]["n"] == 8
    # What it answers to all that it does not know.
    assert judged["deduplicated"]["fer2013"]["accuracy"] == pytest.approx(sad / 8)


def test_no_image_of_another_source_and_none_to_learn_from_is_shown_to_the_network() -> None:
    first, second = drawn_set(draw_faces(20, seed=1)), drawn_set(draw_faces(30, seed=2))
    both = concatenate([first, second])
    predict = Knowing(both, judged_images(both))
    alone = Knowing(first, judged_images(first))
    judged = judge_everywhere(predict, both, NONE)
    assert judged == judge_everywhere(alone, first, NONE)
    assert judged["official"]["fer2013"]["accuracy"] == 1
    assert judged["official"]["fer2013"]["n"] == 4
    assert {len(faces) for faces in predict.asked} == {4}


def test_with_the_mirrored_copy_both_answers_are_heard() -> None:
    images = drawn_set(draw_faces(35, seed=4))
    mirrored = dataclasses.replace(images, images=images.images[:, :, ::-1].copy())
    by_heart = Knowing(mirrored, judged_images(images))

    def twice_as_sure(faces: np.ndarray) -> Logits:
        ferplus, fer2013 = by_heart(faces)
        # What it knows by heart outweighs that it says sad to what it does not.
        weight = np.where(fer2013.argmax(1) == SAD, 1, 2)[:, None]
        return ferplus * weight, fer2013 * weight

    judged = judge_everywhere(twice_as_sure, images, NONE)
    share = float((images.labels[images.split == TEST] == SAD).mean())
    assert judged["official"]["fer2013"]["accuracy"] == pytest.approx(share)
    assert judged["official_mirrored"]["fer2013"]["accuracy"] == 1


def test_each_condition_is_judged_on_faces_changed_by_it() -> None:
    images = drawn_set(draw_faces(70, seed=5))
    happy = dataclasses.replace(images, labels=np.full(70, HAPPY))

    def only_in_the_dark(faces: np.ndarray) -> Logits:
        return answers(np.where(faces.max((1, 2)) < 32, HAPPY, SAD))

    judged = judge_everywhere(only_in_the_dark, happy, NONE)
    accuracy = {name: part["fer2013"]["accuracy"] for name, part in judged["robustness"].items()}
    assert accuracy.pop("dark") == 1
    assert set(accuracy.values()) == {0}
    assert {part["fer2013"]["n"] for part in judged["robustness"].values()} == {14}


def test_each_head_is_judged_by_its_own_kind_of_label() -> None:
    images = drawn_set(draw_faces(70, seed=6))
    images = dataclasses.replace(images, labels=(images.labels + 1) % len(EMOTIONS))
    best = plurality(images.votes)
    ferplus, _ = answers(best)
    _, fer2013 = answers(images.labels)
    figures = judge(images, (ferplus, fer2013), NONE)
    swapped = judge(images, (fer2013, ferplus), NONE)
    for head in ("ferplus", "fer2013"):
        assert figures[head]["accuracy"] == 1  # type: ignore[index]
        assert swapped[head]["accuracy"] == 0  # type: ignore[index]


def test_the_error_before_the_temperature_is_of_the_shifted_logits_without_it() -> None:
    images = drawn_set(draw_faces(70, seed=7))
    rng = np.random.default_rng(7)
    logits = tuple(rng.normal(0, 2, (2, 70, len(EMOTIONS))).astype(np.float32))
    without = judge(images, logits, Calibration(1.0, 1.0, 0.8))
    figures = judge(images, logits, Calibration(2.5, 0.4, 0.8))
    for head in ("ferplus", "fer2013"):
        before = figures["ece_before_temperature"][head]  # type: ignore[index]
        assert before == without[head]["ece"]  # type: ignore[index]
        assert before != figures[head]["ece"]  # type: ignore[index]


def test_a_run_is_calibrated_on_the_validation_images_alone(images: ImageSet, run: Path) -> None:
    metrics = evaluate_run(run, images)
    validation = images.of_split(VALIDATION)
    logits = predict_logits(load_model(run), validation.images)
    assert calibration_of(metrics) == calibrate(validation, logits)
    # The other images would give others.
    for split in (TRAIN, TEST):
        other = images.of_split(split)
        found = calibrate(other, predict_logits(load_model(run), other.images))
        assert found != calibration_of(metrics)


def test_the_figures_of_a_run_are_those_of_its_network_and_lie_in_its_folder(
    images: ImageSet, run: Path
) -> None:
    metrics = evaluate_run(run, images)
    test = images.of_split(TEST)
    ferplus, fer2013 = predict_logits(load_model(run), test.images)
    ferplus[:, NEUTRAL] += calibration_of(metrics).neutral_shift
    official: dict = metrics["official"]  # type: ignore[assignment]
    best = plurality(test.votes)
    right = ferplus.argmax(1)[best >= 0] == best[best >= 0]
    assert official["ferplus"]["accuracy"] == pytest.approx(right.mean())
    assert official["ferplus"]["n"] == len(right)
    right = fer2013.argmax(1) == test.labels
    assert official["fer2013"]["accuracy"] == pytest.approx(right.mean())
    assert official["fer2013"]["n"] == len(test)
    assert metrics["name"] == "drawn"
    assert metrics["learned_copies"] is False
    log = [json.loads(line) for line in (run / "log.jsonl").read_text("utf-8").splitlines()]
    assert metrics["train_seconds"] == pytest.approx(sum(e["seconds"] for e in log), abs=0.06)
    assert read_json(run / METRICS_FILE) == json.loads(json.dumps(metrics))


def test_a_run_is_not_judged_on_other_data_than_its_own(
    images: ImageSet, run: Path
) -> None:
    swapped = images.split.copy()
    swapped[0], swapped[-1] = swapped[-1], swapped[0]
    with pytest.raises(TrainingError, match="trained on other data"):
        evaluate_run(run, dataclasses.replace(images, split=swapped))


def test_data_without_validation_images_or_without_test_images_of_the_first_source_is_refused(
    images: ImageSet, run: Path, tmp_path: Path
) -> None:
    of_another = dataclasses.replace(images, source=np.ones(len(images), np.int64))
    with pytest.raises(TrainingError, match="no test images"):
        evaluate_run(run, of_another)
    learned = np.where(images.split == VALIDATION, TRAIN, images.split)
    without = dataclasses.replace(images, split=learned)
    with pytest.raises(TrainingError, match="no validation images"):
        evaluate_run(finished_run(tmp_path, without), without)


def test_a_calibration_comes_out_of_the_figures_as_it_went_in_or_is_missed() -> None:
    figures = {"temperature": {"ferplus": 1.5, "fer2013": 0.75}, "neutral_shift": 0.35}
    assert calibration_of(figures) == Calibration(1.5, 0.75, 0.35)
    for broken in (
        {}, {"temperature": figures["temperature"]}, {**figures, "temperature": None},
        {**figures, "temperature": {"ferplus": 1.5}}, {**figures, "neutral_shift": None},
    ):
        with pytest.raises(TrainingError, match="Evaluate the run again"):
            calibration_of(broken)
