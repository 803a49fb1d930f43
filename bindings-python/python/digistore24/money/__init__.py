"""Who gets how much of a sale, to the cent, and why.

    from digistore24 import money

    split = money.split(gross="100.00", currency="EUR", vat_rate="19", affiliate_rate="50")
    print(split.amount_vendor)
    print(split.explain())

`schedule` lists the payments of a plan, `reserve` tells what of each share is held back, `refund` gives money back, and
`forecast` tells who is paid out how much and when. `reconcile` compares what was booked with what was agreed, and
`infer_tariff` finds the tariff behind it. `split_many` splits columns of payments at once. Amounts and percentages are
texts, `Decimal` or whole numbers, never a `float`.
"""

from ._functions import Split, forecast, infer_tariff, reconcile, refund, reserve, schedule, split, split_many

__all__ = ["Split", "forecast", "infer_tariff", "reconcile", "refund", "reserve", "schedule", "split", "split_many"]
