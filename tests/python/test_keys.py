"""How an application comes to a key, and which key a function goes out with."""

import asyncio
import copy
import json
import pickle
import subprocess
import sys

import pytest

from digistore24 import AsyncDigistore24, BadParams, Digistore24, Forbidden, Refused, keys
from test_vectors import FOLDER, vectors

TOKEN = "3141593-ExampleToken12"
NEW = "777-FreshKeyThatIsHandedOutOnce"
DEVELOPER = "3-ExampleDeveloper"
RETURN = "https://shop.example.org/connected"


def success(data):
    return 200, {}, json.dumps({"api_version": "1.2", "result": "success", "data": data})


class Played:
    """Answers as the steps of a vector say, and keeps what was asked."""

    def __init__(self, steps):
        self.steps = [step for step in steps for _ in range(step.get("times", 1))]
        self.states = []

    def __call__(self, request):
        step = self.steps[len(self.states)]
        self.states.append(step.get("state"))
        assert request.url.endswith(f"/{step['call']}")
        assert request.headers["X-DS-API-KEY"] == step.get("key", DEVELOPER)
        assert request.body.decode() == ("" if step["call"] == "getUserInfo" else f"token={TOKEN}")
        if "lost" in step:
            raise OSError(step["lost"])
        if "page" in step:
            return step["page"], {}, "<html>not the service</html>"
        if "cut" in step:
            return 200, {}, f'{{"api_version":"1.2","result":"success","data":{{"api_key":"{NEW}'
        if "refused" in step:
            return 200, {}, json.dumps({"api_version": "1.2", "result": "error", **step["refused"]})
        return success(step["answer"])


def plain(value):
    """A result as JSON would have it."""
    if hasattr(value, "__slots__") and hasattr(value, "__reduce__") and not isinstance(value, (str, int, tuple)):
        return {name: plain(getattr(value, name)) for name in value.__slots__}
    return list(value) if isinstance(value, tuple) else value


def refused_as(vector, call):
    with pytest.raises(BadParams) as caught:
        call()
    assert [path for path, _ in caught.value.problems] == [problem["path"] for problem in vector["problems"]]
    for (_, message), problem in zip(caught.value.problems, vector["problems"], strict=True):
        assert all(says in message for says in problem["says"])


def hurried(options):
    """The same number of questions, without the time between them."""
    every, patience = options.pop("every", 2000), options.pop("patience", 480_000)
    return {**options, "every": 0.001, "patience": patience // every * 0.001}


def hold(vector, collected, played, seen):
    assert len(played.states) == len(played.steps)
    told = [(step, one) for step, one in zip(played.steps, seen, strict=True) if "state" in step]
    assert [one.state for _, one in told] == [step["state"] for step, _ in told]
    want = vector["result"]
    have = plain(collected)
    assert want["state"] == collected.state and collected.text.endswith(".")
    if collected.error is not None:
        have["error"] = {"kind": collected.error.kind, "code": collected.error.code}
    have["granted"] = collected.granted and {**plain(collected.granted), "user": collected.granted.user and plain(collected.granted.user)}
    for name, value in want.items():
        assert have[name] == value, name
    shown = repr(collected) + str(collected) + repr(seen)
    assert not any(secret in shown for secret in ("FreshKey", "FreshPass", "ExampleToken"))


@vectors("keys")
def test_the_vectors_of_keys_hold(vector):
    options = dict(vector.get("options", {}))
    if vector["call"] == "wish":
        ask = Played([{"call": "requestApiKey"}])
        ds = Digistore24(DEVELOPER, send=lambda request: asked.append(request) or success({}), retries=0)
        asked = []
        if "problems" in vector:
            refused_as(vector, lambda: keys.request(ds, **options))
            assert asked == [] and ask.states == []
        else:
            with pytest.raises(BadParams, match="request_token"):
                keys.request(ds, **options)
            expected = Digistore24(DEVELOPER).prepare("requestApiKey", **vector["result"]["parameters"]).step()
            assert [request.body for request in asked] == [expected.body]
    elif vector["call"] == "ticket":
        ds = Digistore24(DEVELOPER, send=lambda request: success(vector["data"]))
        if "problem" in vector:
            with pytest.raises(BadParams, match=vector["problem"]):
                keys.request(ds, return_url=RETURN)
        else:
            ticket = keys.request(ds, return_url=RETURN)
            assert {"request_url": ticket.url, "request_token": ticket.token} == vector["result"]
            assert "ExampleToken" not in repr(ticket) and ticket.url in repr(ticket)
    elif "problems" in vector:
        ds = Digistore24(DEVELOPER, send=Played([]))
        token = options.pop("token", None)
        refused_as(vector, lambda: keys.collect(ds, token, **options))
    else:
        played, seen = Played(vector["steps"]), []
        ds = Digistore24(DEVELOPER, send=played, retries=0)
        token = options.pop("token")
        hold(vector, keys.collect(ds, token, on_state=seen.append, **hurried(options)), played, seen)


def test_the_same_conversations_are_awaited():
    conversations = [vector for vector in json.loads((FOLDER / "keys.json").read_text(encoding="utf-8")) if "steps" in vector]
    assert len(conversations) >= 40

    async def all_of_them():
        for vector in conversations:
            options = dict(vector["options"])
            played, seen = Played(vector["steps"]), []
            async with AsyncDigistore24(DEVELOPER, send=played, retries=0) as ds:
                token = options.pop("token")
                hold(vector, await keys.collect_async(ds, token, on_state=seen.append, **hurried(options)), played, seen)

    asyncio.run(all_of_them())


@pytest.fixture
def developer(sandbox):
    """A client of a sandbox over HTTP, with the developer key."""
    with sandbox.serve() as server:
        yield Digistore24(sandbox.developer_key, base_url=server.base_url)


def test_a_key_is_made_used_and_given_back(sandbox, developer):
    ticket = keys.request(developer, return_url=RETURN, permissions="writable", comment="Course shop")
    seen = []

    def approve(collected):
        seen.append(collected.state)
        if len(seen) == 3:
            assert sandbox.approve(ticket.token)

    collected = keys.collect(developer, ticket, on_state=approve, every=0.01)
    assert seen == ["pending", "pending", "pending", "granted", "granted"]
    granted = collected.granted
    assert (granted.user.name, granted.user.permission) == ("ada", "writable")
    theirs = developer.with_options(api_key=granted.api_key)
    assert theirs.get_user_info().user_name == "ada"
    # A second program with the same token comes too late.
    late = keys.collect(developer, ticket.token)
    assert (late.state, late.granted) == ("collected", None)
    assert theirs.unregister().modified is True
    with pytest.raises(Refused, match="invalid"):
        theirs.get_user_info()


def test_a_key_is_made_by_awaiting(sandbox):
    async def story(base_url):
        async with AsyncDigistore24(sandbox.developer_key, base_url=base_url) as ds:
            ticket = await keys.request_async(ds, return_url=RETURN)
            task = asyncio.create_task(keys.collect_async(ds, ticket, every=0.01))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert sandbox.approve(ticket.token)
            return await keys.collect_async(ds, ticket.token, every=0.01)

    with sandbox.serve() as server:
        collected = asyncio.run(story(server.base_url))
    assert (collected.state, collected.granted.user.permission) == ("granted", "readonly")


def test_what_was_collected_can_be_copied_and_not_changed():
    granted = keys.Granted(api_key=NEW, thankyou_page_key=None, user=None)
    for other in (copy.copy(granted), pickle.loads(pickle.dumps(granted))):
        assert other == granted and other.api_key == NEW
    assert repr(granted) == "Granted(api_key=…, thankyou_page_key=None, user=None)"
    with pytest.raises(AttributeError):
        granted.api_key = "777-other"


def test_the_key_is_told_before_anything_else_can_go_wrong():
    class Stopped(BaseException):
        pass

    def send(request):
        if request.url.endswith("/getUserInfo"):
            raise Stopped
        return success({"api_key": NEW, "request_status": "completed"})

    told = []
    with pytest.raises(Stopped):
        keys.collect(Digistore24(DEVELOPER, send=send), TOKEN, on_state=told.append)
    assert [one.granted.api_key for one in told] == [NEW]


def test_importing_brings_neither_browser_nor_keyring_nor_asyncio():
    check = "import sys, digistore24; digistore24.Digistore24('1-Key'); assert not {'keyring', 'webbrowser', 'asyncio', 'json'} & set(sys.modules)"
    subprocess.run([sys.executable, "-I", "-c", check], check=True)


PERMISSIONS = json.loads((FOLDER / "permissions.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("at", "row"), list(enumerate(PERMISSIONS["clients"])), ids=lambda value: value["why"][:60] if isinstance(value, dict) else str(value))
def test_every_function_goes_out_with_the_key_of_the_table_or_not_at_all(at, row, recorder):
    known = PERMISSIONS["keys"]
    assert len(PERMISSIONS["functions"]) == 144
    ds = Digistore24(known["a"], send=recorder, **row["client"])
    if "told" in row:
        recorder.reply = success({"user_name": "ada", "api_key_permissions": row["told"]})
        # Another client, which shares what is learned.
        ds.with_options(language="de").get_user_info()
    if "per_call" in row:
        ds = ds.with_options(api_key=row["per_call"])
    recorder.reply = success({})
    recorder.requests.clear()
    refused = 0
    for name, letters in PERMISSIONS["functions"].items():
        before = len(recorder.requests)
        try:
            if "{" in name:
                ds.call(name, productId=1)
            else:
                ds.raw(name)
        except Forbidden as error:
            refused += 1
            assert letters[at] == "-", name
            assert error.function == name and "Example" not in str(error)
            # Nothing is sent, and the call with checked parameters ends the same way.
            with pytest.raises(Forbidden):
                ds.call(name)
            assert len(recorder.requests) == before
        else:
            assert len(recorder.requests) == before + 1
            assert recorder.requests[-1].headers["X-DS-API-KEY"] == known.get(letters[at]), name
    assert len(recorder.requests) == 144 - refused == sum(letters[at] != "-" for letters in PERMISSIONS["functions"].values())


def test_the_wrong_kind_of_client_is_refused_before_a_key_can_be_lost():
    asked = []

    def send(request):
        asked.append(request)
        return success({"request_status": "completed", "api_key": NEW})

    blocking, awaited = Digistore24(DEVELOPER, send=send), AsyncDigistore24(DEVELOPER, send=send)
    for call in (lambda: keys.request(awaited, return_url=RETURN), lambda: keys.collect(awaited, TOKEN)):
        with pytest.raises(TypeError, match="expected a Digistore24, got AsyncDigistore24"):
            call()
    for work in (keys.request_async(blocking, return_url=RETURN), keys.collect_async(blocking, TOKEN)):
        with pytest.raises(TypeError, match="expected an AsyncDigistore24, got Digistore24"):
            asyncio.run(work)
    assert asked == []
