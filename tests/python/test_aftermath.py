"""Looking what became of a call whose answer was lost."""

import asyncio
import json
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from digistore24 import AsyncDigistore24, BadParams, Digistore24, Sandbox, Unanswered

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "aftermath.json").read_text(encoding="utf-8"))


class Told:
    """Answers as a vector tells."""

    def __init__(self, told):
        self.steps = [step for step in told if "call" in step]

    def __call__(self, request):
        step = self.steps.pop(0)
        assert request.url.endswith("/" + step["call"])
        envelope = {"api_version": "1.2", "current_time": step.get("current_time", "")}
        if "data" in step:
            envelope |= {"result": "success", "data": step["data"]}
        elif step["kind"] == "refused":
            envelope |= {"result": "error", "message": step["message"], "code": step["code"]}
        else:
            raise OSError(step["message"])
        return 200, {}, json.dumps(envelope).encode()


def plain(value):
    """A result with amounts and times as the service writes them."""
    match value:
        case list():
            return [plain(inner) for inner in value]
        case dict():
            return {name: plain(inner) for name, inner in value.items()}
        case Decimal():
            return str(value)
        case str() if value.endswith("+02:00"):
            return value.removesuffix("+02:00").replace("T", " ")
    return value


@pytest.mark.parametrize("vector", VECTORS, ids=[f"{v['options']['function']}: {v['why']}" for v in VECTORS])
def test_every_look_ends_as_written(vector):
    service = Told(vector["told"])
    options = dict(vector["options"])
    told = Digistore24("1-Example", send=service, retries=0).what_became_of(options.pop("function"), **options)
    assert {name: plain(told[name]) for name in vector["result"]} == vector["result"], told["reason"]
    for says in vector["says"]:
        assert says in told["reason"]
    assert service.steps == []


class Losing:
    """A sandbox that loses the answer of one call, before or after it carries it out."""

    def __init__(self, *, carries_out):
        self.sandbox = Sandbox()
        self.sandbox.advance(7200)
        self.carries_out = carries_out
        self.lost = False

    def __call__(self, request):
        if self.lost:
            return self.sandbox.send(request)
        self.lost = True
        if self.carries_out:
            self.sandbox.send(request)
        raise OSError("the cable is out")


@pytest.mark.parametrize(("carries_out", "verdict"), [(True, "done"), (False, "not_done")])
def test_a_lost_refund_is_found_or_found_missing(carries_out, verdict):
    service = Losing(carries_out=carries_out)
    ds = Digistore24(service.sandbox.api_key, send=service)
    with pytest.raises(Unanswered) as lost:
        ds.refund_transaction(transaction_id=90000001)
    told = ds.what_became_of(lost.value, late=0)
    assert told["verdict"] == verdict
    assert [one["record"]["transaction_amount"] for one in told["evidence"]] == ([Decimal("-59.50")] if carries_out else [])


def test_it_is_awaited_where_calls_are():
    async def story():
        service = Losing(carries_out=True)
        ds = AsyncDigistore24(service.sandbox.api_key, send=service)
        with pytest.raises(Unanswered) as lost:
            await ds.create_product_group(data={"name": "Autumn"})
        return await ds.what_became_of(lost.value)

    assert asyncio.run(story())["verdict"] == "done"


def test_everything_wrong_is_told_at_once(recorder, recorded):
    with pytest.raises(BadParams) as wrong:
        recorded.what_became_of("refundTransaction", late=-1, now=None)
    assert [path for path, _ in wrong.value.problems] == ["sent_at", "late"]
    assert wrong.value.function == "what_became_of"
    for other in (ValueError("another"), None, 5):
        with pytest.raises(BadParams, match="maybe_done"):
            recorded.what_became_of(other)
    assert recorder.requests == []
    sent_at = datetime.now(timezone.utc)
    assert recorded.what_became_of("reportFraud", sent_at=sent_at)["verdict"] == "cannot_be_told"
