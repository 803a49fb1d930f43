"""What small calls cost beside requests and httpx, and what importing costs beside them. All in one run, side by side."""

import asyncio
import json
import socket
import statistics
import subprocess
import sys
import threading
import time

CALLS = 1000
ROUNDS = 5
IMPORTS = 7
KEY = "123-ExampleKey"
BODY = b'{"api_version":"1.2","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


def serve():
    """Answers as fast as Python can, over connections that stay open. Runs in a process of its own."""

    def play(connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        rest = b""
        while part := connection.recv(65536):
            rest += part
            head, end, body = rest.partition(b"\r\n\r\n")
            if not end:
                continue
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0] or 0)
            if len(body) >= length:
                rest = body[length:]
                connection.sendall(ANSWER)

    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(server.getsockname()[1], flush=True)
    while True:
        connection, _ = server.accept()
        threading.Thread(target=play, args=(connection,), daemon=True).start()


def ours(base_url, calls):
    from digistore24 import Digistore24

    ds = Digistore24(KEY, base_url=base_url)
    ds.ping()
    began = time.perf_counter()
    for _ in range(calls):
        assert ds.ping().server_time.year == 2026
    return time.perf_counter() - began


def with_requests(base_url, calls):
    import requests

    session = requests.Session()
    headers = {"X-DS-API-KEY": KEY, "Accept": "application/json"}
    session.post(base_url + "/ping", headers=headers)
    began = time.perf_counter()
    for _ in range(calls):
        answer = session.post(base_url + "/ping", headers=headers, timeout=30).json()
        assert answer["data"]["server_time"].startswith("2026")
    return time.perf_counter() - began


def with_httpx(base_url, calls):
    import httpx

    headers = {"X-DS-API-KEY": KEY, "Accept": "application/json"}
    with httpx.Client(headers=headers) as session:
        session.post(base_url + "/ping")
        began = time.perf_counter()
        for _ in range(calls):
            answer = session.post(base_url + "/ping").json()
            assert answer["data"]["server_time"].startswith("2026")
        return time.perf_counter() - began


def ours_awaited(base_url, calls):
    from digistore24 import AsyncDigistore24

    async def main():
        async with AsyncDigistore24(KEY, base_url=base_url) as ds:
            await ds.ping()
            began = time.perf_counter()
            for _ in range(calls):
                assert (await ds.ping()).server_time.year == 2026
            return time.perf_counter() - began

    return asyncio.run(main())


def httpx_awaited(base_url, calls):
    import httpx

    async def main():
        headers = {"X-DS-API-KEY": KEY, "Accept": "application/json"}
        async with httpx.AsyncClient(headers=headers) as session:
            await session.post(base_url + "/ping")
            began = time.perf_counter()
            for _ in range(calls):
                answer = (await session.post(base_url + "/ping")).json()
                assert answer["data"]["server_time"].startswith("2026")
            return time.perf_counter() - began

    return asyncio.run(main())


WAYS = {
    "digistore24": ours,
    "requests": with_requests,
    "httpx": with_httpx,
    "digistore24, awaited over httpx": ours_awaited,
    "httpx, awaited": httpx_awaited,
}


def alone(*arguments):
    return subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True).stdout


def import_time(module):
    """Milliseconds of a fresh process that imports it, less those of one that imports nothing."""

    def once(code):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - began

    pairs = [(once(f"import {module}"), once("pass")) for _ in range(IMPORTS)]
    return statistics.median(loaded - empty for loaded, empty in pairs) * 1000


def main():
    server = subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True)
    try:
        base_url = f"http://127.0.0.1:{server.stdout.readline().strip()}/api/call"
        times = {way: [] for way in WAYS}
        # In turn, so that what else the machine does falls on all alike.
        for _ in range(ROUNDS):
            for way, spent in times.items():
                spent.append(json.loads(alone(way, base_url)))
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
    print(f"{CALLS:,} small calls over one open connection, Python {sys.version.split()[0]}\n")
    print(f"{'':34} {'µs/call':>8} {'calls/s':>8} {'x ours':>8}")
    base = min(times["digistore24"])
    for way, spent in times.items():
        best = min(spent)
        print(f"{way:34} {best / CALLS * 1e6:8.0f} {CALLS / best:8.0f} {best / base:8.2f}")
    print(f"\n{'import':34} {'ms':>8} {'x ours':>8}")
    imports = {module: import_time(module) for module in ("digistore24", "requests", "httpx")}
    for module, spent in imports.items():
        print(f"{module:34} {spent:8.1f} {spent / imports['digistore24']:8.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    elif sys.argv[1] == "serve":
        serve()
    else:
        print(json.dumps(WAYS[sys.argv[1]](sys.argv[2], CALLS)))
