from digistore24 import money

split = money.split(gross="100.00", currency="EUR", vat_rate="19", affiliate_rate="50")
print(split.amount_affiliate, split.amount_vendor)  # 37.57 37.56
print(split.explain())  # or explain("de"); in a notebook a split is a table

held = money.reserve(split, paid_on="2026-10-05")
for share in held["shares"]:
    print(share["party"], share["now"], "on", share["clears_on"], "and", share["reserve"], "on", share["reserve_due_on"])

plan = money.schedule(
    first_amount="59.50", other_amounts="29.75", number_of_installments=3, starts_on="2026-01-31", currency="EUR"
)
for payment in plan["payments"]:
    print(payment["due_on"], payment["split"].amount_vendor)
