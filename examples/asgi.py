"""Receives notifications under any ASGI server and gives access to what was bought. All is kept in one SQLite file.

    IPN_PASSPHRASE=... ACCESS_KEY=... uvicorn --app-dir examples --workers 2 asgi:application

`/ipn` is the address for the service; `/orders/<number>` tells your own pages, which know ACCESS_KEY, who has access.
In FastAPI and Starlette `app.mount("/ipn", receive)` does the first part.
"""

import os
import sqlite3
from hmac import compare_digest
from typing import Any

from digistore24 import ipn

db = sqlite3.connect(os.environ.get("ACCESS_FILE", "access.sqlite"), isolation_level=None, check_same_thread=False)
db.execute("create table if not exists handled (key text primary key)")
db.execute("create table if not exists orders (number text primary key, access text not null)")
authorization = f"Bearer {os.environ['ACCESS_KEY']}".encode()


class Handled:  # which events were handled before
    def has(self, key: str) -> bool:
        return db.execute("select 1 from handled where key = ?", (key,)).fetchone() is not None

    def add(self, key: str) -> None:
        db.execute("insert or ignore into handled values (?)", (key,))


def access_to(order: str) -> ipn.Access:
    row = db.execute("select access from orders where number = ?", (order,)).fetchone()
    return ipn.Access.from_text(row[0] if row else "")


def on(event: ipn.Event) -> ipn.Reply | None:
    """Keeps what the event says about access. It may come twice, too late, or to two workers at the same moment."""
    with db:
        db.execute("begin immediate")
        # After an upgrade it is the old order that ends.
        for order in filter(None, (event.order_id, event.upgraded_order_id)):
            access = access_to(order)
            if access.feed(event):
                db.execute("insert or replace into orders values (?, ?)", (order, access.to_text()))
    if event.kind == "on_payment" and not event.seen:
        return ipn.Reply().headline("Your course").account(event.email or "", loginurl="https://shop.example.com/login")
    return None


receive = ipn.asgi(passphrase=os.environ["IPN_PASSPHRASE"], on=on, store=Handled())


async def application(scope: Any, get: Any, send: Any) -> None:
    if scope.get("path") == "/ipn" or scope["type"] != "http":
        return await receive(scope, get, send)
    order = scope["path"].removeprefix("/orders/")
    known = compare_digest(dict(scope["headers"]).get(b"authorization", b""), authorization)
    lines = [f"{item.state}: {item}" for item in access_to(order).items() if item.order_id == order] if known else []
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200 if lines else 404, "headers": headers})
    await send({"type": "http.response.body", "body": "\n".join(lines).encode()})
