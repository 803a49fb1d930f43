"""Answers: mappings and sequences with attributes, that print well."""

import copy
import json
import pickle
import pprint
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from digistore24 import Digistore24, List, Record, read

ROW = {"id": "7FQ", "amount": "29.75", "buyer": {"email": "ada@example.com"}, "items": [{"id": 1, "quantity": "2"}]}


def answer(data, function="listPurchases", **envelope):
    return read(function, json.dumps({"api_version": "1.2", "result": "success", **envelope, "data": data}))


@pytest.fixture
def purchase():
    return answer({"purchase_list": [ROW]}).purchase_list[0]


def test_a_record_is_a_mapping(purchase):
    assert isinstance(purchase, Mapping)
    assert list(purchase) == list(purchase.keys()) == ["id", "amount", "buyer", "items"]
    assert len(purchase) == 4
    assert "amount" in purchase and "nothing" not in purchase and 5 not in purchase
    assert purchase["amount"] == purchase.get("amount") == Decimal("29.75")
    assert purchase.get("nothing") is None and purchase.get("nothing", 7) == 7
    assert dict(purchase) == {**purchase} == dict(purchase.items())
    assert list(purchase.values())[0] == "7FQ"
    match purchase:
        case {"buyer": {"email": email}}:
            assert email == "ada@example.com"
        case _:
            pytest.fail("it does not match")


def test_a_list_is_a_sequence():
    numbers = answer({"list": ["a", "b", "c"]}, "unknown").list
    assert isinstance(numbers, Sequence)
    assert len(numbers) == 3
    assert numbers[0] == "a" and numbers[-1] == "c"
    assert numbers[1:] == ["b", "c"] and numbers[::-1] == ["c", "b", "a"] and numbers[5:] == []
    assert list(numbers) == list(iter(numbers)) == ["a", "b", "c"]
    assert list(reversed(numbers)) == ["c", "b", "a"]
    assert "b" in numbers and numbers.index("b") == 1 and numbers.count("x") == 0
    for wrong in (3, -4, 10**30):
        with pytest.raises((IndexError, TypeError)):
            numbers[wrong]
    with pytest.raises(TypeError, match="whole numbers"):
        numbers["a"]
    match numbers:
        case [first, *_]:
            assert first == "a"
        case _:
            pytest.fail("it does not match")


def test_fields_are_attributes(purchase):
    assert purchase.amount == Decimal("29.75")
    assert purchase.buyer.email == "ada@example.com"
    assert purchase["items"][0].quantity == 2
    assert purchase.items() == dict(purchase).items()


def test_a_documented_field_that_is_absent_is_none_as_an_attribute_and_a_key_error_as_an_item(purchase):
    assert purchase.currency is None
    with pytest.raises(KeyError, match="currency"):
        purchase["currency"]


@pytest.mark.parametrize("data", [{}, {"purchase_list": None}])
def test_a_documented_list_that_is_absent_is_empty_as_an_attribute(data):
    whole = answer(data)
    assert isinstance(whole.purchase_list, List)
    assert whole.purchase_list == [] and whole.purchase_list.to_json() == whole.purchase_list._raw == "[]"
    assert whole.to_dict() == data and whole.get("purchase_list") is None
    if not data:
        with pytest.raises(KeyError, match="purchase_list"):
            whole["purchase_list"]
    assert answer({}, "getPurchase").buyer is None


def test_an_unknown_attribute_suggests_the_likely_one(purchase):
    with pytest.raises(AttributeError, match="no field \"amuont\"; did you mean amount"):
        purchase.amuont
    assert not hasattr(purchase, "_repr_mimebundle_")


def test_completion_offers_the_fields(purchase):
    assert {"amount", "currency", "to_dict"} <= set(dir(purchase))
    assert "amount" in purchase._ipython_key_completions_()


def test_an_unknown_field_survives():
    assert answer({"brand_new": {"deep": [1, "x"]}}).brand_new.deep == [1, "x"]


def test_other_spellings_are_readable():
    group = answer({"product_groups": [{"id": 5}]}, "listProductGroups")
    assert group["items"] == group["product_groups"] == group.product_groups
    assert "items" in group
    plain = group.to_dict()
    assert plain["items"] == plain["product_groups"] == [{"id": "5"}]


def test_equality(purchase):
    same = answer({"purchase_list": [ROW]}).purchase_list
    assert purchase == same[0]
    assert same == [purchase] == [purchase.to_dict()]
    assert purchase == purchase.to_dict() == dict(purchase)
    assert purchase.to_dict() == purchase
    assert purchase != {} and purchase != 5 and same != [] and same != 5
    for unhashable in (purchase, same):
        with pytest.raises(TypeError, match="unhashable"):
            hash(unhashable)


def test_plain_objects():
    whole = answer({"purchase_list": [ROW, {}]})
    assert whole.to_dict() == {
        "purchase_list": [
            {
                "id": "7FQ",
                "amount": Decimal("29.75"),
                "buyer": {"email": "ada@example.com"},
                "items": [{"id": "1", "quantity": 2}],
            },
            {},
        ]
    }
    assert type(whole.to_dict()["purchase_list"][0]) is dict
    assert whole.purchase_list.to_list() == whole.to_dict()["purchase_list"]


def test_an_answer_as_json(purchase):
    tidy = {"id": "7FQ", "amount": "29.75", "buyer": {"email": "ada@example.com"}, "items": [{"id": "1", "quantity": 2}]}
    assert json.loads(purchase.to_json()) == tidy
    assert json.loads(purchase["items"].to_json()) == tidy["items"]
    assert answer({}).to_json() == answer([]).to_json() == answer(None).to_json() == "{}"
    assert answer([], "listCurrencies").to_json() == "[]"


def test_the_text_as_it_came(purchase):
    assert json.loads(purchase._raw) == ROW
    assert json.loads(purchase["items"]._raw) == ROW["items"]


def test_the_envelope_is_on_what_a_call_returns(purchase):
    whole = answer({"purchase_list": []}, current_time="2026-10-05 14:00:00", new_field="x")
    assert whole._envelope.api_version == "1.2"
    assert whole._envelope.current_time.hour == 14
    assert whole._envelope.new_field == "x"
    assert purchase._envelope is None


@pytest.mark.parametrize("body", ['"data":null,', '"data":[],', ""])
def test_an_answer_without_data_is_an_empty_record(body):
    empty = read("getPurchase", '{"api_version":"1.2",' + body + '"result":"success"}')
    assert isinstance(empty, Record)
    assert len(empty) == 0 and empty.to_dict() == {} and empty == {}
    assert empty.amount is None
    assert empty._envelope.result == "success"
    assert pickle.loads(pickle.dumps(empty)) == empty


def test_data_that_is_one_value_is_that_value():
    assert answer("hello", "unknown") == "hello"
    assert answer(5, "unknown") == 5


def test_a_list_as_data_knows_its_envelope():
    currencies = answer([{"code": "EUR"}], "listCurrencies")
    assert isinstance(currencies, List)
    assert currencies[0].code == "EUR"
    assert currencies._envelope.result == "success"
    assert currencies._failure is None


def test_a_failure_inside_a_success_is_visible():
    refund = answer({"status": "refused"}, "refundTransaction")
    assert refund._failure == "status: refused"
    assert answer({"status": "completed"}, "refundTransaction")._failure is None


def test_copies_and_pickles():
    whole = answer({"purchase_list": [ROW]})
    assert copy.copy(whole) is whole and copy.deepcopy(whole) is whole
    again = pickle.loads(pickle.dumps(whole))
    assert again == whole and again._envelope == whole._envelope and repr(again) == repr(whole)
    countries = answer([{"code": "EUR"}], "listCurrencies")
    assert pickle.loads(pickle.dumps(countries)) == countries


def test_what_a_pickle_cannot_keep_is_refused(purchase, recorder):
    with pytest.raises(TypeError, match="to_dict"):
        pickle.dumps(purchase)
    recorder.reply = (200, {}, '{"api_version":"1.2","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}')
    elsewhere = Digistore24("123-Example", zone="UTC", send=recorder).ping()
    with pytest.raises(TypeError, match="reads differently"):
        pickle.dumps(elsewhere)


def test_a_repr_is_one_short_line(purchase):
    assert repr(purchase) == "Purchase(id='7FQ', amount=29.75, buyer=Buyer(…), items=[1 × PurchaseItem])"
    wide = answer({f"field_{number}": "x" * 500 for number in range(100)}, "unknown")
    assert repr(wide).startswith("Record(field_0='xxx") and repr(wide).endswith(" more)")
    many = answer({"list": ["\n'\x1b"] * 1000}, "unknown").list
    for shown in (repr(wide), repr(many)):
        assert len(shown) < 200 and shown.isprintable()


def test_a_list_shows_the_first_fields_of_its_rows():
    rows = answer({"purchase_list": [{**ROW, "id": str(number)} for number in range(50)]}).purchase_list
    shown = repr(rows)
    assert shown.startswith("[Purchase(id='0', amount=29.75, buyer=Buyer(…), …), Purchase(id='1', amount=29.75, ")
    assert shown.endswith(", … 48 more]")
    assert repr(answer({"list": [{"a": 1}, {}]}, "unknown").list) == "[Record(a=1), Record()]"
    secret = answer({"list": [{"api_key": "123-Secret"}]}, "unknown").list
    assert "Secret" not in repr(secret)


def test_a_line_that_is_cut_still_names_the_lists():
    fields = {f"field_{number}": "x" * 30 for number in range(9)}
    whole = answer({**fields, "words": ["a"], "purchase_list": [ROW] * 3, "last": 1})
    shown = repr(whole)
    assert shown.startswith("ListPurchasesAnswer(field_0='xxx")
    assert shown.endswith("', words=[1 value], purchase_list=[3 × Purchase], … 9 more)")
    many = answer({f"list_{number}": [1] for number in range(99)}, "unknown")
    assert len(repr(many)) < 200


def test_printing_shows_one_field_or_row_a_line(purchase, capsys):
    print(purchase)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Purchase"
    assert "  amount  29.75" in lines
    print(answer({"list": list(range(100))}, "unknown").list)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 22 and lines[-1] == "  … 80 more"
    pprint.pprint(purchase)
    assert capsys.readouterr().out.startswith("Purchase(")


def test_tables_for_notebooks_are_escaped_and_short():
    evil = answer({"purchase_list": [{"id": "<script>&\"'"}] * 50}).purchase_list
    for table in (evil._repr_html_(), evil[0]._repr_html_()):
        assert "<script>" not in table
        assert "&lt;script&gt;&amp;&quot;&#39;" in table
        assert table.startswith("<table>")
    assert evil._repr_html_().count("<tr>") == 21
    assert "… and 30 more rows" in evil._repr_html_()
    wide = answer({"list": [{f"field_{number}": 1 for number in range(60)}]}, "unknown").list
    assert "… and 36 more columns" in wide._repr_html_()


def test_nobody_makes_or_changes_an_answer(purchase):
    with pytest.raises(TypeError):
        Record()
    with pytest.raises(AttributeError):
        purchase.amount = 5
    with pytest.raises(TypeError):
        purchase["amount"] = 5
