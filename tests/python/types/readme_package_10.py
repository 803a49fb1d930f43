from digistore24 import urls

link = urls.parse("https://www.digistore24.com/redir/220831/MaxMuster/Spring?x=1&x=2")
print(link["type"], link["trusted"], link["query"])
print(urls.product(product_id=548372, voucher="SPRING", plan=2)["url"])

plan = {"first_amount": "1.00", "other_amounts": "19.90", "number_of_installments": 0, "currency": "EUR"}
lint = urls.buy_url({"product_id": 548372, "payment_plan": plan}, starts_on="2026-01-31", payments=2)
for finding in lint["findings"]:
    print(finding["severity"], finding["path"], finding["text"])
