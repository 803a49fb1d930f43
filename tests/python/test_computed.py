"""Functions that take options by name: the vectors that all languages share."""

import importlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from digistore24 import BadParams

VECTORS = Path(__file__).parents[1] / "vectors"
MODULES = ("vouchers", "licenses", "etickets", "urls")


def vectors():
    for module in MODULES:
        for vector in json.loads((VECTORS / f"{module}.json").read_text(encoding="utf-8")):
            # Keywords are always named values.
            if isinstance(vector["options"], dict):
                yield pytest.param(module, vector, id=f"{module}.{vector['call']}: {vector['why']}")


def plain(value):
    """A result as JSON would have it."""
    match value:
        case dict():
            return {name: plain(inner) for name, inner in value.items()}
        case list():
            return [plain(inner) for inner in value]
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
    return value


def same(have, want, path=""):
    """Lists in full, of dictionaries the fields that are named, of notes the word."""
    if path.endswith(".notes"):
        assert [note["word"] for note in have] == want, path
    elif isinstance(want, dict):
        for name, inner in want.items():
            same(have[name], inner, f"{path}.{name}")
    elif isinstance(want, list):
        assert len(have) == len(want), path
        for at, (one, other) in enumerate(zip(have, want, strict=True)):
            same(one, other, f"{path}[{at}]")
    else:
        assert have == want, path


@pytest.mark.parametrize(("module", "vector"), list(vectors()))
def test_every_vector_comes_out_or_is_refused_as_written(module, vector):
    function = getattr(importlib.import_module(f"digistore24.{module}"), vector["call"])
    if "problems" not in vector:
        same(plain(function(**vector["options"])), vector["result"])
        return
    with pytest.raises(BadParams) as caught:
        function(**vector["options"])
    assert caught.value.function == f"{module}.{vector['call']}"
    wanted = vector["problems"]
    assert [path for path, _ in caught.value.problems] == [problem["path"] for problem in wanted]
    for (_, message), problem in zip(caught.value.problems, wanted, strict=True):
        for says in problem["says"]:
            assert says in message
