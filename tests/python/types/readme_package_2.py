from digistore24 import Sandbox, ipn

sandbox = Sandbox()
sandbox.connect("http://127.0.0.1:3000/ipn", passphrase="Kranich")
order = sandbox.buy("515152", email="mia@example.com")["purchase_id"]
sandbox.advance(days=31)
sandbox.cancel(order)
for delivery in sandbox.drain():
    print(ipn.verify(delivery["body"], "Kranich").event)  # on_payment, ...
print(sandbox.access()[-1]["state"])  # who has access by then
