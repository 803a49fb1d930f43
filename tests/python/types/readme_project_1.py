from digistore24 import Digistore24, Sandbox

sandbox = Sandbox()
ds = Digistore24(sandbox.api_key, send=sandbox.send)   # for the real service: Digistore24("your key")
answer = ds.list_purchases(from_="-60d")
for purchase in answer.purchase_list:
    print(purchase.id, purchase.amount, purchase.created_at)
