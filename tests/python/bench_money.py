"""What splitting a million sales costs beside `decimal`, which is as exact, and floats in NumPy, which are not."""

import os
import random
import sys
import time
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from digistore24 import money

SALES = 1_000_000
SAMPLE = 20_000
ROUNDS = 7
TERMS = {"affiliate_rate": "50"}
FIELDS = ("amount_vat", "amount_netto", "amount_provider", "basic_amount", "amount_affiliate", "amount_vendor")
SALE = {"currency": "EUR", "vat_rate": "19"}

CENT = Decimal("0.01")
MARGIN = Decimal("0.079")
FIXED = Decimal(1)
VAT = Decimal(19)
WITH_VAT = Decimal(119)
HALF = Decimal("0.5")


def decimals(prices):
    """What people write without us. Nothing but the six figures is computed."""
    columns = {name: [] for name in FIELDS}
    vats, nets, providers, basics, affiliates, vendors = (column.append for column in columns.values())
    for gross in prices:
        vat = (gross * VAT / WITH_VAT).quantize(CENT, ROUND_HALF_UP)
        net = gross - vat
        provider = (gross * MARGIN + FIXED).quantize(CENT, ROUND_HALF_UP)
        basic = net - provider
        affiliate = (max(basic, 0) * HALF).quantize(CENT, ROUND_HALF_UP)
        vats(vat)
        nets(net)
        providers(provider)
        basics(basic)
        affiliates(affiliate)
        vendors(basic - affiliate)
    return columns


def floats(gross):
    """The same in floats, rounded at each step: quick, but halves go to the even digit, and not all of them."""
    vat = np.round(gross * (19 / 119), 2)
    net = gross - vat
    provider = np.round(gross * 0.079 + 1, 2)
    basic = net - provider
    affiliate = np.round(np.maximum(basic, 0) * 0.5, 2)
    return dict(zip(FIELDS, (vat, net, provider, basic, affiliate, basic - affiliate), strict=True))


def split_many(prices, **more):
    return money.split_many(gross=prices, **{**SALE, "terms": TERMS, "fields": FIELDS, **more})


def fastest(work, given, rounds=ROUNDS):
    """Seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        made = work(given)
        times.append(time.perf_counter() - start)
        del made
    return min(times)


def main():
    random.seed(24)
    cents = np.array([random.randrange(500, 50_000) for _ in range(SALES)], dtype="int64")
    texts = [f"{price // 100}.{price % 100:02}" for price in cents.tolist()]
    prices = [Decimal(text) for text in texts]
    euros = cents / 100

    exact = split_many(cents)
    by_hand = decimals(prices[:SAMPLE])
    for name, column in by_hand.items():
        assert [int(amount * 100) for amount in column] == list(exact[name][:SAMPLE]), name
    inexact = floats(euros)
    off = sum(int(np.count_nonzero(np.rint(inexact[name] * 100) != np.asarray(exact[name]))) for name in FIELDS)
    del exact, inexact

    ways = {
        "decimal by hand": (lambda given: decimals(given), prices[:SAMPLE], SALES / SAMPLE),
        "NumPy, floats": (floats, euros, 1),
        "split_many, int64 array, 1 thread": (lambda given: split_many(given, threads=1), cents, 1),
        "split_many, int64 array": (split_many, cents, 1),
        "split_many, int64 array, all columns": (lambda given: split_many(given, fields=None), cents, 1),
        "split_many, int64 array, 10 terms": (lambda given: split_many(given, terms=[TERMS] * 10), cents, 1),
        "split_many, list of texts": (split_many, texts, 1),
        "split_many, list of Decimal": (split_many, prices, 1),
    }
    times = {}
    for name, (work, given, scale) in ways.items():
        times[name] = fastest(work, given, 3 if isinstance(given, list) else ROUNDS) * scale
    base, numpy = times["decimal by hand"], times["NumPy, floats"]
    print(f"Splitting {SALES:,} sales into {len(FIELDS)} columns, decimal by hand with {SAMPLE:,} and scaled,")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors\n")
    print(f"{'':38} {'ms':>9} {'decimal':>10} {'NumPy':>8}")
    for name, spent in times.items():
        print(f"{name:38} {spent * 1000:9.1f} {base / spent:8.1f} x {numpy / spent:6.2f} x")
    copied = fastest(lambda given: memoryview(given).tobytes(), cents)
    print(f"\nOf an int64 array, {copied * 1000:.1f} ms are the copy of the prices.")
    print(f"NumPy's floats differ by a cent in {off:,} of {SALES * len(FIELDS):,} figures: they round halves to even.")


if __name__ == "__main__":
    main()
