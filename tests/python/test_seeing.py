"""What is shown and kept of calls: bodies without secrets, previews, cassettes."""

import asyncio
import json
import os
import shutil
import subprocess
from urllib.parse import parse_qsl

import pytest
from computing import VECTORS
from loopback import Loopback

import digistore24
from digistore24 import AsyncDigistore24, BadParams, Cassette, Digistore24, DigistoreError, Unanswered

KEY = "123-ExampleKey"
MOMENT = 1_791_208_800
FOUND = json.loads((VECTORS / "seeing.json").read_text(encoding="utf-8"))
SHARED = VECTORS / "cassette.har"
LICENSE = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"
CALLS = [
    ("getUserInfo", {}),
    ("refundTransaction", {"transaction_id": "90000001"}),
    ("validateLicenseKey", {"purchase_id": "JK92LM34", "license_key": LICENSE}),
    ("getPurchase", {"purchase_id": "NOPE"}),
    ("refundTransaction", {"transaction_id": "90000001"}),
]


def came(ds):
    """What the calls of the shared cassette come to."""
    for name, parameters in CALLS:
        try:
            yield ds.call(name, **parameters)._failure or "fine"
        except DigistoreError as error:
            yield type(error).__name__


def timeless(text):
    """An archive without what differs from run to run: by which version, when, how long, and at which port."""
    har = json.loads(text)
    har["log"]["creator"] = None
    for entry in har["log"]["entries"]:
        entry["startedDateTime"] = entry["time"] = entry["timings"]["wait"] = None
        entry["request"]["url"] = entry["request"]["url"].rsplit("/", 1)[1]
    return har


@pytest.mark.parametrize("vector", [v for v in FOUND if v["call"] == "redact"], ids=lambda v: v["why"])
def test_bodies_are_redacted_as_the_vectors_say(vector):
    options = dict(vector["options"])
    assert digistore24.redact(options.pop("name"), options.pop("body"), **options) == vector["result"]


@pytest.mark.parametrize("vector", [v for v in FOUND if v["call"] == "dry_run"], ids=lambda v: v["why"])
def test_previews_are_as_the_vectors_say(vector):
    options = vector["options"]
    ds = Digistore24(KEY, hide=options.get("hide", []))
    if "error" in vector:
        with pytest.raises(BadParams):
            ds.dry_run(options["name"], **options["parameters"])
        return
    preview = ds.dry_run(options["name"], **options["parameters"])
    wanted = dict(vector["result"], parameters=[tuple(pair) for pair in vector["result"]["parameters"]])
    assert {name: getattr(preview, name) for name in wanted} == wanted
    assert preview.curl() == vector["curl"]
    assert json.loads(preview.har(MOMENT))["log"]["entries"] == [vector["entry"]]
    assert preview == ds.dry_run(options["name"], **options["parameters"])
    assert "Example" not in repr(preview)


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl_sends_what_the_client_would_send():
    parameters = {"purchase_id": "it's \"$HOME\" & ä", "license_key": "$x 'y' & \"ä\""}
    with Loopback() as server:
        ds = Digistore24(KEY, base_url=server.base_url)
        command = ds.dry_run("validateLicenseKey", **parameters).curl()
        assert "$x" not in command
        environment = {**os.environ, "DS24_API_KEY": KEY, "DS24_PARAM_LICENSE_KEY": parameters["license_key"]}
        subprocess.run(["sh", "-c", f"{command} --silent"], check=True, env=environment, capture_output=True, timeout=60)
        ds.call("validateLicenseKey", **parameters)
        by_curl, by_client = server.requests
    assert parse_qsl(by_curl.body.decode()) == parse_qsl(by_client.body.decode()) == list(parameters.items())
    for name in ("x-ds-api-key", "content-type", "accept"):
        assert by_curl.headers[name] == by_client.headers[name]


def test_what_is_recorded_over_http_is_what_every_language_plays(sandbox, tmp_path):
    path = tmp_path / "account.har"
    with sandbox.serve() as server, Cassette(path, mode="record") as cassette:
        first = list(came(Digistore24(sandbox.api_key, base_url=server.base_url, cassette=cassette)))
    text = path.read_text(encoding="utf-8")
    assert timeless(text) == timeless(SHARED.read_text(encoding="utf-8"))
    assert "GXQEY" not in text and sandbox.api_key.split("-", 1)[1] not in text
    assert [name.name for name in tmp_path.iterdir()] == ["account.har"]
    cassette = Cassette(path)
    assert list(came(Digistore24(KEY, cassette=cassette))) == first
    assert first == ["fine", "fine", "fine", "Refused", "status: error"]
    assert (cassette.left, len(cassette)) == (0, len(CALLS))


def test_what_another_language_recorded_is_played_without_a_network():
    def never(request):
        raise AssertionError(request.url)

    cassette = Cassette(SHARED)
    ds = Digistore24(KEY, cassette=cassette, send=never)
    assert list(came(ds)) == ["fine", "fine", "fine", "Refused", "status: error"]
    with pytest.raises(Unanswered, match=r"no answer to getUserInfo\(\).*nothing is left") as caught:
        ds.get_user_info()
    assert caught.value.maybe_done is False
    assert repr(cassette) == "<Cassette with 5 exchanges, 0 not played>"


def test_what_is_missing_is_sent_and_recorded(sandbox, tmp_path):
    path = tmp_path / "account.har"
    for more in (["getUserInfo"], ["getUserInfo", "listProducts"]):
        with Cassette(path, mode="auto") as cassette:
            ds = Digistore24(sandbox.api_key, send=sandbox.send, cassette=cassette)
            for name in more:
                ds.call(name)
    cassette = Cassette(path)
    ds = Digistore24(KEY, cassette=cassette)
    assert ds.get_user_info().user_name == "ada"
    assert cassette.left == 1


def test_awaited_and_prepared_calls_are_played_too():
    async def awaited():
        async with AsyncDigistore24(KEY, cassette=Cassette(SHARED)) as ds:
            return (await ds.get_user_info()).user_name

    assert asyncio.run(awaited()) == "ada"
    call = Digistore24(KEY, cassette=Cassette(SHARED)).prepare("getUserInfo")
    assert call.step().value.user_name == "ada"


def test_awaited_calls_are_recorded(sandbox):
    cassette = Cassette(mode="record")

    async def awaited():
        with sandbox.serve() as server:
            async with AsyncDigistore24(sandbox.api_key, base_url=server.base_url, cassette=cassette) as ds:
                await ds.get_user_info()

    asyncio.run(awaited())
    copy = Cassette.from_json(cassette.to_json())
    assert Digistore24(KEY, cassette=copy).get_user_info().user_name == "ada"


def test_personal_data_is_left_out_where_it_is_named(sandbox):
    cassette = Cassette(mode="record", hide=["email"])
    Digistore24(sandbox.api_key, send=sandbox.send, cassette=cassette).list_purchases()
    assert "lena@" not in cassette.to_json() and "Lena" in cassette.to_json()


def test_everything_wrong_with_a_cassette_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        Cassette(tmp_path / "none.har")
    with pytest.raises(BadParams) as caught:
        Cassette(mode="play", hide="email")
    assert [path for path, _ in caught.value.problems] == ["mode", "hide"]
    broken = tmp_path / "broken.har"
    broken.write_text('{"log":', encoding="utf-8")
    with pytest.raises(BadParams, match="it is not JSON: it is cut off at byte 7"):
        Cassette(broken)
    with pytest.raises(BadParams, match="cassette: expected a Cassette"):
        Digistore24(KEY, cassette="a.har")
    with pytest.raises(ValueError, match="has no file"):
        Cassette(mode="record").save()


def test_a_file_that_cannot_be_written_leaves_the_old_one(sandbox, tmp_path):
    path = tmp_path / "account.har"
    path.mkdir()
    with pytest.raises(OSError):
        Cassette(path, mode="record").save()
    assert [name.name for name in tmp_path.iterdir()] == ["account.har"]


def test_a_call_that_was_given_up_is_not_recorded(sandbox):
    cassette = Cassette(mode="record")

    def stop(request):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Digistore24(sandbox.api_key, send=stop, cassette=cassette).ping()

    async def main():
        async with AsyncDigistore24(sandbox.api_key, send=lambda request: asyncio.sleep(60), cassette=cassette) as ds:
            await asyncio.wait_for(ds.ping(), 0.1)

    with pytest.raises(asyncio.TimeoutError):
        asyncio.run(main())
    assert len(cassette) == 0
    Digistore24(sandbox.api_key, send=sandbox.send, cassette=cassette).ping()
    assert len(cassette) == 1
