"""A server that carries every request out and loses its answer at a byte of one's choice."""

from __future__ import annotations

import socket
import struct
import threading

from loopback import http, read

# Short, since every byte of it is cut once.
ANSWER = http(b'{"api_version":"1.2","result":"success","data":{"id":"1"}}')


class Cutting:
    """Sends the first `cut` bytes of an answer, then closes or resets the connection.

    `carried_out` holds the requests that arrived whole, each as one that took effect. `cut` says after how many bytes of the
    answer it hangs up, or nothing, for an answer as it should be. With `swallow`, it hangs up after so many bytes of the
    request instead. `begun` counts the connections on which that much arrived.
    """

    def __init__(self, cut=None, *, reset=False, swallow=None):
        self.cut = cut
        self.reset = reset
        self.swallow = swallow
        self.carried_out = []
        self.begun = 0
        self.lock = threading.Lock()
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.base_url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/api/call"
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            with connection:
                if self.swallow is not None:
                    if connection.recv(self.swallow, socket.MSG_WAITALL):
                        self.begun += 1
                    self.hang_up(connection)
                    return
                self.answer(connection)
        except OSError:
            pass

    def answer(self, connection):
        with connection.makefile("rb") as stream:
            while request := read(stream):
                with self.lock:
                    self.carried_out.append(request)
                cut = self.cut
                connection.sendall(ANSWER[:cut])
                if cut is not None:
                    self.hang_up(connection)
                    return

    def hang_up(self, connection):
        if self.reset:
            # Nothing lingers: the other side gets a reset, which takes back what it has not read yet.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(2)
            while connection.recv(4096):
                pass
