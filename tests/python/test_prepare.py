"""Calls for people with an HTTP client of their own."""

import http.client
from urllib.parse import urlsplit

import pytest

from conftest import KEY
from digistore24 import BadParams, Digistore24, Done, Refused, Send, Unanswered, Wait

DS = Digistore24(KEY, language="de_DE", operator="ada")


def carry(call):
    """The whole of what such a client has to do."""
    while True:
        match call.step():
            case Send(method, url, headers, body):
                address = urlsplit(url)
                connection = http.client.HTTPConnection(address.netloc)
                connection.request(method, address.path, body, headers)
                response = connection.getresponse()
                call.answer(status=response.status, body=response.read(), headers=response.getheaders())
                connection.close()
            case Wait(seconds):
                pytest.fail(f"nothing to wait for {seconds} s")
            case Done(value):
                return value


def test_a_call_carried_by_another_http_client(sandbox):
    with sandbox.serve() as server:
        ds = Digistore24(sandbox.api_key, base_url=server.base_url)
        assert carry(ds.prepare("getUserInfo")) == ds.get_user_info()


def test_what_there_is_to_send():
    call = DS.prepare("listPurchases", from_="-3d")
    assert call.function == "listPurchases"
    request = call.step()
    assert (request.method, request.url) == ("POST", "https://www.digistore24.com/api/call/listPurchases")
    assert request.body == b"from=-3d&language=de&operator=ada"
    assert request.headers == {
        "X-DS-API-KEY": KEY,
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
    }
    assert KEY not in request.url and KEY.encode() not in request.body
    assert call.step().body == request.body


def test_an_answer_and_one_nobody_asked_for():
    call = DS.prepare("ping")
    call.step()
    call.answer(status=200, body='{"api_version":"1.2","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}')
    call.answer(status=500, body=b"")
    done = call.step()
    assert isinstance(done, Done)
    assert done.value.server_time.year == 2026
    assert "server_time" in repr(done)


def test_a_refusal_is_raised_by_the_next_step():
    call = DS.prepare("ping")
    call.step()
    call.answer(status=200, body=b'{"api_version":"1.2","result":"error","code":2,"message":"no"}', headers={"a": "b"})
    for _ in range(2):
        with pytest.raises(Refused):
            call.step()


def test_bad_parameters_are_raised_by_the_first_step():
    with pytest.raises(BadParams):
        DS.prepare("listPurchases", page_no="x").step()


@pytest.mark.parametrize(
    ("function", "sent", "maybe_done"),
    [("ping", True, False), ("ping", False, False), ("deleteVoucher", False, False), ("refundPurchase", True, True)],
)
def test_a_failure_says_whether_the_call_may_have_taken_effect(function, sent, maybe_done):
    ds = DS.with_options(retries=0)
    call = ds.prepare(function, **{} if function == "ping" else {name(function): "X"})
    call.step()
    call.fail("the cable is cut", sent=sent)
    with pytest.raises(Unanswered, match="the cable is cut") as caught:
        call.step()
    assert caught.value.maybe_done is maybe_done


def name(function):
    return {"deleteVoucher": "code", "refundPurchase": "purchase_id"}[function]
