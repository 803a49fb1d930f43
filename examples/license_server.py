"""The vendor's little licence server: asks Digistore24 about a licence, and signs a receipt for the program.

    python examples/license_server.py keys                               # once: prints both keys
    LICENSE_PRIVATE_KEY=... python examples/license_server.py 8024       # against the sandbox
    LICENSE_PRIVATE_KEY=... DIGISTORE24_KEY=... python examples/license_server.py 8024

`POST /receipt` with `purchase_id`, `license_key` and `machine` as JSON answers with a receipt, or says why there is
none. It speaks HTTP on this machine only; put the web server with your certificate in front of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from digistore24 import BadParams, Digistore24, Sandbox, licenses

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

# How long a program may stay offline, and how long it warns after that. A refunded order is used so long at most.
VALID_DAYS = int(os.environ.get("LICENSE_VALID_DAYS", "14"))
GRACE_DAYS = 7

LONGEST = 4096
STATUS = {"not_found": "403 Forbidden", "not_paid": "403 Forbidden", "unknown": "503 Service Unavailable"}


def client() -> Digistore24:
    """The service, or the sandbox where there is no key. A developer key is enough."""
    if key := os.environ.get("DIGISTORE24_KEY"):
        return Digistore24(key)
    print("No DIGISTORE24_KEY: the orders are those of the sandbox, which everybody knows.", file=sys.stderr)
    sandbox = Sandbox()
    return Digistore24(sandbox.api_key, send=sandbox.send)


def answer(ds: Digistore24, private_key: str, asked: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The status and what is told the program."""
    try:
        validation = licenses.validate(ds, purchase_id=asked["purchase_id"], license_key=asked["license_key"])
    except BadParams:
        # Something in the texts that cannot be sent, such as a NUL.
        return "400 Bad Request", {"verdict": "bad_request"}
    if validation["verdict"] != "valid":
        note = validation["notes"][0]
        return STATUS[validation["verdict"]], {"verdict": validation["verdict"], "text": note["text"]}
    # Here is the place to count how many machines of a licence have a receipt.
    signed = licenses.sign(
        validation, private_key=private_key, machine=asked["machine"], valid_days=VALID_DAYS, grace_days=GRACE_DAYS
    )
    return "200 OK", {"verdict": "valid", "receipt": signed["receipt"]}


def read(environ: WSGIEnvironment) -> dict[str, str] | None:
    """The three texts of a request, or nothing."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if not 0 < length <= LONGEST:
            return None
        asked = json.loads(environ["wsgi.input"].read(length))
        texts = {name: asked[name] for name in ("purchase_id", "license_key", "machine")}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_filled = all(isinstance(text, str) and text.strip() for text in texts.values())
    return texts if is_filled else None


class Server(ThreadingMixIn, WSGIServer):
    """One thread for each request, so that one slow program keeps nobody waiting."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """Waits no longer than this for a program that says nothing, in seconds."""

    timeout = 10


def serve(port: int, private_key: str) -> None:
    ds = client()
    public_key = licenses.public_key(private_key)  # and refuses at once what is no private key

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_ours = (environ["REQUEST_METHOD"], environ.get("PATH_INFO")) == ("POST", "/receipt")
        asked = read(environ) if is_ours else None
        status, told = answer(ds, private_key, asked) if asked else ("400 Bad Request", {"verdict": "bad_request"})
        start_response(status, [("Content-Type", "application/json"), ("Cache-Control", "no-store")])
        return [json.dumps(told).encode()]

    with make_server("127.0.0.1", port, application, Server, Handler) as server:
        print(f"http://127.0.0.1:{server.server_port} {public_key}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1:] == ["keys"]:
        keys = licenses.new_keys()
        print("For this server, LICENSE_PRIVATE_KEY, and nobody else: ", keys.private_key)
        print("For your program, PUBLIC_KEYS in it:                   ", keys.public_key)
    elif len(sys.argv) == 2 and sys.argv[1].isdecimal() and "LICENSE_PRIVATE_KEY" in os.environ:
        serve(int(sys.argv[1]), os.environ["LICENSE_PRIVATE_KEY"])
    else:
        sys.exit(__doc__)
