"""A desktop program that knows whether its licence is good, also on a train.

    python examples/license.py activate JK92LM34 SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666
    python examples/license.py

It keeps a receipt that the vendor's server signed (`examples/license_server.py`), checks it without a network, and asks
for a new one when that is due. There is no key in it but the public one. Its exit code is 0 when it may run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from digistore24 import BadParams, licenses

if TYPE_CHECKING:
    from digistore24.licenses.types import Checked

PRODUCT_IDS = [515153]


class Refused(Exception):
    """The server says that this licence is not to be used."""


def machine() -> str:
    """What this machine is known by: it should outlive an update, and differ from the neighbour's."""
    return f"{platform.system()} {platform.node()} {uuid.getnode():012x}"


class Licence:
    """The licence of this machine, in a file: order, key, receipt, and when the program ran last."""

    def __init__(self, file: Path, server: str, public_keys: list[str], here: str) -> None:
        self.file = file
        self.server = server
        self.public_keys = public_keys
        self.here = here
        self.kept: dict[str, str] = {}
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            self.kept = {name: text for name, text in kept.items() if isinstance(text, str)}
        except (OSError, ValueError, AttributeError, RecursionError):
            pass  # without a file there is no licence yet; an unreadable one is as good as none

    def keep(self, **changes: str) -> None:
        """Writes the file so that it is never half written."""
        self.kept |= changes
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.file.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self.kept, file)
        os.replace(name, self.file)

    def checked(self) -> Checked:
        """What the receipt is worth, without a network."""
        receipt = self.kept.get("receipt", "")
        try:
            checked = self.check(receipt, self.kept.get("last_seen"))
        except BadParams:
            # Somebody wrote something else into the file than a time; then it is worth no more than a missing one.
            checked = self.check(receipt)
        self.keep(last_seen=checked["last_seen"].isoformat())
        return checked

    def check(self, receipt: str, last_seen: str | None = None) -> Checked:
        return licenses.check(
            receipt,
            public_keys=self.public_keys,
            product_ids=PRODUCT_IDS,
            machine=self.here,
            last_seen=last_seen,
        )

    def renew(self) -> bool:
        """Asks for a new receipt. False when nobody answers, which is no reason to stop anybody."""
        asked = {name: self.kept.get(name, "") for name in ("purchase_id", "license_key")}
        body = json.dumps({**asked, "machine": self.here}).encode()
        request = Request(f"{self.server}/receipt", body, {"Content-Type": "application/json"})
        try:
            with urlopen(request, timeout=5) as response:
                receipt = json.loads(response.read(10_000))["receipt"]
        except HTTPError as error:
            if error.code == 403:
                told = json.loads(error.read(10_000))
                self.keep(receipt="")
                raise Refused(told["text"]) from None
            return False
        except (OSError, ValueError, KeyError, TypeError):
            return False
        if not isinstance(receipt, str):
            return False
        found = self.check(receipt)
        # The server's clock forgives one here that was once far ahead; what is not signed forgives nothing.
        if found["checked_at"] is not None:
            self.keep(receipt=receipt, last_seen=found["checked_at"].isoformat())
        return True


def words(checked: Checked) -> str:
    """What the user reads."""
    match checked["verdict"]:
        case "good":
            return f"The licence is good. Without a network the program runs for {checked['days_left']} days more."
        case "grace":
            return f"Please go online: the program runs for {checked['days_left']} days more."
        case "not_a_receipt":
            return "There is no licence on this machine yet: license.py activate ORDER KEY"
    return " ".join(note["text"] for note in checked["notes"])


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--file", type=Path, default=Path.home() / ".paintbox" / "licence.json")
    # In your program these three are constants; nobody else's server and key may be put in their place.
    arguments.add_argument("--server", default="http://127.0.0.1:8024")
    arguments.add_argument("--public-key", action="append", required=True)
    arguments.add_argument("--machine", default=machine())
    arguments.add_argument("activate", nargs="*", help="activate ORDER KEY")
    given = arguments.parse_args()
    licence = Licence(given.file, given.server, given.public_key, given.machine)
    match given.activate:
        case ["activate", order, key]:
            looked = licenses.shape(key, generated=True)
            licence.keep(purchase_id=order.strip(), license_key=looked["key"])
            try:
                answered = licence.renew()
            except Refused as refused:
                print(f"{refused} {' '.join(note['text'] for note in looked['notes'])}".strip())
                for suggestion in looked["suggestions"]:
                    print(f"  Perhaps: {suggestion}")
                return 1
            if not answered:
                print("Nobody answers; try again later.")
                return 1
        case []:
            pass
        case _:
            arguments.error("expected nothing, or: activate ORDER KEY")
    checked = licence.checked()
    if checked["is_due"] and licence.kept.get("license_key"):
        try:
            if licence.renew():
                checked = licence.checked()
        except Refused as refused:
            print(f"The licence is no longer good: {refused}")
            return 1
    print(words(checked))
    return 0 if checked["is_usable"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
