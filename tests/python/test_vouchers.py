"""Discount codes and value vouchers: with what the client answers, and the host's clock."""

import inspect
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from digistore24 import BadParams, Digistore24, Sandbox, vouchers

PLAN = {"first_amount": Decimal("49.90"), "currency": "EUR"}


def words(said):
    return [one["word"] for one in said]


@pytest.fixture
def ds():
    sandbox = Sandbox()
    return Digistore24(sandbox.api_key, send=sandbox.send)


def test_a_code_of_the_service_is_made_read_held_against_an_order_changed_and_ended(ds):
    end = datetime(2099, 1, 31, tzinfo=timezone.utc)
    prepared = vouchers.create("WINTER", first_rate=20, is_count_limited=True, count_left=2, expires_at=end)
    assert prepared["notes"] == []
    made = vouchers.created(ds.create_voucher(**prepared["parameters"]))
    assert made["id"].isdigit()
    assert made["code"] == "WINTER"

    record = ds.get_voucher(code="WINTER").coupon
    checked = vouchers.check(record, product_id=1, plan=PLAN, code="WINTER")
    assert (checked["verdict"], checked["reasons"]) == ("applies", [])
    assert checked["prices"]["first"]["amount"] == Decimal("39.92")
    assert checked["prices"]["first"]["exact"] is True
    assert "count_of_snapshot" in words(checked["notes"])
    [row] = [row for row in ds.list_vouchers().coupons if row.code == "WINTER"]
    assert vouchers.check(row, product_id="1", plan=PLAN)["prices"] == checked["prices"]

    ds.update_voucher(**vouchers.update(made["id"], count_left=0, remove=["expires_at"])["parameters"])
    ended = ds.get_voucher(code="WINTER").coupon
    assert ended.expires_at is None
    assert words(vouchers.check(ended)["reasons"]) == ["used_up"]


def test_the_moment_is_that_of_the_hosts_clock_unless_it_is_given():
    record = {"product_ids": "all", "is_count_limited": "N", "expires_at": "2026-10-05 12:00:00"}
    today = datetime.now(timezone.utc)
    assert vouchers.check({**record, "expires_at": today + timedelta(days=2)})["verdict"] == "applies"
    assert vouchers.check({**record, "expires_at": today - timedelta(days=2)}, now=None)["verdict"] == "does_not_apply"
    close = datetime(2026, 10, 5, 9, 59, 0, 999, tzinfo=timezone.utc)
    assert words(vouchers.check(record, now=close)["reasons"]) == ["zone_unknown"]
    assert vouchers.check(record, now=close, zone="Europe/Berlin")["verdict"] == "applies"
    with pytest.raises(BadParams, match="time zone"):
        vouchers.check(record, now=datetime(2026, 10, 5))


def test_a_wrong_code_of_a_value_voucher_tells_no_amounts():
    data = {"status": "error", "coupon_id": 69, "currency": "EUR", "amount_left": 100, "is_test_payment": "N"}
    used = vouchers.coupon(data, price="49.90", currency="EUR")
    assert (used["verdict"], used["id_part_was_right"]) == ("unusable", True)
    assert (used["amount_left"], used["payable"]) == (None, None)


def test_floats_are_refused_in_options_and_undecided_in_records():
    with pytest.raises(BadParams, match="cannot hold cents exactly"):
        vouchers.check({}, plan={"first_amount": 49.9, "currency": "EUR"})
    record = {"product_ids": "all", "is_count_limited": "N", "first_rate": 7.9}
    figure = vouchers.check(record, plan=PLAN)["prices"]["first"]
    assert (figure["amount"], words(figure["uncertain"])) == (None, ["discount_unclear"])


@pytest.mark.parametrize("name", vouchers.__all__)
def test_functions_have_signatures_and_documentation(name):
    function = getattr(vouchers, name)
    assert inspect.signature(function).parameters
    assert all(f"`{option}`" in function.__doc__ or option in ("code", "data", "record", "product_ids") or name == "update"
               for option in inspect.signature(function).parameters)
