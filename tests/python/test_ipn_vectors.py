"""The vectors of notifications: the same verdict, reason, event, state and answer as in every other language."""

import random
from datetime import date, datetime

import pytest

from digistore24 import BadParams, ipn
from test_vectors import as_json, typed, vectors

LEAST = {"ipn": 150, "access": 40, "reply": 35}


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_there_are_vectors(name, least):
    assert len(vectors(name).args[1]) >= least


def outcome(vector):
    body = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["body"]
    match vector.get("read"):
        case "unsigned":
            return ipn.read_unsigned(body)
        case "thankyou":
            return ipn.thankyou(body, vector["passphrases"], own=vector.get("without", ()))
    return ipn.verify(body, vector["passphrases"], entities=vector.get("entities", False))


@vectors("ipn")
def test_what_is_accepted_what_is_refused_and_what_an_event_says(vector):
    if "reason" in vector:
        with pytest.raises(ipn.Rejected) as caught:
            outcome(vector)
        told = f"{caught.value} {caught.value!r} {vars(caught.value)}"
        assert caught.value.reason == vector["reason"]
        assert f"`{vector.get('name', '')}`" in told or "name" not in vector
        assert not any(len(secret) > 1 and secret in told for secret in vector.get("passphrases", ()))
        return
    event = outcome(vector)
    said = as_json(event.to_dict())
    for name, value in vector["event"].items():
        assert typed(said[name]) == typed(value), name
        assert typed(as_json(event[name])) == typed(value), name
    assert not [name for name in vector.get("absent", ()) if name in said or name in event]
    shown = f"{event!r} {event} {event._repr_html_()}"
    for secret in vector.get("hidden", ()):
        assert secret in event._raw and secret not in shown
    for name in ("kind", "dedup_key"):
        assert getattr(event, name, None) == vector.get(name, getattr(event, name, None))


@vectors("ipn")
def test_a_batch_says_the_same_as_one_by_one(vector):
    if "read" in vector:
        return
    body = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["body"]
    (one,) = ipn.verify_all([body], vector["passphrases"], entities=vector.get("entities", False))
    if "reason" in vector:
        assert isinstance(one, ipn.Rejected) and one.reason == vector["reason"]
    else:
        assert one == outcome(vector)


def event(params):
    return ipn.verify(ipn.signed_body(params, "Kranich"), "Kranich")


def shown(item):
    names = ("order_id", "order_item_id", "product_id", "is_test", "state", "why", "since", "until")
    values = {name: getattr(item, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def differences(access, step, rules):
    for items in (access.at(moment, **rules) for moment in moments(step["at"])):
        have = [shown(item) for item in items]
        assert len(have) == len(step["expect"])
        for item, expected in zip(have, step["expect"]):
            assert item | expected == item


def moments(text):
    """The same moment as a time and as a number."""
    moment = datetime.fromisoformat(text)
    return moment, moment.timestamp(), int(moment.timestamp())


@vectors("access")
def test_the_documented_situations_come_out_as_documented(vector):
    access = ipn.Access()
    for step in vector["steps"]:
        if "feed" in step:
            for params in step["feed"]:
                access.feed(event(params))
        else:
            differences(access, step, vector.get("rules", {}))


@vectors("access")
def test_order_repetition_and_storage_do_not_matter(vector):
    told = [event(params) for step in vector["steps"] for params in step.get("feed", ())]
    last = vector["steps"][-1]
    chance = random.Random(7)
    for _ in range(5):
        access, other = ipn.Access(), ipn.Access()
        for one in chance.sample(told * 2, len(told) * 2):
            access = ipn.Access.from_text(access.to_text())
            chance.choice([access, other]).feed(one)
        access.merge(other)
        assert not any(access.feed(one) for one in told)
        differences(access, last, vector.get("rules", {}))


def built(vector):
    reply = ipn.Reply()
    for word, *arguments in vector["build"]:
        assert getattr(reply, word)(*arguments) is reply
    return reply


@vectors("reply")
def test_an_answer_is_as_written_or_refused(vector):
    if "text" in vector:
        assert str(built(vector)) == vector["text"]
        return
    with pytest.raises(BadParams) as caught:
        str(built(vector))
    assert [path for path, _ in caught.value.problems] == [problem["path"] for problem in vector["problems"]]
    for (_, message), problem in zip(caught.value.problems, vector["problems"]):
        assert problem["says"] in message
