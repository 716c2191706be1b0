"""A built site over HTTP on this machine, below a folder and compressed, as on GitHub Pages."""

from __future__ import annotations

import functools
import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

PREFIX = "/registre"
# What GitHub Pages compresses; the index of the search, of no known type, is sent as it is.
COMPRESSED = frozenset(
    {"application/json", "application/xml", "image/svg+xml", "text/css", "text/html", "text/javascript", "text/plain"}
)


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer of the server: the path asked for, below the site, and the octets of its body as sent."""

    path: str
    octets: int


class _Server(http.server.ThreadingHTTPServer):
    """Keeps waiting those that come at once: fifty pages are opened together."""

    request_queue_size = 200


class _Handler(http.server.BaseHTTPRequestHandler):
    """Serves a site below PREFIX, and its own page for an unknown address; notes what it sends, says nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for a word of the browser

    def __init__(self, *arguments: Any, site: Path, sent: list[Sent] | None) -> None:
        self.site, self.sent = site, sent
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        inside = path.removeprefix(f"{PREFIX}/")
        file = self.site / inside if inside != path else self.site / "404.html"
        if file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", quote(f"{path}/"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = file / "index.html" if file.is_dir() else file
        found = inside != path and file.is_file()
        self._send(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, file if found else self.site / "404.html", inside)

    def _send(self, status: HTTPStatus, file: Path, inside: str) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body, packed = file.read_bytes(), kind in COMPRESSED
        body = gzip.compress(body, 6, mtime=0) if packed else body
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        if "/assets/" in self.path or "/pagefind/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if self.sent is not None:
            self.sent.append(Sent(inside, len(body)))
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serve(site: Path, sent: list[Sent] | None = None) -> Iterator[str]:
    """Serve a built site; the value is its address, with a slash at the end. What is sent is added to `sent`."""
    handler = functools.partial(_Handler, site=site, sent=sent)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
        server.shutdown()
