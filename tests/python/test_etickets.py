"""E-tickets and door lists from Python: an evening against the sandbox, over a line that breaks."""

import _thread
import json
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from digistore24 import BadParams, Budget, Digistore24, Sandbox, etickets

EVENT = {"template_id": 3, "location_id": 3, "date": "2026-10-05"}
FIRST = "91250000000000000001"
OPEN = datetime(2026, 10, 5, 17, tzinfo=timezone.utc)


class Line:
    """A client of the sandbox that loses every so many requests or answers, and counts what it sent."""

    def __init__(self, before=0, after=0):
        self.sandbox = Sandbox()
        self.before, self.after = before, after
        self.sent = []
        self.ds = Digistore24(self.sandbox.api_key, send=self.send)
        self.sure = Digistore24(self.sandbox.api_key, send=self.sandbox.send)

    def send(self, request):
        self.sent.append((request.url.rsplit("/", 1)[-1], request.body))
        self.sandbox.advance(1)
        count = len(self.sent)
        if self.before and count % self.before == 0:
            raise OSError("the line broke")
        answer = self.sandbox.send(request)
        if self.after and count % self.after == 0:
            raise OSError("the line broke")
        return answer

    def rows(self, more=0):
        if more:
            buyer = {"email": "lena@example.com"}
            self.sure.create_eticket(buyer=buyer, product_id=515154, **EVENT, count=more)
        return self.sure.list_etickets().etickets

    def asked(self):
        """How many tickets were asked to be used up; none twice."""
        asked = [body for name, body in self.sent if name == "validateEticket"]
        assert len(asked) == len(set(asked))
        return len(asked)


def take(rows, door="north", **more):
    return etickets.DoorList.take(rows, door=door, snapshot_at=OPEN, **EVENT, **more)


def numbers_of(rows):
    return [etickets.number(row.download_url)["number"] for row in rows]


def test_a_number_and_a_record_stand_before_their_options():
    assert etickets.number("9125 0000 0000 0000 0001")["number"] == FIRST
    found = etickets.check(Line().rows()[1], snapshot_at=OPEN, **EVENT)
    assert (found["verdict"], found["as_of"], found["ticket"]["first_name"]) == ("used", OPEN, "Max")


def test_a_scan_lets_in_once_and_tells_where_and_when():
    door = take(Line().rows())
    first = door.scan(FIRST, at=OPEN + timedelta(seconds=5))
    assert first["verdict"] == "admit"
    again = door.scan(text=FIRST)
    assert again["verdict"] == "used"
    assert again["first"] == {"place": "this_door", "door": "north", "at": OPEN + timedelta(seconds=5)}
    assert door.scan("91250000000000000003")["verdict"] == "blocked"
    assert door.scan("x")["verdict"] == "not_a_number"
    assert repr(door) == '<DoorList of the door "north": 3 tickets, 1 let in>'
    assert door.door == "north"
    assert door.event == {"template_ids": ["3"], "location_ids": ["3"], "dates": ["2026-10-05"]}


def test_a_scan_takes_the_clock_of_the_host():
    door = take(Line().rows())
    before = datetime.now(timezone.utc).replace(microsecond=0)
    at = door.scan(FIRST)["first"]["at"]
    assert before <= at <= datetime.now(timezone.utc)


def test_the_service_checks_once():
    line = Line()
    assert etickets.validate(line.ds, FIRST, **EVENT)["verdict"] == "admitted"
    again = etickets.validate(line.ds, FIRST, **EVENT)
    assert (again["verdict"], again["by"]) == ("used", "earlier_scan")
    assert [name for name, _ in line.sent] == ["validateEticket", "validateEticket", "getEticket"]


@pytest.mark.parametrize(
    ("line", "verdict", "by"), [(Line(after=2), "used", "this_scan"), (Line(before=2), "not_used", None)]
)
def test_a_lost_answer_is_looked_after(line, verdict, by):
    found = etickets.validate(line.ds, FIRST, look_first=True, **EVENT)
    assert (found["verdict"], found["by"], found["error"]["kind"]) == (verdict, by, "unanswered")
    assert line.asked() == 1


def test_an_evening_of_three_doors_over_a_bad_line():
    line = Line(before=7, after=5)
    rows = line.rows(more=60)
    numbers = numbers_of(rows)
    doors = [take(rows, door, names=False) for door in ("north", "west", "east")]
    doubles = []
    for guest, number in enumerate(numbers):
        door = doors[guest % 3]
        good = number[-1] not in "23" or not number.startswith("9125000000000000000")
        assert (door.scan(number, at=OPEN)["verdict"] == "admit") is good
        assert door.scan(number)["verdict"] != "admit"
        if guest % 10 == 5:
            assert doors[(guest + 1) % 3].scan(number)["verdict"] == "admit"
            doubles.append(number)
    office = etickets.DoorList.read(doors[0].bytes(), door="office")
    office.merge(doors[2].marks(), [doors[1], doors[2].bytes()], office, bytearray(doors[1].marks()))
    found = office.conflicts()
    assert [(conflict["word"], conflict["number"]) for conflict in found] == [("two_doors", n) for n in sorted(doubles)]
    assert [mark["door"] for mark in found[0]["marks"]] != []
    assert office.counts()["admitted"] == 61

    kept, done = office.bytes(), []
    for _ in range(200):
        # Each run begins with what was kept, as after a crash.
        door = etickets.DoorList.read(kept, door="office")
        copies = []
        report = door.sync(line.ds, limit=9, all_doors=True, save=lambda door: copies.append(door.bytes()))
        kept = door.bytes()
        done += report["done"]
        if report["pending"] + report["open"] == 0:
            break
        assert report["stopped"] or len(report["done"]) == 9
    assert len({told["number"] for told in done}) == len(done) == 61
    line.asked()
    told = etickets.DoorList.read(kept, door="office")
    assert told.pending() == []
    not_counted = [conflict["number"] for conflict in told.conflicts() if conflict["word"] == "not_counted"]
    unused = [row for row in line.rows() if not row.used_at and not row.is_blocked]
    assert sorted(numbers_of(unused)) == sorted(not_counted)


def test_what_is_kept_before_a_request_is_enough_after_a_crash():
    line = Line()
    door = take(line.rows())
    door.scan(FIRST)
    kept = []

    def crash(request):
        if request.url.endswith("validateEticket"):
            line.sandbox.send(request)
            raise KeyboardInterrupt
        return line.sandbox.send(request)

    with pytest.raises(KeyboardInterrupt):
        door.sync(Digistore24(line.sandbox.api_key, send=crash), save=lambda door: kept.append(door.bytes()))
    again = etickets.DoorList.read(kept[-1], door="north")
    assert [pending["is_open"] for pending in again.pending()] == [True]
    # It was carried out; the next run looks, and does not ask again.
    report = again.sync(line.ds)
    assert [told["word"] for told in report["done"]] == ["this_scan"]
    assert line.asked() == 0
    # The same list that was interrupted is not stuck either.
    assert door.sync(line.ds)["counted"] == 1


def test_a_list_that_cannot_be_kept_sends_nothing():
    line = Line()
    door = take(line.rows())
    door.scan(FIRST)

    def save(door):
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        door.sync(line.ds, save=save)
    assert (line.asked(), door.counts()["pending"]) == (0, 1)
    assert door.sync(line.ds)["counted"] == 1


def test_an_interruption_before_a_request_leaves_a_mark_that_is_still_told():
    line = Line()
    door = take(line.rows())
    door.scan(FIRST)
    # Looking takes the one call that is there, and asking waits for the next.
    slow = Digistore24(line.sandbox.api_key, send=line.send, budget=Budget(0.01))
    timer = threading.Timer(0.5, _thread.interrupt_main)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        door.sync(slow)
    timer.join()
    assert [name for name, _ in line.sent] == ["getEticket"]
    assert [mark["is_open"] for mark in door.pending()] == [False]
    assert door.sync(line.ds)["counted"] == 1
    assert line.asked() == 1


def test_other_threads_scan_while_a_list_is_told():
    line = Line()
    rows = line.rows(more=5)
    door = take(rows)
    door.scan(FIRST)
    verdicts = []

    def save(door):
        thread = threading.Thread(target=lambda: verdicts.append(door.scan(numbers_of(rows)[-1])["verdict"]))
        thread.start()
        thread.join()
        with pytest.raises(BadParams, match="under way"):
            door.sync(line.ds)

    assert door.sync(line.ds, save=save)["counted"] == 2
    assert verdicts == ["admit", "used"]


def test_what_cannot_be_used_is_refused_by_name():
    door = take(Line().rows())
    whole = door.bytes()
    changed = bytearray(whole)
    changed[40] ^= 1
    for given, word in [(b"", "not_a_list"), (whole[:-3], "cut"), (bytes(changed), "damaged"), (door.marks(), "marks_only")]:
        with pytest.raises(BadParams) as caught:
            etickets.DoorList.read(given, door="north")
        assert caught.value.function == "etickets.DoorList.read"
        [(path, message)] = caught.value.problems
        assert path == "bytes"
        assert message.startswith(word + ": ")
    other = etickets.DoorList.take([], door="x", template_id=3, location_id=3, date="2026-10-06", snapshot_at=OPEN)
    with pytest.raises(BadParams, match="other_event"):
        door.merge(other)
    with pytest.raises(TypeError, match="expected a DoorList, or bytes"):
        door.merge("text")
    assert door.bytes() == whole


def test_problems_are_told_at_once():
    with pytest.raises(BadParams) as caught:
        etickets.DoorList.take("rows", door="", template_id=3, location_id=3, snapshot_at=datetime(2026, 10, 5))
    assert [path for path, _ in caught.value.problems] == ["records", "door", "date", "snapshot_at"]
    door = take(Line().rows())
    with pytest.raises(BadParams) as caught:
        door.scan(int(FIRST[:10]), at="2026-10-05 19:00:00", door="west")
    assert [path for path, _ in caught.value.problems] == ["text", "at", "door"]
    assert door.counts()["admitted"] == 0


def test_conversations_end_as_written():
    # The vectors of the core, at the level of HTTP.
    vectors = json.loads((Path(__file__).parents[1] / "vectors" / "eticket_checks.json").read_text(encoding="utf-8"))
    ran = 0
    for vector in vectors:
        told = list(vector["told"])
        if any("data" not in step and step["kind"] == "garbled" for step in told):
            continue

        def send(request, told=told):
            step = told.pop(0)
            assert request.url.endswith("/" + step["call"])
            envelope = {"api_version": "1.2", "current_time": step.get("current_time", "")}
            if "data" in step:
                envelope |= {"result": "success", "data": step["data"]}
            elif step["kind"] == "refused":
                envelope |= {"result": "error", "message": "no", "code": step["code"]}
            else:
                raise OSError("the line broke")
            return 200, {}, json.dumps(envelope).encode()

        lost = [step for step in told if step.get("kind") == "unanswered" and step["call"] == "validateEticket"]
        if lost and not lost[0]["maybe_done"]:
            continue
        started = {"started_at": None} | vector["options"]
        if started["started_at"] is None and vector["result"].get("by") in ("cannot_tell", "earlier_scan"):
            # Python's own clock would tell something.
            continue
        found = etickets.validate(Digistore24("1-fictional", send=send), **vector["options"])
        for name, want in vector["result"].items():
            have = found["reasons"][0]["word"] if name == "reason" else found[name]
            assert have == want, (vector["why"], name)
        assert told == []
        ran += 1
    assert ran >= 30


def test_a_moment_is_no_day_of_an_event():
    # A datetime is a date to Python, and on which day it falls is another question in each zone.
    for date in (OPEN, OPEN.replace(tzinfo=None), [OPEN], "2026-10-04T22:30:00Z"):
        with pytest.raises(BadParams) as refused:
            etickets.DoorList.take([], door="north", **{**EVENT, "date": date}, snapshot_at=OPEN)
        assert [path for path, _ in refused.value.problems] == ["date"]
    day = etickets.DoorList.take([], door="north", **{**EVENT, "date": OPEN.date()}, snapshot_at=OPEN)
    assert day.event["dates"] == ["2026-10-05"]
