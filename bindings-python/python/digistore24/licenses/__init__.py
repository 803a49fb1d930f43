"""Licence keys: their shape, the check with the service, and receipts that hold without it.

    from digistore24 import licenses

    validation = licenses.validate(ds, purchase_id="JK92LM34", license_key=key)
    if validation["verdict"] == "valid":
        receipt = licenses.sign(validation, private_key=private_key, machine=machine)["receipt"]

    checked = licenses.check(receipt, public_keys=public_key, product_ids=515153, machine=machine)
    print(checked["verdict"], checked["days_left"])

`validate` and `sign` belong on the vendor's server, `check` into the vendor's program, which holds nothing but the
public key. `new_keys` makes both, once. `shape` looks at a key that somebody typed.
"""

from .._native import licenses as _licenses

__all__ = ["Keys", "check", "new_keys", "public_key", "shape", "sign", "validate", "verdict"]

check = _licenses.check
public_key = _licenses.public_key
shape = _licenses.shape
sign = _licenses.sign
validate = _licenses.validate
verdict = _licenses.verdict


class Keys:
    """A pair of keys. The private one shows in no log, and in no pickle."""

    __slots__ = ("_private_key", "public_key")

    def __init__(self, private_key, public_key):
        self._private_key = private_key
        self.public_key = public_key

    @property
    def private_key(self):
        """Signs receipts. Keep it on the server, never in a program."""
        return self._private_key

    def __repr__(self):
        return f"<Keys: {self.public_key}>"

    def __reduce__(self):
        raise TypeError("keys cannot be pickled or copied: keep the text of private_key where only the server can read it")


def new_keys():
    """Makes a pair of keys, once for each vendor, with the randomness of the operating system."""
    import os

    return Keys(*_licenses.keys(os.urandom(32).hex()))
