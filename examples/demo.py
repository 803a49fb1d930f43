"""A launch day in Python, against the sandbox: no key, no network. `demo.rs` and `demo.mjs` tell the same."""

from collections import Counter, defaultdict
from typing import Any

from digistore24 import Sandbox
from digistore24.ipn import Access, verify
from digistore24.money import reconcile, split

sandbox = Sandbox()
sandbox.connect("https://shop.example.com/ipn", passphrase="Kranich")
day = sandbox.scenario("launch_day", orders=120, seed=24)
print(f"{day['orders']} orders on {day['from']:%Y-%m-%d}, of {day['buyers']} new buyers.", end=" ")
print(f"{day['refunds']} payments go back later.")

access = Access()
kinds: Counter[str] = Counter()
for delivery in sandbox.drain():
    event = verify(delivery["body"], "Kranich")
    kinds[str(event.event)] += 1
    access.feed(event)
items = access.at(day["to"])
open_ = sum(item.state == "active" for item in items)
counted = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
print(f"Signed notifications: {counted}. Of {len(items)} items, {open_} give access.\n")

by_affiliate: defaultdict[str, list[Any]] = defaultdict(list)
for row in sandbox.client().rows("listTransactions", from_=day["from"]):
    by_affiliate[row.affiliate_name or ""].append(row)

first = by_affiliate["malzeit"][0]
sale = split(gross=first.transaction_amount, vat_amount=first.vat_amount, currency="EUR", affiliate_rate="50")
print(sale.explain())
print(f"Booked for the vendor: {first.earned_amount} EUR.\n")

print("Agreed with every affiliate: 40 percent.")
for name, rows in sorted(by_affiliate.items()):
    if name:
        [totals] = reconcile(rows=rows, currency="EUR", affiliate_rate="40")["totals"]
        verdicts = ", ".join(f"{count} {verdict}" for verdict, count in totals["verdicts"].items())
        print(f"  {name:<12} {totals['booked']['amount_affiliate']:>8} EUR  {verdicts}")
