"""The short examples as programs of their own, against the sandbox in their process and over real HTTP."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from digistore24 import Digistore24, Sandbox

EXAMPLES = Path(__file__).parents[2] / "examples"
ORDER, KEY = "JK92LM34", "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"
FIRST, USED, BLOCKED = (f"9125000000000000000{last}" for last in "123")


def run(name, *arguments, said="", folder=None, **settings):
    """Starts an example, says this to it, and answers how it ended and what it said."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DIGISTORE24_")}
    ended = subprocess.run(
        [sys.executable, str(EXAMPLES / name), *arguments],
        input=said,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=folder,
        env={**ours, **settings},
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.returncode, ended.stdout + ended.stderr


@pytest.fixture
def served():
    """A sandbox over HTTP, and what leads a program to it."""
    sandbox = Sandbox()
    with sandbox.serve() as server:
        yield sandbox, {"DIGISTORE24_KEY": sandbox.api_key, "DIGISTORE24_URL": server.base_url}


def door(*event, **more):
    return run("door.py", *(event or ("north", "3", "3", "2026-10-05")), **more)


@pytest.mark.parametrize(
    ("order", "key", "code", "says"),
    [
        (ORDER, KEY, 0, "The licence for Paintbox is good."),
        (f" {ORDER} ", f" {KEY}\n", 0, "The licence for Paintbox is good."),
        (ORDER, KEY.lower(), 1, f"Perhaps: {KEY}"),
        ("EF56GH78", "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666", 1, "when payments have stopped"),
        (ORDER, KEY[:-1] + "7", 1, "The order does not have this key"),
        (ORDER, KEY[:-6], 1, "This is not the shape of a generated key"),
        ("", "", 1, "purchase_id: is empty; license_key: is empty"),
        ("ZZ99ZZ99", KEY, 2, "Nobody knows: "),
    ],
)
def test_a_licence_is_checked(order, key, code, says):
    ended, said = run("license_check.py", order, key)
    assert ended == code and says in said


def test_a_licence_is_checked_over_http_and_nobody_knows_without_a_line(served):
    _, settings = served
    assert run("license_check.py", ORDER, KEY, **settings)[0] == 0
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings["DIGISTORE24_URL"] = f"http://127.0.0.1:{nobody.getsockname()[1]}/api/call"
        ended, said = run("license_check.py", ORDER, KEY, **settings)
    assert ended == 2 and said.startswith("Nobody knows: ") and settings["DIGISTORE24_KEY"] not in said


def test_every_code_gets_its_verdict_and_the_service_hears_who_was_let_in(served, tmp_path):
    sandbox, settings = served
    pdf = f"https://www.digistore24.com/eticket/file{FIRST}.pdf"
    codes = [FIRST, " ".join(FIRST), pdf, USED, BLOCKED, "12345678901234567890", "4006381333931"]
    ended, said = door(said="\n".join(codes), folder=tmp_path, **settings)
    lines = said.splitlines()
    assert ended == 0 and lines[0] == "3 tickets for 2026-10-05, 0 let in"
    verdicts = [line.split()[0] for line in lines[1:8]]
    assert verdicts == ["ADMIT", "USED", "USED", "USED", "BLOCKED", "UNKNOWN", "NOT_A_NUMBER"]
    assert "Max Beispiel, 1 of 3" in lines[1] and "at this door before" in lines[2]
    assert lines[8].split() == ["1", "reported,", "0", "still", "to", "report"]
    ds = Digistore24(sandbox.api_key, send=sandbox.send)
    assert ds.get_eticket(eticket_id=FIRST).eticket.used_at is not None


def test_the_evening_goes_on_after_a_power_cut_and_without_a_line(served, tmp_path):
    sandbox, settings = served
    program = [sys.executable, str(EXAMPLES / "door.py"), "north", "3", "3", "2026-10-05"]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env={**os.environ, **settings}
    ) as cut:
        cut.stdin.write(f"{FIRST}\n")
        cut.stdin.flush()
        assert cut.stdout.readline().endswith(" 0 let in\n") and cut.stdout.readline().startswith("ADMIT")
        cut.kill()
    # The second time nobody answers: the list is kept, and so is the mark.
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        dead = {**settings, "DIGISTORE24_URL": f"http://127.0.0.1:{nobody.getsockname()[1]}/api/call"}
        _, said = door(said=FIRST, folder=tmp_path, **dead)
    assert said.startswith("3 tickets for 2026-10-05, 1 let in\nUSED ") and "\n0 reported, 1 still to report " in said
    assert door(folder=tmp_path, **settings)[1].splitlines()[-1].startswith("1 reported, 0 still to report")
    ended, said = door("north", "3", "3", "2026-10-06", folder=tmp_path, **settings)
    assert ended == 1 and "another event" in said


@pytest.mark.parametrize("name", ["license_check.py", "door.py"])
def test_the_examples_are_short_and_say_how_to_call_them(name):
    assert len((EXAMPLES / name).read_text(encoding="utf-8").splitlines()) <= 60
    ended, said = run(name)
    assert ended == 1 and f"python examples/{name}" in said
