"""Real servers for WSGI and ASGI applications, each on a port of its own."""

import asyncio
import http.client
import socket
import threading
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass

    def finish(self):
        # Closed with bytes unread, a connection takes the answer back.
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_WR)
        self.rfile.read()
        super().finish()


@contextmanager
def wsgi_server(application):
    """The server of the standard library."""
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@contextmanager
def asgi_server(application):
    """As much of an ASGI server as it takes to talk to applications over HTTP."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def start():
        return await asyncio.start_server(lambda *streams: serve(application, *streams), "127.0.0.1", 0)

    async def stop():
        server.close()
        open_ = asyncio.all_tasks() - {asyncio.current_task()}
        if open_:
            await asyncio.wait(open_, timeout=10)

    server = asyncio.run_coroutine_threadsafe(start(), loop).result()
    yield server.sockets[0].getsockname()[1]
    asyncio.run_coroutine_threadsafe(stop(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def serve(application, reader, writer):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    line, *lines = head.rstrip().split("\r\n")
    method, target, _ = line.split(" ")
    pairs = [header.split(": ", 1) for header in lines]
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in pairs]
    by_name = dict(headers)
    parts = chunks(reader) if by_name.get(b"transfer-encoding") == b"chunked" else whole(reader, by_name)

    async def receive():
        try:
            return {"type": "http.request", "body": await anext(parts), "more_body": True}
        except StopAsyncIteration:
            return {"type": "http.request", "body": b"", "more_body": False}
        except asyncio.IncompleteReadError:
            return {"type": "http.disconnect"}

    async def send(message):
        if message["type"] == "http.response.start":
            writer.write(f"HTTP/1.1 {message['status']} Status\r\nConnection: close\r\n".encode())
            for name, value in message["headers"]:
                writer.write(name + b": " + value + b"\r\n")
            writer.write(b"\r\n")
        else:
            writer.write(message["body"])
            await writer.drain()

    scope = {"type": "http", "method": method, "path": target, "headers": headers}
    try:
        await application(scope, receive, send)
        # Closed with bytes unread, a connection takes the answer back.
        writer.write_eof()
        await reader.read()
    finally:
        writer.close()


async def whole(reader, headers):
    missing = int(headers.get(b"content-length", b"0"))
    while missing > 0:
        part = await reader.readexactly(min(missing, 1000))
        missing -= len(part)
        yield part


async def chunks(reader):
    while size := int(await reader.readline(), 16):
        yield await reader.readexactly(size)
        await reader.readline()
    await reader.readline()


def request(port, method="POST", body=None, headers=FORM):
    """Status, headers and text of the answer. An iterable body is sent in chunks."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, "/ipn", body, headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()
