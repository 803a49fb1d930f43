"""The fixture `digistore24_sandbox` for pytest, which finds this module by itself.

    def test_a_purchase_gives_access(digistore24_sandbox):
        ds = digistore24_sandbox.client()
        bought = digistore24_sandbox.buy("515151", email="mia@example.com")
        assert ds.get_purchase(purchase_id=bought["purchase_id"])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Sandbox


@pytest.fixture
def digistore24_sandbox() -> Sandbox:
    """A Digistore24 account in memory, a new one for each test. `.client()` gives a client that uses it."""
    # Only now, so that tests that do not ask for it do not wait for it.
    from . import Sandbox

    return Sandbox()
