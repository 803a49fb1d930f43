from datetime import datetime, timezone

from digistore24 import Digistore24, Sandbox, etickets

sandbox = Sandbox()
ds = Digistore24(sandbox.api_key, send=sandbox.send)
rows = ds.list_etickets(search={"date": "2026-10-05"}).etickets
now = datetime.now(timezone.utc)
door = etickets.DoorList.take(rows, door="north", template_id=3, location_id=3, date="2026-10-05", snapshot_at=now)
print(door.scan("91250000000000000001")["verdict"])  # admit
print(door.scan("91250000000000000001")["verdict"])  # used
print(door.sync(ds)["counted"], door.conflicts())  # afterwards, with a network: 1 []
