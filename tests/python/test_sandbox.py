"""The service in memory, in this process and behind a real HTTP server."""

import datetime
import http.client
import inspect
import json
import pydoc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from digistore24 import Digistore24, Forbidden, Refused, Sandbox


def test_three_keys_with_three_permissions(sandbox):
    full, read, developer = (
        Digistore24(key, send=sandbox.send) for key in (sandbox.api_key, sandbox.read_key, sandbox.developer_key)
    )
    assert full.get_user_info().user_name == read.get_user_info().user_name
    full.create_voucher(data={"code": "SPRING", "first_rate": 10})
    # Of the first one it is known since it was asked.
    for powerless, error in ((read, Forbidden), (developer, Refused)):
        with pytest.raises(error):
            powerless.create_voucher(data={"code": "SUMMER", "first_rate": 10})
    with pytest.raises(Refused):
        Digistore24("1-Stranger", send=sandbox.send).ping()


def test_what_is_created_is_there_afterwards_and_in_no_other_sandbox(ds):
    ds.create_voucher(data={"code": "SPRING", "first_rate": Decimal("12.5")})
    assert ds.get_voucher(code="SPRING").coupon.first_rate == Decimal("12.5")
    with pytest.raises(Refused):
        other = Sandbox()
        Digistore24(other.api_key, send=other.send).get_voucher(code="SPRING")


def test_the_clock_moves_when_told(sandbox, ds):
    before = ds.ping().server_time
    sandbox.advance(90)
    assert ds.ping().server_time - before == datetime.timedelta(seconds=90)
    with pytest.raises(ValueError, match="seconds: expected seconds from 0"):
        sandbox.advance(-1)


def test_a_key_is_asked_for_approved_and_handed_out_once(sandbox):
    developer = Digistore24(sandbox.developer_key, send=sandbox.send)
    asked = developer.request_api_key(
        permissions="writable", return_url="https://shop.example.com/back", site_url="https://shop.example.com"
    )
    assert developer.retrieve_api_key(token=asked.request_token).request_status == "pending"
    assert sandbox.approve(asked.request_token) is True
    answer = developer.retrieve_api_key(token=asked.request_token)
    assert Digistore24(answer.api_key, send=sandbox.send).ping()
    assert answer.api_key not in repr(answer) + str(answer) + answer._repr_html_()
    assert sandbox.approve("unknown") is False and sandbox.decline("unknown") is False


def test_any_http_client_can_talk_to_it(sandbox):
    with sandbox.serve() as server:
        request = Request(server.base_url + "/getUserInfo", data=b"", headers={"X-DS-API-KEY": server.api_key})
        with urlopen(request) as response:
            answer = json.load(response)
    assert answer["result"] == "success"
    assert answer["data"]["user_name"] == "ada"


def test_the_server_behaves_like_one(sandbox):
    with sandbox.serve() as server:
        connection = http.client.HTTPConnection(server.base_url.split("/")[2])
        methods = [(method, "/api/call/ping", 405) for method in ("PUT", "PATCH", "DELETE", "ANY")]
        for method, path, status in [("POST", "/elsewhere", 404), *methods] * 2:
            connection.request(method, path, body=b"x=1", headers={"X-DS-API-KEY": server.api_key})
            response = connection.getresponse()
            response.read()
            assert response.status == status
        connection.putrequest("POST", "/api/call/ping")
        connection.endheaders()
        assert connection.getresponse().status == 411
        connection.close()


@pytest.mark.parametrize(
    ("length", "status"),
    [("abc", 400), ("-1", 400), ("+1", 400), ("", 400), ("٣", 400), ("9" * 12, 413), ("9" * 9999, 413), ("00", 200)],
)
def test_a_length_that_cannot_be_is_refused_at_once(sandbox, length, status):
    with sandbox.serve() as server:
        connection = http.client.HTTPConnection(server.base_url.split("/")[2], timeout=5)
        connection.putrequest("POST", "/api/call/ping")
        connection.putheader("Content-Length", length.encode())
        connection.putheader("X-DS-API-KEY", server.api_key)
        connection.endheaders()
        assert connection.getresponse().status == status
        connection.close()


def test_the_server_stops(sandbox):
    with sandbox.serve() as server:
        assert server.base_url in repr(server)
    with pytest.raises(URLError):
        urlopen(server.base_url, timeout=2)


def test_many_threads_use_one_server(sandbox):
    with sandbox.serve() as server, ThreadPoolExecutor(8) as pool:
        ds = Digistore24(server.api_key, base_url=server.base_url)
        codes = [f"CODE{number}" for number in range(40)]
        list(pool.map(lambda code: ds.create_voucher(data={"code": code, "first_rate": 5}), codes))
        assert all(pool.map(lambda code: ds.get_voucher(code=code).coupon.code == code, codes))


def test_a_request_taken_apart_by_hand(sandbox):
    headers = {"X-DS-API-KEY": sandbox.api_key, "Content-Length": "0"}
    status, answered, body = sandbox.handle("POST", "/api/call/ping", headers, b"")
    assert status == 200
    assert isinstance(answered, dict) and isinstance(body, bytes)
    assert json.loads(body)["result"] == "success"
    assert sandbox.handle("POST", "/api/call/ping")[0] == 411
    assert Sandbox.knows("ping") and not Sandbox.knows("noSuchFunction")


def test_every_method_has_a_signature(ds):
    text = str(inspect.signature(ds.list_purchases))
    assert text.startswith("(*, from_=None, to=None, search=None, ") and text.endswith(", operator=None)")
    assert str(inspect.signature(Digistore24.get_voucher)) == "(self, *, code, language=None, operator=None)"
    assert str(inspect.signature(ds.create_addon)).endswith(", **params)")
    assert "list_purchases(*, from_=None" in pydoc.render_doc(ds.list_purchases, renderer=pydoc.plaintext)


def test_an_import_brings_in_nothing_heavy():
    code = "import sys; had = {*sys.modules}; import digistore24; print(*sys.modules.keys() - had)"
    brought = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    assert "digistore24._native" in brought
    assert not {"inspect", "decimal", "http.server"} & set(brought)


def test_every_function_is_a_method_with_a_docstring_and_is_answered(ds):
    import digistore24._native as native

    functions = native.functions()
    assert len(functions) == 144
    assert len({method for _, method, _ in functions}) == 144
    for name, method, doc in functions:
        bound = getattr(ds, method)
        assert method.isidentifier()
        assert bound.__doc__ == doc and name in doc
    assert "from_: Start of the period" in ds.list_purchases.__doc__
    for method in ("validate_eticket", "list_payment_plans", "product_id_legal_requirements", "deliverable_types"):
        assert callable(getattr(ds, method))
