"""Functions that take options by name: how the vectors that all languages share are held against them."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from digistore24 import BadParams, money

VECTORS = Path(__file__).parents[1] / "vectors"


def vectors(name):
    """Those of a file that can be called with keywords, which are always named values."""
    found = json.loads((VECTORS / name).read_text(encoding="utf-8"))
    return [vector for vector in found if isinstance(vector["options"], dict)]


def plain(value):
    """A result as JSON would have it."""
    match value:
        case money.Split():
            return plain(value.to_dict())
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
    """Lists in full, of dictionaries the fields that are named, of notes the word, and the field where there is one."""
    if path.endswith(".notes"):
        assert [[note["word"], note["field"]] if "field" in note else note["word"] for note in have] == want, path
    elif isinstance(want, dict):
        for name, inner in want.items():
            same(have[name], inner, f"{path}.{name}")
    elif isinstance(want, list):
        assert len(have) == len(want), path
        for at, (one, other) in enumerate(zip(have, want, strict=True)):
            same(one, other, f"{path}[{at}]")
    else:
        assert have == want, path


def hold(module, vector):
    """The result, which comes out as written; or nothing, for what is refused as written."""
    function = getattr(module, vector["call"])
    if "problems" not in vector:
        result = function(**vector["options"])
        same(plain(result), vector["result"])
        return result
    with pytest.raises(BadParams) as caught:
        function(**vector["options"])
    assert caught.value.function == f"{module.__name__.removeprefix('digistore24.')}.{vector['call']}"
    wanted = vector["problems"]
    assert [path for path, _ in caught.value.problems] == [problem["path"] for problem in wanted]
    for (_, message), problem in zip(caught.value.problems, wanted, strict=True):
        for says in problem["says"]:
            assert says in message
    return None
