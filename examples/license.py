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
import sys
import tempfile
import uuid
from http.client import HTTPException
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
    """What this machine is known by: it should outlive an update, another network and another name."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    try:
        if found := Path("/etc/machine-id").read_text(encoding="ascii").strip():
            return found
    except (OSError, ValueError):
        pass  # not a Linux that has one
    node = uuid.getnode()
    # Where there is no network card, this is another random number at each start.
    return platform.node() if node >> 40 & 1 else f"{node:012x}"


class Licence:
    """The licence of this machine, in a file: order, key, receipt, and when the program ran last."""

    def __init__(self, file: Path, server: str, public_keys: list[str], here: str) -> None:
        self.file = file
        self.server = server
        self.public_keys = public_keys
        self.here = here
        self.kept: dict[str, str] = {}
        try:
            self.kept = self.read()
        except OSError:
            pass  # not readable now; it is not written over then

    def read(self) -> dict[str, str]:
        """What the file holds. Without a file there is no licence yet; one of anything else is as good as none."""
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            return {name: text for name, text in kept.items() if isinstance(text, str)}
        except (FileNotFoundError, ValueError, AttributeError, RecursionError):
            return {}

    def keep(self, **changes: str) -> bool:
        """Writes the file so that it is never half written. False when that fails: a full disk stops no licence."""
        self.kept |= changes
        try:
            # A second program may have written since; what does not change here stays as it is there.
            kept = self.read() | changes
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(kept, file)
                    file.flush()
                    os.fsync(handle)
                os.replace(name, self.file)
            except OSError:
                os.unlink(name)
                raise
        except OSError:
            return False
        return True

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
            receipt if receipt.isascii() else "",
            public_keys=self.public_keys,
            product_ids=PRODUCT_IDS,
            machine=self.here,
            last_seen=last_seen,
        )

    def renew(self, purchase_id: str, license_key: str) -> bool:
        """Asks for a new receipt, and keeps it. False when none comes, which is no reason to stop anybody."""
        asked = {"purchase_id": purchase_id, "license_key": license_key}
        body = json.dumps({**asked, "machine": self.here}).encode()
        try:
            request = Request(f"{self.server}/receipt", body, {"Content-Type": "application/json"})
            try:
                with urlopen(request, timeout=5) as response:
                    told = json.loads(response.read(10_000))
            except HTTPError as error:
                told = json.loads(error.read(10_000)) if error.code == 403 else None
        except (OSError, HTTPException, ValueError, RecursionError):
            return False
        if not isinstance(told, dict):
            return False
        # Only the server's own words stop anybody: a proxy forbids pages too.
        if told.get("verdict") in ("not_found", "not_paid"):
            raise Refused(str(told.get("text", "")))
        receipt = told.get("receipt")
        if not isinstance(receipt, str):
            return False
        found, before = self.check(receipt), self.check(self.kept.get("receipt", ""))
        # What is not signed by the vendor is worth nothing, and what cannot be used never takes the place of what can.
        if found["checked_at"] is None or (before["is_usable"] and not found["is_usable"]):
            return False
        # The server's clock forgives one here that was once far ahead.
        self.keep(**asked, receipt=receipt, last_seen=found["checked_at"].isoformat())
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
            try:
                # Nothing of what is kept changes before the server has signed.
                answered = licence.renew(order.strip(), looked["key"])
            except Refused as refused:
                print(f"{refused} {' '.join(note['text'] for note in looked['notes'])}".strip())
                for suggestion in looked["suggestions"]:
                    print(f"  Perhaps: {suggestion}")
                return 1
            if not answered:
                print("No receipt came; compare the order id with the mail of the order, or try again later.")
                return 1
            if not licence.keep():
                print(f"{licence.file} cannot be written, so this holds until the program ends.")
        case []:
            pass
        case _:
            arguments.error("expected nothing, or: activate ORDER KEY")
    checked = licence.checked()
    if checked["is_due"] and (key := licence.kept.get("license_key")):
        try:
            if licence.renew(licence.kept.get("purchase_id", ""), key):
                checked = licence.checked()
        except Refused as refused:
            licence.keep(receipt="")
            print(f"The licence is no longer good: {refused}")
            return 1
    print(words(checked))
    return 0 if checked["is_usable"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
