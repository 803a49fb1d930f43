from digistore24 import Digistore24, Sandbox, licenses

keys = licenses.new_keys()  # once; the private key stays on your server
sandbox = Sandbox()
ds = Digistore24(sandbox.api_key, send=sandbox.send)
key = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"
validation = licenses.validate(ds, purchase_id="JK92LM34", license_key=key)
print(validation["verdict"])  # valid; or not_found, not_paid, unknown
signed = licenses.sign(validation, private_key=keys.private_key, machine="the laptop of Ada")
checked = licenses.check(
    signed["receipt"], public_keys=keys.public_key, product_ids=515153, machine="the laptop of Ada", last_seen=None
)
print(checked["verdict"], checked["days_left"])  # good 37
