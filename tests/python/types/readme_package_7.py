from digistore24 import Digistore24, Sandbox, vouchers

sandbox = Sandbox()
ds = Digistore24(sandbox.api_key, send=sandbox.send)
ds.create_voucher(**vouchers.create("WINTER", first_rate="20", expires_at="2099-01-31T00:00:00+01:00")["parameters"])
code = ds.get_voucher(code="WINTER").coupon
assert code is not None
checked = vouchers.check(code, product_id=42, plan={"first_amount": "49.90", "currency": "EUR"})
assert checked["prices"] is not None
print(checked["verdict"], checked["prices"]["first"]["amount"])  # applies 39.92
