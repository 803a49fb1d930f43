"""Discount codes and value vouchers: whether a code applies, and what is left to pay.

    from digistore24 import vouchers

    code = ds.get_voucher(code="AUTUMN20").coupon
    checked = vouchers.check(code, product_id=42, plan={"first_amount": "49.90", "currency": "EUR"})
    print(checked["verdict"], checked["prices"]["first"]["amount"])

`check` tells whether a discount code applies and what is then to be paid, `create` and `update` prepare one without
contradictions, `created` reads what came of it. `coupon` reads what the service says of a value voucher. What the documents
of the service leave open is said to be undecided.
"""

from ._native import vouchers as _vouchers

check = _vouchers.check
coupon = _vouchers.coupon
create = _vouchers.create
created = _vouchers.created
update = _vouchers.update

__all__ = ["check", "coupon", "create", "created", "update"]
