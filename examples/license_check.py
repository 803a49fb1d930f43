"""Asks the service whether a licence is good: the plain check, online. `license.py` is the program that may go offline.

    DIGISTORE24_KEY=... python examples/license_check.py ORDER KEY

Without a key, which may be a developer key, the orders are the sandbox's: JK92LM34 has a licence there. Ends with 0 for
a good licence, 1 for one that is not, and 2 where nobody knows: then let the program run, and ask again later.
"""

from __future__ import annotations

import os
import sys

from digistore24 import BadParams, Digistore24, Sandbox, licenses


def client() -> Digistore24:
    if key := os.environ.get("DIGISTORE24_KEY"):
        return Digistore24(key, base_url=os.environ.get("DIGISTORE24_URL"))
    sandbox = Sandbox()
    return Digistore24(sandbox.developer_key, send=sandbox.send)


def main(order: str, typed: str) -> int:
    looked = licenses.shape(typed, generated=True)
    try:
        found = licenses.validate(client(), purchase_id=order.strip(), license_key=looked["key"])
    except BadParams as wrong:
        print(wrong)
        return 1
    match found["verdict"]:
        case "valid":
            print(f"The licence for {found['product_name'] or found['product_id']} is good.")
            return 0
        case "unknown":
            # No network, or the service refused the question: that says nothing of the licence.
            print(f"Nobody knows: {found['error']['message'] if found['error'] else found['notes'][0]['text']}")
            return 2
    for note in [*found["notes"], *looked["notes"]]:
        print(note["text"])
    for suggestion in looked["suggestions"]:
        print(f"  Perhaps: {suggestion}")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else __doc__)
