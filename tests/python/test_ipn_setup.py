"""Connections: made without taking another project's, and examined."""

import json

import pytest

from digistore24 import BadParams, Digistore24, Record, Refused, Unanswered, ipn, read
from loopback import Loopback
from servers import asgi_server, wsgi_server
from test_vectors import vectors

URL = "https://shop.example.org/ipn"


def made(ds, **changes):
    settings = {"ipn_url": URL, "name": "Course shop", "domain_id": "course-shop-1f903c77a20e5bd4", "sha_passphrase": "pw"}
    return ipn.connect(ds, **{**settings, **changes})


def words(findings):
    return [finding.word for finding in findings]


def test_a_domain_id_is_never_the_same():
    ids = {ipn.domain_id("Course Shop") for _ in range(100)}
    assert len(ids) == 100
    assert all(one.startswith("course-shop-") for one in ids)
    with pytest.raises(ValueError, match="project"):
        ipn.domain_id("…")


def test_a_connection_is_made_and_renewed(ds):
    assert isinstance(made(ds), Record)
    first, second = (ds.create_product(data={"name": name}).product_id for name in ("Sky", "Sea"))
    made(ds, product_ids=[int(first), second])
    assert ds.ipn_info(domain_id="course-shop-1f903c77a20e5bd4").product_ids == [first, second]


def test_the_connection_of_another_project_is_left_alone(ds):
    made(ds)
    with pytest.raises(BadParams, match="nothing was changed.*shop.example.org"):
        made(ds, ipn_url="https://forum.example.org/ipn")
    assert ds.ipn_info(domain_id="course-shop-1f903c77a20e5bd4").ipn_url == URL
    made(ds, ipn_url="https://forum.example.org/ipn", formerly=[URL])
    assert ds.ipn_info(domain_id="course-shop-1f903c77a20e5bd4").ipn_url == "https://forum.example.org/ipn"


def test_what_cannot_be_sent_is_told_before_anything_is_asked(recorded, recorder):
    with pytest.raises(BadParams, match="sha_passphrase"):
        made(recorded, sha_passphrase="x" * 64)
    with pytest.raises(BadParams, match="domain_id"):
        made(recorded, domain_id="")
    assert recorder.requests == []
    with pytest.raises(TypeError):
        made("123-key")


def test_the_end_is_what_the_last_call_came_to(sandbox):
    with pytest.raises(Refused) as refused:
        made(Digistore24("1234567-ExampleKeyOfNobody", send=sandbox.send))
    assert (refused.value.function, refused.value.code) == ("ipnInfo", 2)

    def cut(request):
        if request.url.endswith("/ipnSetup"):
            raise OSError("cut off")
        return sandbox.send(request)

    with pytest.raises(Unanswered, match="cut off") as silent:
        made(Digistore24(sandbox.api_key, send=cut))
    assert (silent.value.function, silent.value.maybe_done) == ("ipnSetup", False)
    assert isinstance(silent.value.__cause__, OSError)
    answer = made(Digistore24(sandbox.api_key, send=sandbox.send))
    assert answer.created is True and json.loads(answer._raw)["created"] == "Y"


@pytest.mark.parametrize("serving", [wsgi_server, asgi_server])
def test_our_own_handlers_are_in_good_health(serving):
    handler = {wsgi_server: ipn.wsgi, asgi_server: ipn.asgi}[serving](passphrase="pw", on=print)
    with serving(handler) as port:
        findings = ipn.doctor(f"http://127.0.0.1:{port}/ipn", passphrase="pw")
        # What is left is that this is a test.
        assert words(findings) == ["not_https", "private_host", "port"]
        assert [str(finding).split(":")[0] for finding in findings] == ["error", "error", "warning"]
        refused = ipn.doctor(f"http://127.0.0.1:{port}/ipn", passphrase="another")
        assert "test_refused" in words(refused)


def found(reply, **more):
    with Loopback(reply) as server:
        return words(ipn.doctor(server.base_url, **more))


def test_a_sick_endpoint_is_diagnosed():
    always = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"
    moved = b"HTTP/1.1 301 Moved\r\nLocation: https://www.example.org/\r\nContent-Length: 0\r\n\r\n"
    asked = []
    found(lambda request: asked.append(request) or always)
    assert [request.line.split()[0] for request in asked] == ["GET"]
    assert asked[0].body == b"" and not {"content-type", "content-length", "x-ds-api-key"} & set(asked[0].headers)
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    assert "accepts_forgeries" in found(always, passphrase="pw")
    assert "accepts_forgeries" not in found(always)
    assert found(moved, passphrase="pw").count("redirect") == 1
    assert "get_refused" in found(missing)
    assert "unreachable" in words(ipn.doctor("http://127.0.0.1:9/ipn", timeout=2))


def test_a_connection_is_compared_with_what_it_should_be(ds):
    product = ds.create_product(data={"name": "Sky"}).product_id
    made(ds, product_ids=[product], transactions=["payment"])
    findings = ipn.doctor(
        "https://127.0.0.1:9/ipn", ds, domain_id="course-shop-1f903c77a20e5bd4", product_ids=[product, 43], timeout=1
    )
    assert {"another_address", "products_missing", "events_missing"} <= set(words(findings))
    record = ds.ipn_info(domain_id="course-shop-1f903c77a20e5bd4")
    assert "products_missing" not in words(ipn.doctor("https://127.0.0.1:9/ipn", record, product_ids=[product], timeout=1))
    assert all(finding.message and repr(finding).startswith("<") for finding in findings)
    with pytest.raises(ValueError, match="domain_id"):
        ipn.doctor("https://127.0.0.1:9/ipn", ds)
    with pytest.raises(TypeError, match="connection"):
        ipn.doctor("https://127.0.0.1:9/ipn", "ds")


def test_what_makes_no_sense_is_told_before_anything_is_asked():
    with pytest.raises(BadParams, match="timeout: .*; send: "):
        ipn.doctor(URL, timeout=0, send="me")


def test_there_are_vectors():
    assert len(vectors("doctor").args[1]) >= 105


class Endpoint:
    """Answers as a vector says, and like a good endpoint where it says nothing."""

    def __init__(self, vector):
        self.vector = vector
        self.sent = []

    def __call__(self, request):
        assert request.url == self.vector.get("address", URL)
        self.sent.append(request.method)
        if request.method == "GET":
            assert (request.headers, request.body) == ({}, b"")
            which, usual = "get", {"status": 200, "body": "OK"}
        else:
            assert request.headers == {"Content-Type": "application/x-www-form-urlencoded"}
            try:
                assert ipn.verify(request.body, self.vector["passphrase"]).kind == "connection_test"
                which, usual = "test", {"status": 200, "body": "OK"}
            except ipn.Rejected as rejected:
                which, usual = "forged", {"status": 403, "body": rejected.reason}
        answer = self.vector.get(which, usual)
        if answer["status"] == 0:
            raise OSError("no such host")
        headers = {"Location": answer["location"]} if "location" in answer else {}
        return answer["status"], headers, answer.get("body", "")


@vectors("doctor")
def test_what_a_doctor_finds(vector):
    more = {"domain_id": "course-shop-1f903c77a20e5bd4", **vector.get("plan", {})}
    if "connection" in vector:
        stored = json.dumps({"api_version": "1.2", "result": "success", "data": vector["connection"]})
        more["connection"] = read("ipnInfo", stored)
    endpoint = Endpoint(vector)
    findings = ipn.doctor(vector.get("address", URL), passphrase=vector.get("passphrase"), send=endpoint, **more)
    assert [f"{finding.severity}: {finding.word}" for finding in findings] == vector["found"]
    assert endpoint.sent == vector.get("sent", endpoint.sent)
    assert not any("s3cret" in finding.message for finding in findings)
