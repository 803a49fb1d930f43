"""Notebooks, run by a real kernel."""

import base64
import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

SALES = Path(__file__).parents[2] / "examples" / "sales.ipynb"

CELLS = [
    "from digistore24 import Digistore24, Sandbox\n"
    "sandbox = Sandbox()\n"
    "server = sandbox.serve()\n"
    "ds = Digistore24(server.api_key, base_url=server.base_url)\n"
    "ds",
    "ds.get_user_info()",
    "answer = ds.list_transactions(from_='start')\nanswer.transaction_list",
    "answer.transaction_list[0].amount",
    "server.close()",
    "from IPython.core.completer import provisionalcompleter\n"
    "with provisionalcompleter():\n"
    "    print([found.text for found in get_ipython().Completer.completions('ds.list_purchases(pag', 21)])",
]


def test_answers_are_tables_in_a_notebook():
    notebook = new_notebook(cells=[new_code_cell(source) for source in CELLS])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    nbformat.validate(notebook)
    client, me, rows, amount, closed, names = (cell.outputs for cell in notebook.cells)
    assert "Sandbox" not in client[0].data["text/plain"] and "…" in client[0].data["text/plain"]
    assert me[0].data["text/html"].startswith("<table>")
    assert ">ada</td>" in me[0].data["text/html"]
    assert "user_name" in me[0].data["text/plain"]
    assert ">transaction_id</th>" in rows[0].data["text/html"] or ">id</th>" in rows[0].data["text/html"]
    assert amount[0].data["text/plain"].startswith("Decimal('")
    assert closed == []
    assert "page_no=" in names[0].text


def test_a_split_is_a_table_with_its_derivation_in_a_notebook():
    source = (
        "from digistore24 import money\n"
        "money.split(gross='100.00', currency='EUR', vat_rate='19', affiliate_rate='50')"
    )
    notebook = new_notebook(cells=[new_code_cell(source)])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    nbformat.validate(notebook)
    [shown] = notebook.cells[0].outputs
    html = shown.data["text/html"]
    assert html.startswith('<div lang="en"') and html.count("<table") == html.count("</table>") == 1
    assert "75.13 × 50 %" in html and ">Affiliate commission" in html
    assert "<script" not in html and "http" not in html
    assert shown.data["text/plain"].startswith("Split('EUR', amount_brutto=100.00")


def test_the_sales_of_every_month_are_drawn(sandbox, ds, monkeypatch):
    monkeypatch.delenv("DIGISTORE24_KEY", raising=False)
    notebook = nbformat.read(SALES, as_version=4)
    nbformat.validate(notebook)
    assert all(cell.get("outputs", []) == [] for cell in notebook.cells), "kept without what it shows"
    told = "import json; print(json.dumps({m: [str(paid[m]), str(back[m])] for m in months}))"
    notebook.cells.append(new_code_cell(told))
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    chart, sums = notebook.cells[-2].outputs, json.loads(notebook.cells[-1].outputs[0].text)

    [picture] = [base64.b64decode(shown.data["image/png"]) for shown in chart if "image/png" in shown.get("data", {})]
    assert picture.startswith(b"\x89PNG") and len(picture) > 5_000
    # The same story is played again here, and added up without the notebook.
    sandbox.scenario("affiliate_campaign", orders=600)
    wanted = defaultdict(Decimal)
    for row in ds.rows("listTransactions", from_="start", to=ds.ping().server_time):
        wanted[f"{row.created_at:%Y-%m}", row.transaction_amount < 0] += row.transaction_amount
    assert len(sums) == 12
    for month, (paid, back) in sums.items():
        assert (Decimal(paid), Decimal(back)) == (wanted[month, False], wanted[month, True]), month
    assert sum(Decimal(paid) > 0 for paid, _ in sums.values()) >= 11 and any(Decimal(back) < 0 for _, back in sums.values())


def test_the_notebook_is_short():
    lines = [line for cell in nbformat.read(SALES, as_version=4).cells for line in cell.source.splitlines()]
    assert len(lines) <= 60
