"""E-tickets: numbers, records, the check at the door, and lists for doors without a network.

    from digistore24 import etickets

    rows = ds.list_etickets(search={"date": "2026-10-05"}).etickets
    event = {"template_id": 3, "location_id": 3, "date": "2026-10-05"}
    door = etickets.DoorList.take(rows, door="north", snapshot_at=now, **event)
    print(door.scan("91250000000000000001")["verdict"])

A `DoorList` lets each ticket in once, also without a network; the lists of several doors merge, and `sync` tells the
service afterwards. `validate` has the service check a ticket and use it up, once, whatever is lost on the way. `check`
judges a record, `number` reads what was scanned.
"""

from ._native import etickets as _etickets

DoorList = _etickets.DoorList
check = _etickets.check
number = _etickets.number
validate = _etickets.validate

__all__ = ["DoorList", "check", "number", "validate"]
