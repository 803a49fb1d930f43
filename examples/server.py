"""A server that gives access to what was bought and takes it away again, with nothing but the standard library.

    IPN_PASSPHRASE=... python examples/server.py 8000

`/ipn` receives the notifications; `/orders/<number>` tells who has access.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING
from wsgiref.simple_server import make_server

from digistore24 import ipn

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

orders: dict[str, str] = {}  # in your database: a column of the order
handled: set[str] = set()  # in your database: a table with a unique column


def on(event: ipn.Event) -> ipn.Reply | None:
    """Keeps what the event says about access. It may come twice, too late, or after a newer one."""
    for order in (event.order_id, event.upgraded_order_id):
        if order:
            access = ipn.Access.from_text(orders.get(order, ""))
            access.feed(event)
            orders[order] = access.to_text()
    if event.kind == "on_payment" and not event.seen:
        return ipn.Reply().headline("Your course").account(event.email or "", loginurl="https://shop.example.com/login")
    return None


receive = ipn.wsgi(passphrase=os.environ["IPN_PASSPHRASE"], on=on, store=handled)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    path = str(environ.get("PATH_INFO", ""))
    if path == "/ipn":
        return receive(environ, start_response)
    access = ipn.Access.from_text(orders.get(path.removeprefix("/orders/"), ""))
    lines = [f"{item.state}: {item}" for item in access.items()]
    start_response("200 OK" if lines else "404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
    return ["\n".join(lines).encode()]


if __name__ == "__main__":
    with make_server("127.0.0.1", int(sys.argv[1]), application) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
