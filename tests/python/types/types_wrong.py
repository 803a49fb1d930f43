"""Wrong calls, each of which type checkers have to refuse: an ignored error that is none fails the check."""

from digistore24 import AsyncDigistore24, BadParams, Digistore24, Record, Sandbox, etickets, ipn, licenses, money, read

ds = Digistore24("123-Example")

Digistore24()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Digistore24("123-Example", "https://example.com")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Digistore24("123-Example", timeout="30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Digistore24("123-Example", send=lambda: None)  # type: ignore[arg-type, misc]  # pyright: ignore[reportArgumentType]

ds.list_purchases("-3d")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ds.list_purchases(form_="-3d")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ds.list_purchases(page_no="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.list_purchases(search={"emial": "x"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.list_purchases(from_=1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.get_voucher()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ds.create_voucher(data={"first_rate": 9.99})  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]
ds.no_such_function()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
ds.call()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ds.prepare("ping").answer(200, b"")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ds.prepare("ping").fail("no route")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

ds.get_user_info().user_nmae  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
ds.get_user_info().user_name = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

Sandbox().buy("515151", colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Sandbox().fault("fire")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Sandbox().advance("60")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
read("ping", None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
read("ping", "", 200)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

event = ipn.verify(b"", "passphrase")
event.order_di  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
event.order_id = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
ipn.verify(b"")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ipn.verify(b"", None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ipn.Access().feed(ipn.read_unsigned(b""))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ipn.Reply().line("Key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ipn.sign({"order_item_id": 77}, "passphrase")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

money.split("100", currency="EUR")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
money.split(gross=29.75, currency="EUR")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
money.split(gross="100")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
money.split(gross="100", currency="EUR", affiliate_rat="50")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
money.split(gross="100", currency="EUR", tie="odd")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
money.split(gross="1", currency="EUR", partners=[{"name": "Lena"}])  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]
money.refund("100")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
money.reserve({"gross": "1", "currency": "EUR"})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def word(event: ipn.Event) -> str:
    return "OK"


async def later(event: ipn.Event) -> None:
    print(event)


ipn.wsgi(passphrase="x", on=word)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ipn.wsgi(passphrase="x", on=later)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ipn.asgi(passphrase="x", on=word)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ipn.asgi(on=later)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
licenses.check("", public_keys="")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
licenses.sign({}, private_key=b"")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
licenses.new_keys().private_key = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
money.split_many(gross=[29.75], currency="EUR")  # type: ignore[list-item]  # pyright: ignore[reportCallIssue, reportArgumentType]
money.split_many(gross=["29.75"])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
ipn.wsgi(passphrase="x", on=print, store=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def assign(record: Record, error: BadParams) -> int:
    record["x"] = 5  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
    return error.problems  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def coming_to_a_key(ds: Digistore24) -> None:
    from digistore24 import keys

    keys.request(ds)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    keys.collect(ds, 3141593)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    keys.collect(ds, "x").granted.api_key  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def waiting_for_what_is_awaited(ds: AsyncDigistore24, door: etickets.DoorList) -> None:
    door.sync(ds)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    licenses.validate(ds, purchase_id="x", license_key="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
