"""When a call is sent again: the vectors of tests/vectors/retry.json, as far as the first reply goes, since Python waits."""

import json
from pathlib import Path

import pytest

from digistore24 import Digistore24, DigistoreError, Wait

KEY = "1234567-ExampleKeyOfNobody"
VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "retry.json").read_text(encoding="utf-8"))


def answered(call, reply):
    assert call.step().method == "POST"
    if "status" in reply:
        call.answer(status=reply["status"], headers=reply["headers"], body=reply["body"])
    else:
        (word, reason), *_ = reply.items()
        call.fail(reason, sent=word != "not_sent")


def test_there_are_vectors():
    assert len(VECTORS) >= 50


@pytest.mark.parametrize("vector", [pytest.param(vector, id=vector["why"]) for vector in VECTORS])
def test_the_first_trouble_is_met_as_written(vector):
    reply, *more = vector["replies"]
    if "unusable" in reply:
        pytest.skip("only a sender can say so")
    settings = dict(vector.get("settings", {}))
    if "total_timeout" in settings:
        settings["total_timeout"] /= 1000
    call = Digistore24(KEY, **settings).prepare(vector["function"], **renamed(vector["params"]))
    answered(call, reply)
    if more:
        step = call.step()
        assert isinstance(step, Wait)
        least, most = vector["pauses"][0]
        assert least / 1000 - 0.2 <= step.seconds <= most / 1000
        return
    end = vector["end"]
    if "answered" in end:
        call.step()
        return
    with pytest.raises(DigistoreError) as raised:
        call.step()
    assert (raised.value.kind, raised.value.maybe_done) == (end["kind"], end["maybe_done"])
    assert end.get("says", "") in str(raised.value)


def renamed(params):
    return {"from_" if name == "from" else name: value for name, value in params.items()}
