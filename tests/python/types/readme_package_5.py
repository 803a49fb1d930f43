from digistore24 import ipn

def paid(event: ipn.Event) -> ipn.Reply:
    print("paid", event.order_id, "again" if event.seen else "")
    return ipn.Reply().headline("Your course").account(event.email or "", loginurl="https://shop.example.com/login")

application = ipn.wsgi(passphrase="my passphrase", on={"on_payment": paid}, store=set())  # or ipn.asgi(...)
status, headers, answer = ipn.handle(  # or by hand, in any framework
    "POST", {}, ipn.signed_body({"event": "on_payment"}, "my passphrase").encode(), passphrase="my passphrase", on=paid
)
print(status, answer)
