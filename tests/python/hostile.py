"""A server on a bare socket that plays the cases of `tests/vectors/hostile.json`."""

import base64
import contextlib
import json
import socket
import struct
import threading
import time
from pathlib import Path

CASES = json.loads(Path(__file__, "../../vectors/hostile.json").resolve().read_text())["cases"]


class Hostile:
    """Plays a case. Leaving the `with` block ends all that goes on."""

    def __init__(self, case, key, elsewhere):
        self.plays = case["connections"]
        self.words = {"{key}": key, "{elsewhere}": elsewhere}
        self.read_at = []
        self.over = threading.Event()
        self.threads = []
        self.open = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.02)
        self.base_url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/api/call"

    def __enter__(self):
        self.start(self.accept)
        return self

    def __exit__(self, *_):
        self.over.set()
        for connection in self.open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join()
        self.socket.close()

    def start(self, target, *arguments):
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self.threads.append(thread)
        thread.start()

    def accept(self):
        accepted = 0
        while not self.over.is_set():
            try:
                connection, _ = self.socket.accept()
            except TimeoutError:
                continue
            self.open.append(connection)
            # A client that comes more often than it should finds the last play again, and is counted.
            self.start(self.play, connection, self.plays[min(accepted, len(self.plays) - 1)])
            accepted += 1

    def play(self, connection, steps):
        # No step may outlast the test.
        connection.settimeout(20)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection, connection.makefile("rb") as stream:
            try:
                for step in steps:
                    if not self.step(connection, stream, step):
                        return
            except OSError:
                pass

    def step(self, connection, stream, step):
        match step:
            case {"read": _}:
                if not self.read(stream):
                    return False
            case {"drip": text, "pause": pause}:
                for byte in self.filled(text):
                    connection.sendall(bytes([byte]))
                    if self.over.wait(pause / 1000):
                        return False
            case {"repeat": text, "times": times}:
                part = text.encode() * 4096
                whole, rest = divmod(times, 4096)
                for _ in range(whole):
                    connection.sendall(part)
                connection.sendall(text.encode() * rest)
            case {"send": text}:
                connection.sendall(self.filled(text))
            case {"base64": text}:
                connection.sendall(base64.b64decode(text))
            case {"pause": pause}:
                self.over.wait(pause / 1000)
            case {"hang": _}:
                stream.read(1)
            case {"reset": _}:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                stream.close()
                return False
        return True

    def read(self, stream):
        length = 0
        while (line := stream.readline()) != b"\r\n":
            if not line:
                return False
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        stream.read(length)
        self.read_at.append(time.monotonic())
        return True

    def filled(self, text):
        for name, value in self.words.items():
            text = text.replace(name, value)
        return text.encode()
