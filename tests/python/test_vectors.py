"""The contract between the languages: what the files of tests/vectors say holds in Python, to the byte."""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import digistore24
from digistore24 import Digistore24, DigistoreError

# The key of every vector that does not bring its own.
KEY = "1234567-ExampleKeyOfNobody"
FOLDER = Path(__file__).parent.parent / "vectors"
LEAST = {"encoding": 350, "samples": 16, "answers": 100, "replies": 100, "refused": 140}


def vectors(*names):
    """The vectors of some files, each a test of its own under the name of what it is for."""
    found = [vector for name in names for vector in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))]
    return pytest.mark.parametrize("vector", [pytest.param(vector, id=ascii(vector["why"])[:90]) for vector in found])


def prepared(vector):
    settings = {"api_key": KEY, "retries": 0, **vector.get("settings", {})}
    return Digistore24(settings.pop("api_key"), **settings).prepare(vector["function"], **vector["params"])


def outcome(vector):
    status = vector.get("status", 200)
    body = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["answer"].encode()
    if "params" not in vector:
        return digistore24.read(vector["function"], body, status=status)
    call = prepared(vector)
    assert call.step().method == "POST"
    call.answer(status=status, body=body)
    return call.step().value


def as_json(value):
    """The form that values of an answer have in the vectors."""
    if hasattr(value, "to_dict"):
        return as_json(value.to_dict())
    if hasattr(value, "to_list"):
        return as_json(value.to_list())
    if isinstance(value, dict):
        return {name: as_json(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text if "." in text else f"{text}.00"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return str(value)
    return value


def typed(value):
    """Python takes True for 1; this does not."""
    if isinstance(value, dict):
        return {name: typed(part) for name, part in value.items()}
    if isinstance(value, list):
        return [typed(part) for part in value]
    return (type(value).__name__, value)


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_there_are_vectors(name, least):
    assert len(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))) >= least


@vectors("encoding", "samples")
def test_what_goes_out_is_as_written(vector):
    send = prepared(vector).step()
    assert (send.method, send.url, send.body.decode()) == ("POST", vector["url"], vector["body"])
    assert send.headers == vector.get("headers", send.headers)


@vectors("samples", "answers", "replies")
def test_what_comes_back_is_as_written(vector):
    if "error" in vector:
        with pytest.raises(DigistoreError) as caught:
            outcome(vector)
        check_error(caught.value, vector)
        return
    data = outcome(vector)
    # An answer without data is an empty record here, which knows its envelope.
    wanted = {} if vector["data"] is None else vector["data"]
    assert typed(as_json(data)) == typed(wanted)
    if isinstance(data, str):
        return
    assert data._failure == vector.get("failure")
    envelope = as_json(data._envelope) if "envelope" in vector else {}
    for name, value in vector.get("envelope", {}).items():
        assert envelope[name] == value


def check_error(error, vector):
    wanted = vector["error"]
    assert (error.kind, error.function) == (wanted["kind"], vector["function"])
    for name in ("status", "code", "message", "maybe_done"):
        if name in wanted:
            assert getattr(error, name) == wanted[name], name
    for says in wanted.get("says", []):
        assert says in str(error)
    for hides in wanted.get("hides", []):
        assert hides not in f"{error} {error!r} {vars(error)}"


@vectors("refused")
def test_bad_input_is_refused_as_written(vector):
    with pytest.raises(DigistoreError) as caught:
        prepared(vector).step()
    error = caught.value
    assert error.kind == "params"
    assert [path for path, _ in error.problems] == [problem["path"] for problem in vector["problems"]]
    for (_, message), problem in zip(error.problems, vector["problems"]):
        for says in problem["says"]:
            assert says in message
