"""The command line and the fixture, as real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest

from digistore24 import Digistore24, Sandbox

COMMAND = [sys.executable, "-m", "digistore24", "sandbox"]


@contextmanager
def command(*options):
    """The running command and what it prints, by name."""
    group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {}
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **group
    )
    try:
        yield process, dict(process.stdout.readline().split() for _ in range(3))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def interrupt(process):
    """Ctrl-C, and what came of it."""
    process.send_signal(signal.CTRL_BREAK_EVENT if os.name == "nt" else signal.SIGINT)
    return process.wait(timeout=30), process.stderr.read()


def test_the_command_serves_until_ctrl_c_and_keeps_the_account(tmp_path):
    kept = tmp_path / "account.json"
    with command("--save", str(kept)) as (process, printed):
        ds = Digistore24(printed["api_key"], base_url=printed["base_url"])
        assert ds.get_user_info().user_name == "ada"
        buy = Request(f"{printed['window']}sandbox/buy", data=b"product_id=515151&email=mia%40example.com")
        with urlopen(buy, timeout=30) as response:
            order = json.load(response)["result"]["purchase_id"]
        assert interrupt(process) == (0, "")
    with command("--load", str(kept)) as (process, printed):
        ds = Digistore24(printed["api_key"], base_url=printed["base_url"])
        assert ds.get_purchase(purchase_id=order).id == order
        assert interrupt(process) == (0, "")


def test_the_command_plays_a_story_first():
    if not knows_scenarios():
        pytest.skip("the sandbox has no scenarios yet")
    with command("--scenario", "launch_day", "--orders", "20", "--seed", "7") as (process, printed):
        with urlopen(f"{printed['window']}sandbox/overview", timeout=30) as response:
            assert json.load(response)["result"]["purchase_count"] > 20
        assert interrupt(process) == (0, "")


def knows_scenarios():
    try:
        Sandbox().scenario("launch_day", orders=1, seed=1)
    except ValueError as error:
        return "knows no" not in str(error)
    return True


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--load", "no-such-file.json"], "no-such-file.json"),
        (["--scenario", "no-such-story"], "sandbox.scenario"),
        (["--port", "{taken}"], "port"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(options, said):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        options = [option.format(taken=taken.getsockname()[1]) for option in options]
        run = subprocess.run([*COMMAND, "--port", "0", *options], capture_output=True, text=True, timeout=60)
    assert run.returncode in (1, 2) and run.stdout == ""
    assert said in run.stderr and run.stderr.count("\n") == 1, run.stderr


def test_pytest_finds_the_fixture_by_itself(tmp_path):
    tmp_path.joinpath("test_shop.py").write_text(
        """
def test_one(digistore24_sandbox):
    ds = digistore24_sandbox.client()
    order = digistore24_sandbox.buy("515151", email="mia@example.com")["purchase_id"]
    assert ds.get_purchase(purchase_id=order).id == order

def test_each_test_has_its_own(digistore24_sandbox):
    assert len(digistore24_sandbox.requests()) == 0
    assert "6 orders" in repr(digistore24_sandbox)

def test_that_fails(digistore24_sandbox):
    assert digistore24_sandbox.client().ping().server_time is None
""",
        encoding="utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "1 failed, 2 passed" in run.stdout, run.stdout + run.stderr
    assert Sandbox().api_key not in run.stdout
