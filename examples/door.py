"""The list at a door: takes the tickets of an event, and checks every code that a scanner or a person types.

    DIGISTORE24_KEY=... python examples/door.py north 3 3 2026-10-05      the door's name, template, location, day

Between the first line and the last it needs no network. What was scanned is kept in `door-<name>.list`, so the evening
goes on after a power cut. At the end of the input, the service hears who was let in. Without a key: the sandbox's event.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timezone
from pathlib import Path

from digistore24 import Digistore24, Sandbox
from digistore24.etickets import DoorList


def client() -> Digistore24:
    if key := os.environ.get("DIGISTORE24_KEY"):
        return Digistore24(key, base_url=os.environ.get("DIGISTORE24_URL"))
    sandbox = Sandbox()
    return Digistore24(sandbox.api_key, send=sandbox.send)


def keep(door: DoorList, kept: Path) -> None:
    """Writes the list so that it is never half written."""
    new = kept.with_suffix(".new")
    new.write_bytes(door.bytes())
    new.replace(kept)


def main(name: str, template: str, location: str, day: str) -> None:
    ds, kept = client(), Path(f"door-{name}.list")
    if kept.exists():
        door = DoorList.read(kept.read_bytes(), door=name)
        if door.event != {"template_ids": [template], "location_ids": [location], "dates": [day]}:
            sys.exit(f"{kept} is the list of another event; move it away")
    else:
        now = datetime.now(timezone.utc)
        rows = ds.list_etickets(search={"date": day}).etickets
        door = DoorList.take(rows, door=name, template_id=template, location_id=location, date=day, snapshot_at=now)
    print(f"{door.counts()['tickets']} tickets for {day}, {door.counts()['admitted']} let in", flush=True)
    for line in sys.stdin:
        scan = door.scan(line)
        keep(door, kept)
        ticket = scan["ticket"]
        guest = f"{ticket['first_name']} {ticket['last_name']}, {ticket['no']} of {ticket['count']}" if ticket else ""
        print(f"{scan['verdict'].upper():<13} {guest}", *[reason["text"] for reason in scan["reasons"]], flush=True)
    report = door.sync(ds, save=lambda door: keep(door, kept))
    keep(door, kept)
    stopped = report["stopped"]
    print(f"{report['counted']} reported, {report['pending']} still to report", stopped["message"] if stopped else "")
    for conflict in door.conflicts():
        print(f"{conflict['number']}: {conflict['text']}")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 5 else sys.exit(__doc__)
