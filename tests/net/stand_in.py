"""A stand-in for the API on this machine, for what why400 fetches."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from unittest.mock import patch

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class StandIn:
    """What it was asked, and how it answers."""

    url: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answer: Callable[[str], Answer] = lambda _: (200, {}, b'{"data": [], "has_more": false}')


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """One that listens until the block is left."""
    found = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            status, headers, body = found.answer(self.path)
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_request(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        with patch.dict(os.environ, {"no_proxy": "*"}):  # whatever proxy this machine is behind
            yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
