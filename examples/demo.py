"""The main job in Python, over real HTTP against the sandbox: no key, no network. `demo.rs` and `demo.mjs` tell the same."""

import json
from pathlib import Path

from digistore24 import DigistoreError, Digistore24, Sandbox, read


def story() -> None:
    sandbox = Sandbox()
    with sandbox.serve() as server:
        ds = Digistore24(sandbox.api_key, base_url=server.base_url)

        me = ds.get_user_info()
        print(f"I am {me.user_name}, account {me.user_id}.")

        product = ds.create_product(data={"name": "Sky & sea"})
        print(f"Product {product.product_id} is made.")

        voucher = ds.create_voucher(data={"code": "SEA10", "first_rate": "10.00"})
        print(f"Voucher {voucher.code} takes 10 % off.")

        buy = ds.create_buy_url(product_id=product.product_id or "", buyer={"email": "ada@example.com"})
        print(f"To be bought at {buy.url}")

        for row in ds.list_transactions(from_="-60d").transaction_list:
            at = row.created_at.isoformat() if row.created_at else ""
            print(f"  {at}  {row.transaction_type:<8} {row.transaction_amount:>8} {row.currency}  {row.purchase_id}")

        license = ds.validate_license_key(
            purchase_id="JK92LM34", license_key="SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"
        )
        print(f"The licence key of {license.purchase_id} is {'valid' if license.is_license_valid else 'not valid'}.")


def samples() -> None:
    """What becomes of stored answers, good and bad."""
    print("\nStored answers:")
    path = Path(__file__).parent.parent / "tests" / "vectors" / "samples.json"
    for sample in json.loads(path.read_text(encoding="utf-8")):
        word, rest = outcome(sample)
        print(f"  {sample['function']:<18} {word:<8} {rest[:88]}")


def outcome(sample: dict[str, str]) -> tuple[str, str]:
    try:
        answer = read(sample["function"], sample["answer"], status=int(sample["status"]))
    except DigistoreError as error:
        return error.kind, str(error)
    return "read", answer._failure or answer.to_json()


story()
samples()
