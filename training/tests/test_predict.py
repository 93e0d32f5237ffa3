from __future__ import annotations

from functools import partial

import numpy as np
import torch

from drawn_faces import draw_faces
from poise_training.config import ModelConfig
from poise_training.evaluate import with_mirrored_copy
from poise_training.models import build_model
from poise_training.predict import predict_logits


def test_answers_do_not_depend_on_the_batch_and_no_faces_give_no_answers() -> None:
    torch.manual_seed(1)
    model = build_model(ModelConfig("poise_net")).eval()
    faces = draw_faces(10, seed=1).images
    whole, parts = predict_logits(model, faces), predict_logits(model, faces, batch_size=3)
    for one, other in zip(whole, parts, strict=True):
        assert one.shape == (10, 7)
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert [rows.shape for rows in predict_logits(model, faces[:0])] == [(0, 7), (0, 7)]


def test_with_a_mirrored_copy_a_face_and_its_mirror_image_have_the_same_answer() -> None:
    torch.manual_seed(1)
    model = build_model(ModelConfig("poise_net")).eval()
    faces = draw_faces(6, seed=1).images
    predict = partial(predict_logits, model)
    plain = with_mirrored_copy(predict, faces)
    turned = with_mirrored_copy(predict, faces[:, :, ::-1].copy())
    np.testing.assert_allclose(plain[0], turned[0], atol=1e-5)
