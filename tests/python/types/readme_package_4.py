from digistore24 import ipn

# As the service would send it; in a server it is the body of the request, unparsed.
body = ipn.signed_body({"event": "on_payment", "order_id": "A3NXHEHF", "amount_brutto": "59.50"}, "my passphrase")

event = ipn.verify(body, "my passphrase")  # raises ipn.Rejected; its .reason is one word
print(event.kind, event.order_id, event.amount_brutto)

access = ipn.Access()  # of one order, or of all of them
access.feed(event)
for item in access.items():
    print(item.state, item)
