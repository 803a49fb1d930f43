"""Vouchers, licences, e-tickets and links: the vectors that all languages share."""

import importlib

import pytest
from computing import hold, vectors

PARAMS = [
    pytest.param(module, vector, id=f"{module}.{vector['call']}: {vector['why']}")
    for module in ("vouchers", "licenses", "etickets", "urls")
    for vector in vectors(f"{module}.json")
]


@pytest.mark.parametrize(("module", "vector"), PARAMS)
def test_every_vector_comes_out_or_is_refused_as_written(module, vector):
    hold(importlib.import_module(f"digistore24.{module}"), vector)
