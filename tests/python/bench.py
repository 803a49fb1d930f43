"""What reading 10,000 rows costs beside `json.loads`: time, and how much memory the process grows by."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROWS = 10_000
FIELDS = 60
ROUNDS = 5


def body():
    """An answer like the one of `listTransactions`: sixty fields a row, each a text, some of them the same in all."""
    known = {"transaction_amount": "59.50", "amount": "119.00", "created_at": "2026-10-05 14:00:00", "is_test_mode": "N"}
    row = {"id": "0", "currency": "EUR", **known}
    row |= {f"field_{number:02}": f"value {number}" for number in range(FIELDS - len(row))}
    own = [name for name in row if name.startswith("field_")][::3]
    rows = [{**row, "id": str(number), **{name: f"{name} of {number}" for name in own}} for number in range(ROWS)]
    envelope = {"api_version": "1.2", "current_time": "2026-10-05 14:00:00", "result": "success"}
    return json.dumps({**envelope, "data": {"transaction_list": rows}}).encode()


FIVE = ("id", "transaction_amount", "amount", "created_at", "currency")


def plain(text):
    return json.loads(text)


def plain_five(text):
    for row in json.loads(text)["data"]["transaction_list"]:
        for name in FIVE:
            row[name]


def lazy(text):
    from digistore24 import read

    return read("listTransactions", text)


def lazy_five(text):
    for row in lazy(text).transaction_list:
        for name in FIVE:
            row[name]


def dictionaries(text):
    return lazy(text).to_dict()


WAYS = {
    "json.loads": plain,
    "json.loads, 5 fields of each row": plain_five,
    "read": lazy,
    "read, 5 fields of each row": lazy_five,
    "read(...).to_dict()": dictionaries,
}


def alone(*arguments):
    """Runs this file in a process of its own: memory that was used once is not given back, and a peak is inherited."""
    return subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True).stdout


def measure(way, path):
    """Prints milliseconds, megabytes grown, megabytes read; or writes the answer that is read."""
    if way == "write":
        Path(path).write_bytes(body())
        return
    text = Path(path).read_bytes()
    work = WAYS[way]
    work(b'{"api_version":"1.2","result":"success","data":{"transaction_list":[]}}')
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kept = work(text)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    del kept
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        kept = work(text)
        times.append(time.perf_counter() - start)
        del kept
    print(json.dumps([min(times) * 1000, grown / 1024, len(text) / 1e6]))


def main():
    results = {}
    with TemporaryDirectory() as folder:
        path = Path(folder, "answer.json")
        alone("write", path)
        for way in WAYS:
            results[way] = json.loads(alone(way, path))
    base_time, base_memory, size = results["json.loads"]
    print(f"Reading {ROWS:,} rows of {FIELDS} fields, {size:.1f} MB, Python {sys.version.split()[0]}\n")
    print(f"{'':34} {'ms':>8} {'x json':>8} {'MB':>8} {'x json':>8}")
    for way, (spent, memory, _) in results.items():
        print(f"{way:34} {spent:8.1f} {spent / base_time:8.2f} {memory:8.1f} {memory / base_memory:8.2f}")


if __name__ == "__main__":
    measure(*sys.argv[1:]) if sys.argv[1:] else main()
