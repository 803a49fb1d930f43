"""A server on a bare socket, for what a proper HTTP server would hide."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass

PONG = b'{"api_version":"1.2","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}'


def http(body=PONG, status="200 OK", headers=""):
    """A whole response."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


@dataclass
class Request:
    """A request, byte for byte."""

    head: bytes
    body: bytes

    @property
    def line(self):
        return self.head.split(b"\r\n")[0].decode()

    @property
    def headers(self):
        pairs = (line.split(b": ", 1) for line in self.head.split(b"\r\n")[1:])
        return {name.decode().lower(): value.decode() for name, value in pairs}


class Loopback:
    """Answers each request with `reply`: bytes, `None` to hang up, or a callable that takes the request."""

    def __init__(self, reply=None):
        self.reply = http() if reply is None else reply
        self.requests: list[Request] = []
        self.connections = 0
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.socket.getsockname()[1]
        self.base_url = f"http://127.0.0.1:{self.port}/api/call"
        self.open: list[socket.socket] = []
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        for connection in self.open:
            connection.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            self.open.append(connection)
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            with connection, connection.makefile("rb") as stream:
                while request := read(stream):
                    self.requests.append(request)
                    reply = self.reply(request) if callable(self.reply) else self.reply
                    if not reply:
                        return
                    connection.sendall(reply)
                    if b"\r\nConnection: close\r\n" in reply:
                        return
        except OSError:
            pass


def read(stream):
    """The next request of a connection, or `None`."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            return None
        head += line
    request = Request(head.removesuffix(b"\r\n\r\n"), b"")
    request.body = stream.read(int(request.headers.get("content-length", 0)))
    return request
