from digistore24 import Budget, Digistore24, Sandbox, Unanswered

sandbox = Sandbox()
ds = Digistore24(sandbox.api_key, send=sandbox.send, budget=Budget(5, at_once=10))
purchases = ds.rows("listPurchases", from_="-60d")  # progress=True shows a bar
for purchase in purchases:
    print(purchase.id, purchase.amount)
print(purchases.cursor)  # for ds.rows("listPurchases", from_="-60d", cursor=...), also in another process
try:
    ds.with_options(timeout=5).refund_transaction(transaction_id="90000001")
except Unanswered as lost:
    print(ds.what_became_of(lost))  # done, not done, or it cannot be told; with the evidence
