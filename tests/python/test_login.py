"""Coming to a key at a terminal: with a real browser command, a real keyring module, a real service on this machine."""

import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
import time

import pytest

from digistore24 import NotGranted, Sandbox, login, logout, stored_key

RETURN = "https://shop.example.org/connected"

# A keyring of the system, which is a file of the test.
KEYRING = """
    import json, os
    PATH = os.environ["KEYRING_FILE"]

    def _all():
        return json.load(open(PATH)) if os.path.exists(PATH) else {}

    def _write(all):
        json.dump(all, open(PATH, "w"))

    def set_password(service, name, secret):
        _write({**_all(), f"{service}/{name}": secret})

    def get_password(service, name):
        return _all().get(f"{service}/{name}")

    def delete_password(service, name):
        all = _all()
        del all[f"{service}/{name}"]
        _write(all)
"""

# A browser whose user approves, if the request is kept by then.
BROWSER = """
    import json, os, sys
    kept = os.environ["KEPT"]
    seen = {"url": sys.argv[1], "kept": open(kept).read() if os.path.exists(kept) else ""}
    json.dump(seen, open(os.environ["SEEN"], "w"))
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with the browser, the keyring beside it where it is asked for, and what they wrote."""
    browser = tmp_path / "browser.py"
    browser.write_text(textwrap.dedent(BROWSER), encoding="utf-8")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {browser} %s")
    monkeypatch.setenv("SEEN", str(tmp_path / "seen.json"))
    monkeypatch.setenv("KEPT", str(tmp_path / "ring.json"))
    monkeypatch.setenv("KEYRING_FILE", str(tmp_path / "ring.json"))
    # The commands of the variable are read once.
    monkeypatch.delitem(sys.modules, "webbrowser", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    yield tmp_path
    sys.modules.pop("webbrowser", None)


@pytest.fixture
def ring(place, monkeypatch):
    """The same with a keyring to import."""
    (place / "keyring.py").write_text(textwrap.dedent(KEYRING), encoding="utf-8")
    monkeypatch.syspath_prepend(str(place))
    monkeypatch.delitem(sys.modules, "keyring")
    yield place / "ring.json"
    sys.modules.pop("keyring", None)


@pytest.fixture
def deciding(sandbox):
    """The service, whose user decides at the second question: `approve` or `decline`."""

    def serve(decision, after=2):
        state = {"asked": 0, "token": None}

        def send(request):
            status, headers, body = sandbox.send(request)
            if request.url.endswith("/requestApiKey"):
                state["token"] = json.loads(body)["data"]["request_token"]
            if request.url.endswith("/retrieveApiKey"):
                state["asked"] += 1
                if state["asked"] == after:
                    getattr(sandbox, decision)(state["token"])
            return status, headers, body

        return send

    return serve


def test_the_request_is_kept_before_the_browser_opens_and_the_key_after_it(ring, sandbox, deciding, capfd):
    granted = login(sandbox.developer_key, return_url=RETURN, permissions="writable", every=0.01, send=deciding("approve"))
    seen = json.loads((ring.parent / "seen.json").read_text())
    token = json.loads(seen["kept"])["digistore24/default token"]
    assert seen["url"].startswith("https://www.digistore24.com/") and token.split("-")[0] in seen["url"]
    assert json.loads(ring.read_text()) == {"digistore24/default api_key": granted.api_key}
    assert stored_key() == granted.api_key and stored_key(name="other") is None
    said = capfd.readouterr().err
    assert seen["url"] in said and "granted" in said
    assert token not in said and granted.api_key not in said and granted.api_key not in repr(granted)
    assert granted.user.name == "ada"
    assert logout(send=sandbox.send) is True and stored_key() is None
    assert logout(send=sandbox.send) is False


def test_a_user_may_decline(ring, sandbox, deciding):
    with pytest.raises(NotGranted) as caught:
        login(sandbox.developer_key, return_url=RETURN, every=0.01, send=deciding("decline"))
    assert (caught.value.state, caught.value.kind) == ("aborted", "not_granted")
    assert json.loads(ring.read_text()) == {}


def test_a_user_who_takes_time_is_collected_from_later(ring, sandbox, deciding, capfd):
    with pytest.raises(NotGranted) as caught:
        login(sandbox.developer_key, return_url=RETURN, every=0.01, patience=0.02, send=sandbox.send)
    assert caught.value.state == "timed_out"
    token = json.loads(ring.read_text())["digistore24/default token"]
    assert sandbox.approve(token)
    granted = login(sandbox.developer_key, ticket=True, every=0.01, send=sandbox.send)
    assert json.loads(ring.read_text()) == {"digistore24/default api_key": granted.api_key}
    with pytest.raises(ValueError, match="ticket: none is stored"):
        login(sandbox.developer_key, ticket=True, send=sandbox.send)
    assert "collect with it later" in str(caught.value)


def test_without_a_keyring_the_key_is_only_in_memory_and_that_is_said(place, sandbox, deciding, capfd):
    granted = login(sandbox.developer_key, return_url=RETURN, open_browser=False, every=0.01, send=deciding("approve"))
    assert granted.api_key and stored_key() is None
    assert "only in memory" in capfd.readouterr().err
    assert not (place / "ring.json").exists() and not (place / "seen.json").exists()


def test_nothing_is_kept_by_who_does_not_want_it(ring, sandbox, deciding, capfd):
    login(sandbox.developer_key, return_url=RETURN, store=False, open_browser=False, every=0.01, send=deciding("approve"))
    assert not ring.exists() and "memory" not in capfd.readouterr().err


def test_a_keyring_that_is_locked_costs_no_key(ring, sandbox, deciding, capfd):
    text = (ring.parent / "keyring.py").read_text()
    (ring.parent / "keyring.py").write_text(f"{text}\ndef set_password(*given):\n    raise RuntimeError('locked')\n")
    granted = login(sandbox.developer_key, return_url=RETURN, open_browser=False, every=0.01, send=deciding("approve"))
    assert granted.user.name == "ada"
    said = capfd.readouterr().err
    assert "RuntimeError" in said and granted.api_key not in said


def test_a_file_is_only_for_its_owner(place, sandbox, deciding):
    file = place / "secrets.json"
    file.write_text("{}")
    file.chmod(0o644)
    granted = login(sandbox.developer_key, return_url=RETURN, file=file, name="shop", open_browser=False, every=0.01, send=deciding("approve"))
    assert json.loads(file.read_text()) == {"shop": {"api_key": granted.api_key}}
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert [path.name for path in place.iterdir() if "secrets" in path.name] == ["secrets.json"]
    assert stored_key(file=file, name="shop") == granted.api_key and stored_key(file=file) is None


def test_an_interrupted_login_goes_on_in_another_process(place, tmp_path):
    sandbox, file = Sandbox(), place / "secrets.json"
    program = textwrap.dedent("""
        import sys, digistore24
        key, base, file, ticket = sys.argv[1:]
        wish = {"ticket": True} if ticket else {"return_url": "https://shop.example.org/connected"}
        granted = digistore24.login(key, base_url=base, file=file, open_browser=False, every=0.05, **wish)
        print(granted.user.name)
    """)
    with sandbox.serve() as server:

        def start(ticket):
            command = [sys.executable, "-c", program, sandbox.developer_key, server.base_url, str(file), ticket]
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

        first = start("")
        deadline = time.monotonic() + 60
        said = ""
        while "pending" not in said and time.monotonic() < deadline:
            said += first.stderr.readline()
        first.send_signal(signal.SIGINT)
        out, rest = first.communicate(timeout=60)
        assert first.returncode != 0 and out == "" and "login(…, ticket=True)" in rest
        token = json.loads(file.read_text())["default"]["token"]
        assert token not in said + rest
        assert sandbox.approve(token)
        second = start("again")
        out, rest = second.communicate(timeout=60)
        assert (second.returncode, out.strip()) == (0, "ada"), rest
    assert list(json.loads(file.read_text())["default"]) == ["api_key"]


def test_an_address_that_no_browser_should_open_is_not_opened(ring, sandbox):
    reply = {"request_url": "file:///etc/hosts", "request_token": "3141593-ExampleToken12"}
    body = json.dumps({"api_version": "1.2", "result": "success", "data": reply})
    with pytest.raises(ValueError, match="request_url"):
        login(sandbox.developer_key, return_url=RETURN, send=lambda request: (200, {}, body))
    assert not (ring.parent / "seen.json").exists() and not ring.exists()
