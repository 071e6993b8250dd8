"""A server that answers as Crossref's API does: https://api.crossref.org/swagger-ui/index.html."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

PHARES = {
    "DOI": "10.5555/phares.12",
    "type": "journal-article",
    "title": ["Les phares de l’estuaire"],
    "author": [{"given": "Jeanne", "family": "Dupont", "sequence": "first"}, {"family": "de la Tour"}],
    "container-title": ["Revue des ports"],
    "issued": {"date-parts": [[2010, 3]]},
    "published-print": {"date-parts": [[2010]]},
}


@dataclass
class Registry:
    """What it answers, and what it was asked."""

    items: list[dict[str, Any]] = field(default_factory=list)
    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    questions: list[dict[str, list[str]]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self) -> bytes:
        message = {"total-results": len(self.items), "items-per-page": 5, "items": self.items}
        whole = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message}
        return self.body or json.dumps(whole).encode()


@contextmanager
def serving(registry: Registry) -> Iterator[Registry]:
    """The server at `registry.address` while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            registry.questions.append(parse_qs(urlsplit(self.path).query))
            registry.agents.append(str(self.headers["User-Agent"]))
            body = registry.answer()
            self.send_response(registry.status)
            self.send_header("Content-Type", registry.kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name is the library's
            """Silence."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        registry.address = f"http://127.0.0.1:{server.server_port}"
        yield registry
        server.shutdown()
        thread.join()
