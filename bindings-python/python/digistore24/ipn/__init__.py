"""Notifications: verify them, understand them, answer them, and know who has access.

    from digistore24 import ipn

    event = ipn.verify(body, passphrase)   # raises ipn.Rejected
    print(event.kind, event.order_id, event.amount_brutto)

`wsgi`, `asgi` and `handle` receive them over HTTP. `Access` tells from the events of orders who has access. `connect` and
`doctor` make and examine a connection.
"""

from .._errors import Rejected
from .._native import (
    Access,
    Finding,
    ItemAccess,
    Reply,
    connect,
    doctor,
    domain_id,
    read_unsigned,
    sign,
    signed_body,
    thankyou,
    verify,
    verify_all,
)
from ._events import Event, UnsignedEvent
from ._receive import AsyncStore, Store, handle
from ._servers import asgi, wsgi

__all__ = [
    "Access",
    "AsyncStore",
    "Event",
    "Finding",
    "ItemAccess",
    "Rejected",
    "Reply",
    "Store",
    "UnsignedEvent",
    "asgi",
    "connect",
    "doctor",
    "domain_id",
    "handle",
    "read_unsigned",
    "sign",
    "signed_body",
    "thankyou",
    "verify",
    "verify_all",
    "wsgi",
]
