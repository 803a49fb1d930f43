"""The sandbox behind a real HTTP server on this machine."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import isinf
from threading import Event, Thread
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._sandbox import Sandbox


# The longest body that is read, in bytes. The snapshot of a large account is told in one.
_MOST = 1 << 28

# How many seconds an address has to take a notification.
_PATIENCE = 10


class Serving:
    """A running server. Leaving the `with` block, or `close()`, stops it."""

    def __init__(self, sandbox: Sandbox, port: int = 0, deliver: bool = False) -> None:
        self._server = _Server(sandbox, port)
        self._threads = [Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)]
        self._postman = _Postman(sandbox) if deliver else None
        if self._postman is not None:
            self._threads.append(self._postman)
        for thread in self._threads:
            thread.start()

    @property
    def base_url(self) -> str:
        """The address for `Digistore24(..., base_url=...)`."""
        return f"{self.window_url}api/call"

    @property
    def window_url(self) -> str:
        """The address of the window, for a browser. `sandbox/<verb>` below it is for programs in other languages."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def api_key(self) -> str:
        """A key with full access to the sandbox."""
        return self._server.sandbox.api_key

    def close(self) -> None:
        """Stops the server."""
        if self._postman is not None:
            self._postman.stop()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Sandbox at {self.base_url}>"


class _Postman(Thread):
    """Delivers whenever something was done in the sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(daemon=True)
        self._sandbox = sandbox
        self._heard, self._stopped = Event(), Event()
        # What was due before it came is due still.
        self._heard.set()
        sandbox._stop_at_notifications(True)
        sandbox._hear(self._heard)

    def run(self) -> None:
        while self._heard.wait() and not self._stopped.is_set():
            self._heard.clear()
            self._sandbox._deliver(_PATIENCE, self._stopped)

    def stop(self) -> None:
        self._stopped.set()
        self._sandbox._hear(None)
        self._sandbox._stop_at_notifications(False)
        self._heard.set()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, sandbox: Sandbox, port: int) -> None:
        self.sandbox = sandbox
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # Headers and body go out together; with Nagle's algorithm a client would wait 40 ms for the second part.
    wbufsize = -1
    disable_nagle_algorithm = True

    def _answer(self) -> None:
        length = self.headers.get("Content-Length", "0").strip()
        if not (length.isascii() and length.isdigit()):
            self.send_error(400, explain="Content-Length has to be a number")
            return
        # Compared as text first: Python refuses to read endless numbers.
        if len(length.lstrip("0")) > len(str(_MOST)) or int(length) > _MOST:
            self.send_error(413)
            return
        body = self.rfile.read(int(length))
        served = self.server.sandbox._serve_one(self.command, self.path, self.headers.items(), body)
        (status, headers, answer), late = served
        if isinf(late):
            self.close_connection = True
            return
        sleep(late)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "content-length" not in {name.lower() for name in headers}:
            self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    def __getattr__(self, name: str) -> Callable[[], None]:
        # The server looks for `do_GET` and so on; which methods there are is for the sandbox to say.
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""
