"""Licences and receipts: what is asked of the service, keys, and the examples as programs of their own."""

import copy
import json
import logging
import os
import pickle
import platform
import re
import socket
import subprocess
import sys
import threading
import uuid
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from digistore24 import BadParams, Digistore24, licenses

EXAMPLES = Path(__file__).parents[2] / "examples"
ORDER, KEY = "JK92LM34", "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"
UNPAID = ("EF56GH78", "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666")
KEYS = licenses.new_keys()
DAY = timedelta(days=1)


def now():
    return datetime.now(timezone.utc)


def test_the_service_is_asked_and_what_is_no_answer_is_unknown(ds):
    def verdict(purchase_id, license_key):
        return licenses.validate(ds, purchase_id=purchase_id, license_key=license_key)["verdict"]

    assert [verdict(ORDER, KEY), verdict(ORDER, "EMIL-1"), verdict(*UNPAID)] == ["valid", "not_found", "not_paid"]
    foreign = licenses.validate(ds, purchase_id="ZZ99ZZ99", license_key=KEY)
    assert (foreign["verdict"], foreign["error"]["kind"], foreign["error"]["code"]) == ("unknown", "refused", 4)
    assert KEY not in str(foreign)


def test_a_lost_answer_is_unknown():
    def lost(request):
        raise OSError("the cable is out")

    silent = Digistore24("123-Example", send=lost)
    validity = licenses.validate(silent, purchase_id=ORDER, license_key=KEY)
    assert (validity["verdict"], validity["error"]["kind"]) == ("unknown", "unanswered")


def test_nothing_is_asked_without_order_and_key(recorder, recorded):
    with pytest.raises(BadParams) as caught:
        licenses.validate(recorded, license_key=" ")
    assert [path for path, _ in caught.value.problems] == ["purchase_id", "license_key"]
    assert caught.value.function == "licenses.validate"
    assert recorder.requests == []


def test_the_data_of_an_answer_is_read_as_it_comes(ds):
    answer = ds.validate_license_key(purchase_id=ORDER, license_key=KEY)
    validity = licenses.verdict(answer, purchase_id=ORDER, license_key=KEY)
    assert validity == licenses.validate(ds, purchase_id=ORDER, license_key=KEY)
    assert validity["last_payment_at"]["day"].__class__ is date


def test_the_private_key_shows_nowhere(caplog):
    secret = KEYS.private_key.removeprefix("ds24-private-")
    logging.getLogger().warning("%s %r", KEYS, KEYS)
    assert secret not in caplog.text + str(KEYS) + repr(KEYS)
    assert KEYS.public_key in repr(KEYS)
    for wrong in (KEYS.private_key + "x", KEYS.private_key.upper(), secret):
        for call in (licenses.public_key, lambda key: licenses.sign({"verdict": "valid"}, private_key=key)):
            with pytest.raises(BadParams) as caught:
                call(wrong)
            assert secret.lower() not in str(caught.value).lower()
    with pytest.raises(BadParams, match="must never be in it") as caught:
        licenses.check("", public_keys=KEYS.private_key, product_ids=1)
    assert secret not in str(caught.value)
    for kept in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            kept({"keys": KEYS})


def test_a_licence_key_of_the_wrong_type_is_not_repeated(ds):
    for wrong in (7710339, 77.10339, Decimal("77.10339"), [7710339]):
        for call in (
            lambda: licenses.shape(wrong),
            lambda: licenses.validate(ds, purchase_id=ORDER, license_key=wrong),
            lambda: licenses.verdict({}, license_key=wrong),
            lambda: licenses.sign({"verdict": "valid"}, private_key=KEYS.private_key, license_key=wrong),
            lambda: licenses.check("", public_keys=KEYS.public_key, product_ids=1, license_key=wrong),
            lambda: licenses.public_key(wrong),
        ):
            with pytest.raises(BadParams, match="expected a text") as caught:
                call()
            assert "10339" not in str(caught.value)


def test_a_moment_beyond_the_year_9999_is_refused_so_that_last_seen_is_always_there():
    late = datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(-timedelta(hours=12)))
    asked = {"public_keys": KEYS.public_key, "product_ids": 1}
    for wrong in ({"now": late}, {"last_seen": late}):
        with pytest.raises(BadParams, match="expected a moment"):
            licenses.check("", **asked, **wrong)
    last = datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc)
    assert licenses.check("", **asked, now=last)["last_seen"] == last


def test_two_pairs_of_keys_differ_and_the_public_one_belongs_to_the_private_one():
    other = licenses.new_keys()
    assert other.private_key != KEYS.private_key
    assert licenses.public_key(other.private_key) == other.public_key


def test_times_are_those_of_the_host_unless_said_otherwise(ds):
    validation = licenses.validate(ds, purchase_id=ORDER, license_key=KEY)
    signed = licenses.sign(validation, private_key=KEYS.private_key)
    assert abs(signed["checked_at"] - now()) < timedelta(minutes=1)
    checked = licenses.check(signed["receipt"], public_keys=KEYS.public_key, product_ids=515153)
    assert (checked["verdict"], checked["days_left"]) == ("good", 37)
    assert abs(checked["last_seen"] - now()) < timedelta(minutes=1)
    asked = {"public_keys": [KEYS.public_key], "product_ids": ["515153"]}
    later = licenses.check(signed["receipt"], **asked, now=now() + 31 * DAY)
    assert later["verdict"] == "grace"
    back = licenses.check(signed["receipt"], **asked, last_seen=later["last_seen"])
    assert back["verdict"] == "clock_set_back"
    with pytest.raises(BadParams, match="time zone"):
        licenses.check(signed["receipt"], **asked, now=datetime(2026, 10, 5))


# The examples, each as its own process.


class Server:
    """The vendor's server. Its private key is in no file and no argument of the program."""

    def __init__(self):
        settings = {**os.environ, "LICENSE_PRIVATE_KEY": KEYS.private_key}
        settings.pop("DIGISTORE24_KEY", None)
        command = [sys.executable, str(EXAMPLES / "license_server.py"), "0"]
        self.process = subprocess.Popen(
            command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.url, self.public_key = self.process.stdout.readline().split()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture(scope="module")
def server():
    server = Server()
    assert server.public_key == KEYS.public_key
    yield server
    server.stop()


@pytest.fixture
def nobody():
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{free.getsockname()[1]}"


class Program:
    """The desktop program on one machine."""

    def __init__(self, folder):
        self.file = folder / "kept" / "licence.json"

    def run(self, url, *activate, machine="the laptop of Ada"):
        """Whether it may run, and what it says."""
        command = [sys.executable, str(EXAMPLES / "license.py"), "--file", str(self.file), "--server", url]
        command += ["--public-key", KEYS.public_key, "--machine", machine, *activate]
        settings = {name: text for name, text in os.environ.items() if name != "LICENSE_PRIVATE_KEY"}
        done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=60, check=False)
        assert done.stderr == ""
        return done.returncode == 0, done.stdout.strip()

    @property
    def kept(self):
        return json.loads(self.file.read_text(encoding="utf-8"))

    def change(self, **changes):
        self.file.write_text(json.dumps({**self.kept, **changes}), encoding="utf-8")


@pytest.fixture
def program(tmp_path, server):
    """One that was activated."""
    program = Program(tmp_path)
    may_run, says = program.run(server.url, "activate", ORDER, KEY)
    assert may_run, says
    return program


def receipt(checked_at, **more):
    """What the server could have signed at another time, or a forger."""
    options = {"machine": "the laptop of Ada", "valid_days": 14, "private_key": KEYS.private_key, **more}
    found = {"verdict": "valid", "purchase_id": ORDER, "product_id": options.pop("product_id", 515153)}
    return licenses.sign(found, license_key=KEY, now=checked_at, **options)["receipt"]


def test_an_activated_program_runs_on_a_train(program, nobody):
    assert program.run(nobody) == (True, "The licence is good. Without a network the program runs for 21 days more.")
    assert KEYS.private_key not in json.dumps(program.kept)


def test_a_program_that_was_never_activated_says_how(tmp_path, server, nobody):
    for url in (server.url, nobody):
        may_run, says = Program(tmp_path).run(url)
        assert not may_run and "activate ORDER KEY" in says


def test_a_key_that_is_not_found_and_one_that_is_not_paid_are_told_apart(tmp_path, server):
    may_run, says = Program(tmp_path).run(server.url, "activate", ORDER, KEY.replace("-", " ").lower())
    assert not may_run and "does not have this key" in says and f"Perhaps: {KEY}" in says
    may_run, says = Program(tmp_path).run(server.url, "activate", *UNPAID)
    assert not may_run and "may not be used" in says


def test_nobody_is_activated_offline(tmp_path, nobody):
    assert Program(tmp_path).run(nobody, "activate", ORDER, KEY) == (
        False,
        "No receipt came; compare the order id with the mail of the order, or try again later.",
    )


def test_when_it_is_due_the_program_fetches_a_new_receipt(program, server):
    old = receipt(now() - 8 * DAY)
    program.change(receipt=old)
    may_run, says = program.run(server.url)
    assert may_run and "21 days" in says
    assert program.kept["receipt"] != old


def test_offline_the_end_comes_with_a_warning_before_it(program, nobody):
    program.change(receipt=receipt(now() - 13 * DAY))
    assert program.run(nobody) == (True, "The licence is good. Without a network the program runs for 8 days more.")
    program.change(receipt=receipt(now() - 20 * DAY))
    assert program.run(nobody) == (True, "Please go online: the program runs for 1 days more.")
    program.change(receipt=receipt(now() - 21 * DAY))
    may_run, says = program.run(nobody)
    assert not may_run and "The receipt is over" in says


def test_after_the_end_going_online_is_enough(program, server):
    program.change(receipt=receipt(now() - 100 * DAY))
    assert program.run(server.url)[0]


def test_a_clock_that_is_set_back_is_seen_and_a_fresh_receipt_forgives_it(program, server, nobody):
    program.change(last_seen=(now() + 3 * DAY).isoformat())
    may_run, says = program.run(nobody)
    assert not may_run and "The clock shows an earlier time" in says
    assert program.run(server.url)[0]
    program.change(receipt=receipt(now() + 2 * DAY))
    may_run, says = program.run(nobody)
    assert not may_run and "when the receipt was made" in says


@pytest.mark.parametrize(
    ("forge", "says"),
    [
        (lambda kept: receipt(now(), private_key=licenses.new_keys().private_key), "does not trust"),
        (lambda kept: kept.replace(kept.split(".")[1], receipt(now(), valid_days=3000).split(".")[1]), "was changed"),
        (lambda kept: kept[:-3], "was changed or cut"),
        (lambda kept: receipt(now(), product_id=515151), "another product"),
        (lambda kept: receipt(now(), machine="the laptop of Emil"), "another machine"),
        (lambda kept: receipt(now(), machine=None), "bound to no machine"),
        (lambda kept: kept.replace("receipt-1", "receipt-2"), "update the program"),
    ],
    ids=["own key", "longer", "cut", "other product", "other machine", "no machine", "newer"],
)
def test_a_forged_receipt_is_worth_nothing(program, nobody, forge, says):
    program.change(receipt=forge(program.kept["receipt"]))
    may_run, said = program.run(nobody)
    assert not may_run and says in said, said


def test_a_copied_file_is_worth_nothing_on_another_machine(program, nobody):
    may_run, says = program.run(nobody, machine="the laptop of Emil")
    assert not may_run and "another machine" in says


@pytest.mark.parametrize("text", ["", "{", "[]", '{"receipt": 5, "last_seen": null}', '{"last_seen": "soon"}', '{"receipt": "\\ud800"}', "[" * 9999])
def test_a_file_of_anything_is_no_licence_and_no_crash(program, nobody, text):
    program.file.write_text(text, encoding="utf-8")
    may_run, says = program.run(nobody)
    assert not may_run and "activate ORDER KEY" in says


@pytest.mark.parametrize("text", ["soon", "9999-12-31T23:59:59-12:00", "\ud800"])
def test_a_time_that_is_none_in_the_file_does_not_matter(program, nobody, text):
    program.change(last_seen=text)
    assert program.run(nobody)[0]


@contextmanager
def answering(status, body):
    """Somebody who answers everything with the same: a proxy, a page of a hotel, another program, a broken server."""
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() if status else b""

    def answer():
        while True:
            try:
                taken, _ = listening.accept()
            except OSError:
                return
            with taken:
                taken.recv(65536)
                taken.sendall(head + body)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def receipt_in(**more):
    return json.dumps({"verdict": "valid", "receipt": receipt(now(), **more)}).encode()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (403, lambda: b"<h1>Forbidden</h1>"),
        (403, lambda: b"{}"),
        (403, lambda: b"[]"),
        (403, lambda: b'{"text": 5}'),
        (500, lambda: b'{"verdict": "unknown", "text": "no"}'),
        (200, lambda: b"<h1>Welcome to our hotel</h1>"),
        (200, lambda: b"[" * 9999),
        (200, lambda: b'{"receipt": "\\ud800"}'),
        (302, lambda: b""),
        (None, lambda: b"SSH-2.0-example\r\n"),
        (200, lambda: receipt_in(product_id=515151)),
        (200, lambda: receipt_in(machine="the laptop of Emil")),
        (200, lambda: receipt_in(private_key=licenses.new_keys().private_key)),
    ],
    ids=lambda value: None if callable(value) else str(value),
)
def test_nothing_that_others_answer_costs_a_good_licence(program, status, body):
    kept = receipt(now() - 8 * DAY)
    program.change(receipt=kept)
    with answering(status, body()) as url:
        may_run, says = program.run(url)
    assert may_run and "13 days" in says
    assert program.kept["receipt"] == kept


def test_a_mistyped_activation_costs_nobody_the_licence_that_is_there(program, server, nobody):
    before = program.kept
    for url in (server.url, nobody):
        assert not program.run(url, "activate", ORDER, "EMIL-1")[0]
        assert program.kept == before
    program.change(receipt=receipt(now() - 8 * DAY))
    assert program.run(server.url)[0]


def test_two_programs_at_once_keep_what_the_other_wrote(program, nobody, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    import license

    kept = program.kept
    program.file.unlink()
    first = license.Licence(program.file, nobody, [KEYS.public_key], "the laptop of Ada")
    program.file.write_text(json.dumps(kept), encoding="utf-8")
    assert first.checked()["verdict"] == "not_a_receipt"
    assert {**program.kept, "last_seen": ""} == {**kept, "last_seen": ""}


def test_a_file_that_cannot_be_read_or_written_now_is_left_alone(program, nobody, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    import license

    def fails(*_, **__):
        raise PermissionError("another program has it open")

    kept = program.file.read_bytes()
    for taken in ((Path, "read_text"), (os, "replace"), (license.tempfile, "mkstemp")):
        with monkeypatch.context() as patch:
            patch.setattr(*taken, fails)
            licence = license.Licence(program.file, nobody, [KEYS.public_key], "the laptop of Ada")
            checked = licence.checked()
            assert not licence.keep()
        assert checked["is_usable"] == (taken[0] is not Path)
        assert program.file.read_bytes() == kept
        assert list(program.file.parent.iterdir()) == [program.file]


def test_a_machine_is_the_same_after_another_network_and_another_name(monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    import license

    for has_id in (True, False):
        known = set()
        for name, card in (("laptop", 0x02_00_00_00_00_01), ("laptop.hotel.example", 0x02_00_00_00_00_01)):
            monkeypatch.setattr(platform, "node", lambda name=name: name)
            monkeypatch.setattr(uuid, "getnode", lambda card=card: card)
            monkeypatch.setattr(Path, "read_text", lambda *_, **__: "5f3c\n" if has_id else "")
            known.add(license.machine())
        assert len(known) == 1, known
    # Without a network card Python makes up a number, another one at each start.
    made_up = set()
    for card in (0x01_23_45_67_89_AB, 0x0B_CD_EF_01_23_45):
        monkeypatch.setattr(uuid, "getnode", lambda card=card: card)
        made_up.add(license.machine())
    assert len(made_up) == 1, made_up


def test_an_order_that_is_no_longer_paid_ends_the_licence_when_it_is_due(program, server, nobody):
    program.change(receipt=receipt(now() - 8 * DAY), purchase_id=UNPAID[0], license_key=UNPAID[1])
    may_run, says = program.run(server.url)
    assert not may_run and "no longer good" in says
    assert not program.run(nobody)[0]


def test_a_server_that_cannot_tell_stops_nobody(program, server):
    kept = receipt(now() - 8 * DAY)
    program.change(receipt=kept, purchase_id="ZZ99ZZ99")
    may_run, _ = program.run(server.url)
    assert may_run and program.kept["receipt"] == kept


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"5", b"\xff", b'{"purchase_id": 1, "license_key": "x", "machine": "y"}', b"x" * 5000, b"[" * 4000, json.dumps({"purchase_id": ORDER, "license_key": "A\0", "machine": "y"}).encode()]
)
def test_the_server_refuses_what_is_no_request(server, body):
    with pytest.raises(HTTPError) as caught:
        urlopen(Request(f"{server.url}/receipt", body, {"Content-Type": "application/json"}), timeout=20)
    assert caught.value.code == 400


@pytest.mark.parametrize(("method", "path"), [("GET", "/receipt"), ("PUT", "/receipt"), ("POST", "/"), ("POST", "/receipt/x")])
def test_the_server_signs_for_nothing_but_what_is_asked_where_it_is_asked(server, method, path):
    body = json.dumps({"purchase_id": ORDER, "license_key": KEY, "machine": "y"}).encode()
    with pytest.raises(HTTPError) as caught:
        urlopen(Request(f"{server.url}{path}", body, method=method), timeout=20)
    assert caught.value.code == 400


def test_who_says_nothing_keeps_nobody_waiting(program, server):
    host, port = server.url.removeprefix("http://").split(":")
    head = b"POST /receipt HTTP/1.1\r\nContent-Length: 100\r\n\r\n"
    with socket.create_connection((host, int(port))) as silent, socket.create_connection((host, int(port))) as slow:
        slow.sendall(head)
        program.change(receipt="")
        assert program.run(server.url)[0]
        assert silent.fileno() > 0


def test_the_server_makes_keys():
    command = [sys.executable, str(EXAMPLES / "license_server.py"), "keys"]
    printed = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    (private,) = re.findall(r"ds24-private-\S+", printed)
    (public,) = re.findall(r"ds24-public-\S+", printed)
    assert licenses.public_key(private) == public


def test_a_shipped_program_has_no_way_to_sign():
    text = (EXAMPLES / "license.py").read_text(encoding="utf-8")
    assert not re.search(r"private|\bsign\(|DIGISTORE24_KEY", text)
