"""What verifying notifications costs beside hand-written code over hashlib, and how an archive scales over threads."""

import hashlib
import os
import sys
import time
from urllib.parse import parse_qsl, urlencode

from digistore24 import ipn

PASSPHRASE = "Kranich-Passphrase-2026"
FIELDS = 173
ARCHIVE = 20_000
ROUNDS = 7


def params(number):
    """As many names as an ordinary payment carries, most of them empty."""
    known = {
        "event": "on_payment",
        "order_id": f"ORDER{number}",
        "order_item_id": str(number),
        "transaction_id": str(10_000 + number),
        "product_id": "4711",
        "product_name": "Segeln für Anfänger",
        "email": "clara.winter@example.com",
        "amount_brutto": "59.50",
        "amount_vat": "9.50",
        "currency": "EUR",
        "next_payment_at": "2026-12-01",
        "receipt_url": "https://shop.example.com/receipt/4711?key=abcdefgh",
    }
    filled = {f"field_{at:03}": f"value {at} of {number}" for at in range(40)}
    empty = {f"unused_{at:03}": "" for at in range(FIELDS - 1 - len(known) - len(filled))}
    return sorted({**known, **filled, **empty}.items())


def by_hand(body):
    """The parameters, verified: what people write without us."""
    given = dict(parse_qsl(body.decode(), keep_blank_values=True))
    signature = given.pop("sha_sign")
    text = "".join(f"{name}={given[name]}{PASSPHRASE}" for name in sorted(given) if given[name] != "")
    if hashlib.sha512(text.encode()).hexdigest().upper() != signature:
        raise ValueError("wrong signature")
    return given


def verified(body):
    return ipn.verify(body, PASSPHRASE)


def verified_and_read(body):
    event = ipn.verify(body, PASSPHRASE)
    return event.order_id, event.product_id, event.email, event.amount_brutto, event.next_payment_at


def fastest(work, bodies):
    """Seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(bodies)
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    body = urlencode([*params(1), ("sha_sign", ipn.sign(params(1), PASSPHRASE))]).encode()
    assert body.count(b"&") == FIELDS - 1
    print(f"Verifying a body of {FIELDS} parameters, {len(body):,} bytes, Python {sys.version.split()[0]}\n")
    ways = {
        "parse_qsl and hashlib by hand": by_hand,
        "verify": verified,
        "verify, 5 fields of the event": verified_and_read,
    }
    base = None
    for name, way in ways.items():
        spent = fastest(lambda bodies, way=way: [way(body) for body in bodies], [body] * 2000) / 2000
        base = base or spent
        print(f"{name:34} {spent * 1e6:8.1f} µs {1 / spent:10,.0f} a second {base / spent:6.1f} x by hand")

    print(f"\nAn archive of {ARCHIVE:,} such bodies in one call, {os.cpu_count()} processors\n")
    archive = [ipn.signed_body(params(number), PASSPHRASE) for number in range(ARCHIVE)]
    alone = None
    for threads in (1, 2, 4):
        spent = fastest(lambda bodies, threads=threads: ipn.verify_all(bodies, PASSPHRASE, threads=threads), archive)
        alone = alone or spent
        rate = f"{ARCHIVE / spent:10,.0f} a second {alone / spent:6.2f} x one thread"
        print(f"verify_all, {threads} threads{'':14} {spent * 1000:8.1f} ms {rate}")


if __name__ == "__main__":
    main()
