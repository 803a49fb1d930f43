"""A service on this machine whose list changes while it is read."""

import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


class Shifting:
    """Answers `listPurchases` by page; after every answer rows come and go. `removed` are those that went."""

    def __init__(self, count, seed):
        self.rows = list(range(count))
        self.count = count
        self.next = count
        self.removed = set()
        self.came = 0
        self.requests = 0
        self.random = random.Random(seed)
        lock = threading.Lock()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                with lock:
                    body = service.answer(int(form["page_no"][0]), int(form["page_size"][0]))
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base_url = f"http://127.0.0.1:{self.server.server_port}/api/call"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, no, size):
        self.requests += 1
        rows = [{"id": f"P{row}", "amount": "29.00"} for row in self.rows[(no - 1) * size : no * size]]
        self.stir()
        data = {"purchase_list": rows}
        return json.dumps({"api_version": "1.2", "result": "success", "data": data}).encode()

    def stir(self):
        for _ in range(self.random.randrange(20)):
            at = self.random.randrange(len(self.rows))
            if self.random.random() < 0.5:
                self.removed.add(self.rows.pop(at))
            else:
                self.rows.insert(at, self.next)
                self.next += 1
                self.came += 1

    def prove(self, ids):
        """Every row that was there all the time came once."""
        have = [int(id.removeprefix("P")) for id in ids]
        assert len(have) == len(set(have)), "a row came twice"
        lost = set(range(self.count)) - self.removed - set(have)
        assert not lost, f"{len(lost)} rows are lost"
        assert self.removed, "nothing went"
        assert self.came, "nothing came"
