"""The signature check beside an independent one of a few lines over hashlib, on thousands of generated bodies."""

import hashlib
import random
from urllib.parse import quote_from_bytes, unquote_to_bytes

import pytest

from digistore24 import ipn

CASES = 6000
SIGNATURES = (b"sha_sign", b"SHASIGN")


def digest(params, passphrase, spelt=bytes):
    """The algorithm: what is signed, in the order of the names' bytes, each pair followed by the passphrase."""
    signed = sorted((name, value) for name, value in params if value and name not in SIGNATURES)
    pairs = sorted(((spelt(name), value) for name, value in signed), key=lambda pair: pair[0])
    return hashlib.sha512(b"".join(name + b"=" + value + passphrase for name, value in pairs)).hexdigest().upper()


def verdict(body, passphrases):
    """Why a body is refused; `None` when it is not."""
    body = body.removeprefix(b"?")
    if b"=" not in body or body.startswith((b"{", b"<", b"--")):
        return "not_a_form"
    parts = [part.replace(b"+", b" ").partition(b"=") for part in body.split(b"&") if part]
    params = [(unquote_to_bytes(name), unquote_to_bytes(value)) for name, _, value in parts]
    if len(dict(params)) < len(params):
        return "repeated_name"
    given = next((dict(params)[name] for name in SIGNATURES if dict(params).get(name)), None)
    if given is None:
        return "no_signature"
    if given == b"no_signature_passphrase_provided":
        return "unsigned"
    if not any(value for name, value in params if name not in SIGNATURES):
        return "wrong_signature"  # it would be that of the empty text, which anybody can make
    right = {digest(params, passphrase, spelt) for passphrase in passphrases for spelt in (bytes, bytes.upper)}
    if given.upper().decode("latin-1") not in right:
        return "wrong_signature"
    return "ambiguous_name" if any(b"=" in name and value for name, value in params) else None


NAMES = """event order_id order_item_id product_id product_id_2 product_id_10 tag tags tag_2 address_street address_street2
address_street_name placeholder_TITLE Placeholder_title PLACEHOLDER_TITLE custom email items sha_Sign shasign""".split()
ODD_NAMES = ["a[b]", "a[]", "größe", "\U0001f600", "\uffee", "a.b", "a b", "a=b", "", "ſha_sign", "SHA_SIGN", "no", "%41"]
VALUES = ["0", "00", "0.00", " ", "N", "null", "false", "on_payment", "Amselweg 12", "Zoë & Söhne", "a+b=c&d", "\r\n", "&amp;"]
ODD_VALUES = ["", "", "\U0001f600", "e\u0301", "\u00e9", "\0", "%", "%4", "%zz", "https://shop.example.com/?a=b&c=d", "x" * 300]
PASSPHRASES = ["Kranich-Passphrase-2026", "grün&Straße=7", "0", " ", "a=b"]


def encoded(chance, text):
    """One of the forms in which senders write a name or a value."""
    way = chance.randrange(5)
    if way == 0:
        return quote_from_bytes(text, safe="").encode()
    if way == 1:
        return quote_from_bytes(text, safe="").lower().encode() if text.isascii() and text.islower() else escapes(text)
    if way == 2:
        return quote_from_bytes(text, safe=" []%^~*").replace("%", "%25").replace("%25", "%").replace(" ", "+").encode()
    if way == 3:
        return escapes(text)
    return text.translate(None, b"&") if chance.random() < 0.3 else quote_from_bytes(text, safe="._-").encode()


def escapes(text):
    return b"".join(b"%%%02x" % byte for byte in text)


def generated(chance):
    """A body and the passphrases it is checked with: mostly right, often wrong in one place."""
    some = chance.sample(NAMES, chance.randrange(1, 9)) + chance.sample(ODD_NAMES, chance.choice([0, 0, 1, 2]))
    stray = [bytes(chance.randrange(256) for _ in range(chance.randrange(1, 12))) for _ in range(3)]
    texts = [value.encode() for value in chance.choices(VALUES + ODD_VALUES, k=len(some))]
    params = [(name.encode(), chance.choice(stray) if chance.random() < 0.1 else text) for name, text in zip(some, texts)]
    if chance.random() < 0.05:
        params.append((chance.choice(stray), b"1"))
    secret = chance.choice(PASSPHRASES)
    parts = [(encoded(chance, name), encoded(chance, value)) for name, value in params]
    heard = [(decoded(name), decoded(value)) for name, value in parts]
    spelt = bytes.upper if chance.random() < 0.15 else bytes
    signature = digest(heard, secret.encode(), spelt).encode()
    signature = chance.choice([signature] * 12 + [signature.lower(), b"", b"0" * 128, signature[:-1], signature + b"\xff"])
    if chance.random() < 0.02:
        signature = b"no_signature_passphrase_provided"
    parts.append((chance.choice([b"sha_sign"] * 9 + [b"SHASIGN", b"sha%5Fsign"]), signature))
    if chance.random() < 0.1:
        parts.append(chance.choice([*parts, (b"SHASIGN", b"1"), (b"SHASIGN", b""), (b"extra", b""), (b"extra", b"1")]))
    chance.shuffle(parts)
    body = chance.choice([b"&"] * 9 + [b"&&"]).join(name + b"=" + value for name, value in parts)
    if chance.random() < 0.05:
        body = chance.choice([b"?" + body, b"{" + body, body + b"&", body + b"&flag", body.replace(b"=", b"")])
    if chance.random() < 0.05:
        at = chance.randrange(len(body))
        body = body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
    return body, chance.choice([[secret], [secret], ["another", secret], ["another"]])


def decoded(text):
    return unquote_to_bytes(text.replace(b"+", b" "))


def reason(body, passphrases):
    try:
        ipn.verify(body, passphrases)
    except ipn.Rejected as rejected:
        return rejected.reason
    return None


def test_both_say_the_same_about_thousands_of_bodies():
    chance = random.Random(20261005)
    met = {}
    bodies = [generated(chance) for _ in range(CASES)]
    for body, passphrases in bodies:
        want = verdict(body, [passphrase.encode() for passphrase in passphrases])
        assert reason(body, passphrases) == want, (body, passphrases)
        met[want] = met.get(want, 0) + 1
    # None of the verdicts is a rarity, so that agreement means something.
    assert met.pop(None) > CASES / 4
    assert met.pop("wrong_signature") > CASES / 10
    assert set(met) == {"no_signature", "unsigned", "not_a_form", "repeated_name", "ambiguous_name"}
    assert min(met.values()) >= 20


def test_both_make_the_same_signature():
    chance = random.Random(8)
    for _ in range(CASES):
        names = chance.sample(NAMES + ODD_NAMES, chance.randrange(1, 12)) + ["sha_sign"]
        params = [(name, chance.choice(VALUES + ODD_VALUES)) for name in names]
        passphrase = chance.choice(PASSPHRASES)
        want = digest([(name.encode(), value.encode()) for name, value in params], passphrase.encode())
        assert ipn.sign(params, passphrase) == ipn.sign(dict(params), passphrase) == want


PARAMS = {"event": "on_payment", "order_id": "A3NXHEHF", "amount_brutto": "59.50", "custom": "", "tag": "0"}


def test_every_change_of_one_byte_that_changes_the_meaning_is_refused():
    passphrase = "Kranich-Passphrase-2026"
    body = ipn.signed_body(PARAMS, passphrase).encode()
    meant = ipn.verify(body, passphrase).to_dict()
    harmless = 0
    for at in range(len(body)):
        for byte in range(256):
            changed = body[:at] + bytes([byte]) + body[at + 1 :]
            try:
                event = ipn.verify(changed, passphrase)
            except ipn.Rejected:
                continue
            assert event.to_dict() == meant, changed
            harmless += 1
    # Hex digits of the other case, the name of an empty parameter, and the bytes as they are.
    assert len(body) < harmless < 3 * len(body) + 256 * len("custom")


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("extra=1", "wrong_signature"),
        ("a[b]=1", "wrong_signature"),
        ("a[]=1", "wrong_signature"),
        ("order_id=OTHER", "repeated_name"),
        ("order%5Fid=OTHER", "repeated_name"),
        ("order_id=", "repeated_name"),
        ("Order_id=OTHER", "wrong_signature"),
        ("sha_sign=1", "repeated_name"),
        ("extra=", None),
        ("SHASIGN=1", None),
    ],
)
def test_what_is_added_is_refused_or_not_part_of_the_event(more, verdict):
    body = ipn.signed_body(PARAMS, "pw")
    for changed in (f"{body}&{more}", f"{more}&{body}"):
        assert reason(changed, "pw") == verdict
        if verdict is None:
            assert ipn.verify(changed, "pw") == ipn.verify(body, "pw")
