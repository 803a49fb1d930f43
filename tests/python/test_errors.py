"""What goes wrong, and what never appears in it."""

import pickle
import traceback

import pytest

import digistore24
from conftest import KEY
from digistore24 import BadParams, DigistoreError, Digistore24, Garbled, Refused, Unanswered, read

SECRET = KEY.split("-")[1]


def test_bad_parameters_are_reported_all_at_once(recorded, recorder):
    with pytest.raises(BadParams) as caught:
        recorded.list_purchases(from_="tomorrow", page_no=0, serach={}, page_size=[])
    assert isinstance(caught.value, ValueError)
    assert caught.value.kind == "params"
    assert caught.value.function == "listPurchases"
    problems = dict(caught.value.problems)
    assert set(problems) == {"from", "page_no", "serach", "page_size"}
    assert "did you mean search" in problems["serach"]
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("function", "parameters", "complaint"),
    [
        ("listPurchases", {"page_no": "many"}, "page_no"),
        ("getPurchase", {}, "purchase_id: required"),
        ("getPurchase", {"purchase_id": ""}, "purchase_id: required"),
        ("listPurchases", {"serach": {}}, "did you mean search?"),
        ("listPurchses", {}, "did you mean listPurchases?"),
        ("getPurchase", {"purchase_id": "a\0b"}, "NUL"),
        ("getPurchase", {"purchase_id": "\udc80"}, "lone surrogate"),
        ("createVoucher", {"data": {"code": "x", "first_amount": 9.99}}, "data.first_amount"),
    ],
)
def test_a_senseless_call_is_refused_and_nothing_is_sent(recorded, recorder, function, parameters, complaint):
    with pytest.raises(BadParams) as caught:
        recorded.call(function, **parameters)
    assert complaint in str(caught.value)
    assert recorder.requests == []


def test_too_many_fields_and_odd_names_are_refused(recorded, recorder):
    with pytest.raises(BadParams, match="1500 fields"):
        recorded.raw("anything", x=list(range(1500)))
    for name in ("", "../x", "a b", "a?b", "ü"):
        with pytest.raises(BadParams, match="name of a function"):
            recorded.raw(name)
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"api_key": ""}, "api_key: the key is empty"),
        ({"api_key": KEY + "\n"}, "api_key: the key holds"),
        ({"api_key": KEY + "\udc80"}, "api_key: the key holds"),
        ({"base_url": "http://www.example.com/api/call"}, "expected https"),
        ({"base_url": "www.example.com"}, "base_url"),
        ({"language": "german!"}, "language"),
        ({"operator": "a\0"}, "operator"),
        ({"zone": "Mars"}, "zone"),
        ({"timeout": 0}, "timeout: expected seconds"),
        ({"timeout": -1}, "timeout: expected seconds"),
        ({"timeout": float("nan")}, "timeout: expected seconds"),
        ({"timeout": float("inf")}, "timeout: expected seconds"),
        ({"timeout": "30"}, "timeout: expected seconds above 0, or None for no limit, got a str"),
        ({"timeout": 0, "send": print}, "timeout: expected seconds"),
        ({"api_key": None}, "api_key: expected a text, got None; is the environment variable set?"),
        ({"api_key": KEY.encode()}, "api_key: expected a text, got a bytes"),
        ({"api_key": [KEY]}, "api_key: expected a text, got a list"),
        ({"base_url": b"https://www.example.com"}, "base_url: expected a text, got a bytes"),
        ({"base_url": "https://\udc80.example.com"}, "base_url: expected a text, got a text with a lone surrogate"),
        ({"language": "\udc80"}, "language: expected a text, got a text with a lone surrogate"),
        ({"operator": "\udc80"}, "operator: expected a text, got a text with a lone surrogate"),
        ({"zone": 2}, "zone: expected a text, got the number 2"),
        ({"send": "https"}, "send: expected a callable"),
    ],
)
def test_bad_settings_are_refused(settings, complaint):
    with pytest.raises(BadParams) as caught:
        Digistore24(**{"api_key": KEY, **settings})
    assert complaint in str(caught.value)
    assert caught.value.function == "client"
    assert SECRET not in shown(caught.value)


def test_bad_settings_are_reported_all_at_once():
    with pytest.raises(BadParams) as caught:
        Digistore24(None, base_url="ftp://x", language=5, operator="\udc80", zone="Mars", timeout="30", send=30)
    names = ["api_key", "base_url", "language", "operator", "send", "timeout", "zone"]
    assert sorted(name for name, _ in caught.value.problems) == names
    with pytest.raises(BadParams) as caught:
        Digistore24(None, base_url="http://127.0.0.1:8080/api/call")
    assert [name for name, _ in caught.value.problems] == ["api_key"]


def test_parameters_are_keywords_only(recorded):
    with pytest.raises(TypeError):
        recorded.list_purchases("-3d")


def test_a_refusal_of_the_service():
    with pytest.raises(Refused) as caught:
        read("getPurchase", '{"api_version":"1.2","result":"error","code":4,"message":"Nicht gefunden"}', status=404)
    error = caught.value
    assert (error.kind, error.function, error.code, error.message) == ("refused", "getPurchase", 4, "Nicht gefunden")
    assert error.status == 404
    assert "not found" in str(error)


@pytest.mark.parametrize("body", ["", "<html>Wartung</html>", '{"api_version":"1.2","result":"succ', "[]", b"\xff"])
def test_a_body_that_is_no_answer(body):
    with pytest.raises(Garbled) as caught:
        read("ping", body, status=502)
    assert caught.value.status == 502
    assert caught.value.kind == "garbled"
    assert caught.value.reason
    assert isinstance(caught.value.excerpt, str)


def test_a_body_of_another_type_is_a_type_error():
    for body in (None, 5, {"result": "success"}):
        with pytest.raises(TypeError, match="bytes or str"):
            read("ping", body)
    assert read("ping", bytearray(b'{"api_version":"1.2","result":"success"}')) == {}


def test_every_error_is_a_digistore_error():
    for kind in (BadParams, Refused, Garbled, Unanswered):
        assert issubclass(kind, DigistoreError)
        assert kind("any").maybe_done is False
        assert kind.__module__.startswith("digistore24")


def test_errors_survive_pickling():
    with pytest.raises(Refused) as caught:
        read("getPurchase", '{"api_version":"1.2","result":"error","code":4,"message":"no"}')
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.code, again.function) == (str(caught.value), 4, "getPurchase")


def test_an_exception_of_ones_own_sender_becomes_unanswered_with_its_cause():
    def send(request):
        raise OSError("the cable is cut")

    ds = Digistore24(KEY, send=send)
    with pytest.raises(Unanswered, match="the cable is cut") as caught:
        ds.ping()
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.maybe_done is False
    with pytest.raises(Unanswered) as caught:
        ds.create_voucher(data={"code": "X"})
    assert caught.value.maybe_done is True


def test_an_interruption_of_ones_own_sender_is_no_answer_of_the_service():
    def send(request):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Digistore24(KEY, send=send).ping()


@pytest.mark.parametrize("reply", [None, 200, (200, {}), ("200", {}, b""), (200, {}, None), (200, 5, b"")])
def test_a_sender_that_returns_no_response_may_have_sent_the_request(reply):
    ds = Digistore24(KEY, send=lambda request: reply)
    for call, doubles in ((ds.ping, False), (lambda: ds.refund_purchase(purchase_id="7FQ"), True)):
        with pytest.raises(Unanswered, match="TypeError") as caught:
            call()
        assert isinstance(caught.value.__cause__, TypeError)
        assert caught.value.maybe_done is doubles


def shown(error):
    return repr(error) + str(error) + repr(error.args) + repr(vars(error)) + "".join(traceback.format_exception(error))


def test_the_key_is_nowhere_to_be_read():
    echo = Digistore24(KEY, send=lambda request: (200, {}, f"<p>{request.headers['X-DS-API-KEY']} {SECRET}</p>"))
    with pytest.raises(Garbled) as garbled:
        echo.ping()

    def fail(request):
        raise ValueError("no luck")

    with pytest.raises(Unanswered) as unanswered:
        Digistore24(KEY, send=fail).ping()
    requests = []
    call = echo.prepare("ping")
    requests.append(call.step())
    for place in (repr(echo), str(echo), repr(call), repr(requests), shown(garbled.value), shown(unanswered.value)):
        assert SECRET not in place
    assert "123-" in repr(echo)
    assert not hasattr(echo, "__dict__") or SECRET not in repr(vars(echo))
    with pytest.raises(TypeError):
        pickle.dumps(echo)


def test_the_package_says_its_version():
    assert digistore24.__version__.count(".") == 2
