"""A stand-in for GitHub on this machine: the REST API of one repository, and the server of the files joined to issues.

Commits, trees and blobs are kept as git keeps them, by the SHA-1 of what they hold.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

REPOSITORY = "mairie-exemple/registre"
OWNER = REPOSITORY.partition("/")[0]
TOKEN = "jeton-de-la-tache"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
Answer = tuple[int, Any]


class RefusedError(Exception):
    """What the API answers instead: status and message."""

    def __init__(self, status: int, message: str = "") -> None:
        super().__init__(status, message)
        self.answer = (status, {"message": message})


def _sha(data: object) -> str:
    return hashlib.sha1(repr(data).encode()).hexdigest()


@dataclass
class Forge:
    """The repository: what it holds, what was asked of it."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    trees: dict[str, dict[str, str]] = field(default_factory=dict)  # path → blob
    commits: dict[str, dict[str, Any]] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)  # of issues
    comments: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    dispatches: list[dict[str, Any]] = field(default_factory=list)
    statuses: list[dict[str, Any]] = field(default_factory=list)
    artifacts: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)  # « MÉTHODE chemin » that this token may not do
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def start(self, files: Mapping[str, bytes]) -> str:
        """Make the first commit, on main; its SHA."""
        tree = {path: self.blob(data) for path, data in files.items()}
        self.refs["heads/main"] = self.commit(self.tree(tree), [], "Premier")
        return self.refs["heads/main"]

    def blob(self, data: bytes) -> str:
        sha = _sha(data)
        self.blobs[sha] = data
        return sha

    def tree(self, entries: dict[str, str]) -> str:
        sha = _sha(sorted(entries.items()))
        self.trees[sha] = entries
        return sha

    def commit(self, tree: str, parents: list[str], message: str) -> str:
        sha = _sha((tree, parents, message))
        self.commits[sha] = {"tree": {"sha": tree}, "parents": parents, "message": message}
        return sha

    def files(self, branch: str) -> dict[str, bytes]:
        """What a branch holds."""
        tree = self.commits[self.refs[f"heads/{branch}"]]["tree"]["sha"]
        return {path: self.blobs[sha] for path, sha in self.trees[tree].items()}

    def change(self, branch: str, path: str, data: bytes) -> None:
        """What a person does in GitHub's editor: one more commit."""
        head = self.refs[f"heads/{branch}"]
        tree = dict(self.trees[self.commits[head]["tree"]["sha"]])
        tree[path] = self.blob(data)
        self.refs[f"heads/{branch}"] = self.commit(self.tree(tree), [head], "À la main")

    def merge(self, number: int) -> None:
        """What « Merge pull request » does, main not having moved."""
        pull = self.pulls[number - 100]
        self.refs["heads/main"] = self.refs[f"heads/{pull['head']['ref']}"]
        pull |= {"state": "closed", "merged_at": "2026-03-20T10:00:00Z"}

    def said(self, issue: int) -> list[str]:
        """The comments of an issue."""
        return [comment["body"] for comment in self.comments if comment["issue"] == issue]

    def changed(self, pull: Mapping[str, Any]) -> list[dict[str, str]]:
        """The files of a pull request, as the API lists them."""
        tree, main = (
            self.trees[self.commits[self.refs[f"heads/{branch}"]]["tree"]["sha"]]
            for branch in (pull["head"]["ref"], pull["base"])
        )
        root = main if self.refs["heads/main"] != self.refs[f"heads/{pull['head']['ref']}"] else pull["start"]
        return [
            {"filename": path, "sha": sha, "status": "modified" if path in root else "added"}
            for path, sha in sorted(tree.items())
            if root.get(path) != sha
        ]


def _body(request: _Handler) -> Any:
    return json.loads(request.rfile.read(int(request.headers["Content-Length"])))


def _get_ref(forge: Forge, name: str, **_: Any) -> Answer:
    sha = forge.refs.get(name)
    return (200, {"ref": f"refs/{name}", "object": {"sha": sha}}) if sha else (404, {"message": "Not Found"})


def _get_commit(forge: Forge, sha: str, **_: Any) -> Answer:
    return 200, forge.commits[sha]


def _get_blob(forge: Forge, sha: str, **_: Any) -> Answer:
    return 200, {"content": base64.encodebytes(forge.blobs[sha]).decode(), "encoding": "base64"}


def _get_contents(forge: Forge, path: str, query: dict[str, str], **_: Any) -> Answer:
    return 200, {"content": base64.encodebytes(forge.files(query["ref"])[path]).decode()}


def _post_blob(forge: Forge, body: Any, **_: Any) -> Answer:
    assert body["encoding"] == "base64"
    return 201, {"sha": forge.blob(base64.b64decode(body["content"]))}


def _post_tree(forge: Forge, body: Any, **_: Any) -> Answer:
    assert all(entry["mode"] == "100644" and entry["type"] == "blob" for entry in body["tree"])
    added = {entry["path"]: entry["sha"] for entry in body["tree"]}
    return 201, {"sha": forge.tree(forge.trees[body["base_tree"]] | added)}


def _post_commit(forge: Forge, body: Any, **_: Any) -> Answer:
    return 201, {"sha": forge.commit(body["tree"], body["parents"], body["message"])}


def _post_ref(forge: Forge, body: Any, **_: Any) -> Answer:
    name = body["ref"].removeprefix("refs/")
    if name in forge.refs:
        raise RefusedError(422, "Reference already exists")
    forge.refs[name] = body["sha"]
    return 201, {}


def _patch_ref(forge: Forge, name: str, body: Any, **_: Any) -> Answer:
    if not body["force"] and forge.refs[name] not in forge.commits[body["sha"]]["parents"]:
        raise RefusedError(422, "Update is not a fast forward")
    forge.refs[name] = body["sha"]
    return 200, {}


def _get_issue(forge: Forge, number: str, **_: Any) -> Answer:
    return 200, {"number": int(number), "state": forge.states.get(int(number), "open")}


def _patch_issue(forge: Forge, number: str, body: Any, **_: Any) -> Answer:
    forge.states[int(number)] = body["state"]
    return 200, {}


def _get_comments(forge: Forge, number: str, query: dict[str, str], **_: Any) -> Answer:
    found = [comment for comment in forge.comments if comment["issue"] == int(number)]
    return 200, _page(found, query)


def _post_comment(forge: Forge, number: str, body: Any, **_: Any) -> Answer:
    if len(body["body"]) > 65_536:
        raise RefusedError(422, "Body is too long")
    forge.comments.append({"id": len(forge.comments), "issue": int(number), "user": BOT} | body)
    return 201, {}


def _patch_comment(forge: Forge, number: str, body: Any, **_: Any) -> Answer:
    forge.comments[int(number)] |= body
    return 200, {}


def _get_pulls(forge: Forge, query: dict[str, str], **_: Any) -> Answer:
    found = [pull for pull in forge.pulls if pull["state"] == query["state"]]
    found = [pull for pull in found if pull["base"] == query.get("base", pull["base"])]
    if "head" in query:
        found = [pull for pull in found if f"{pull['head']['user']}:{pull['head']['ref']}" == query["head"]]
    return 200, found


def _get_pull_files(forge: Forge, number: str, query: dict[str, str], **_: Any) -> Answer:
    return 200, _page(forge.changed(forge.pulls[int(number) - 100]), query)


def _post_pull(forge: Forge, body: Any, **_: Any) -> Answer:
    if len(body["body"]) > 65_536 or len(body["title"]) > 256:
        raise RefusedError(422, "Too long")
    branch = body["head"]
    head = {"ref": branch, "sha": forge.refs[f"heads/{branch}"], "user": OWNER, "repo": {"full_name": REPOSITORY}}
    start = forge.trees[forge.commits[forge.refs[f"heads/{body['base']}"]]["tree"]["sha"]]
    number = 100 + len(forge.pulls)
    made = {"number": number, "state": "open", "merged_at": None, "head": head, "start": start}
    forge.pulls.append({**body, **made})
    return 201, {"number": number}


def _post_dispatch(forge: Forge, name: str, body: Any, **_: Any) -> Answer:
    forge.dispatches.append({"workflow": name} | body)
    return 204, None


def _post_status(forge: Forge, sha: str, body: Any, **_: Any) -> Answer:
    forge.statuses.append({"sha": sha} | body)
    return 201, {}


def _get_artifacts(forge: Forge, number: str, **_: Any) -> Answer:
    return 200, {"artifacts": forge.artifacts.get(int(number), [])}


def _page(found: list[Any], query: dict[str, str]) -> list[Any]:
    size, page = int(query.get("per_page", 30)), int(query.get("page", 1))
    return found[size * (page - 1) : size * page]


ROUTES: list[tuple[str, Callable[..., Answer]]] = [
    (r"GET git/ref/(?P<name>.+)", _get_ref),
    (r"GET git/commits/(?P<sha>\w+)", _get_commit),
    (r"GET git/blobs/(?P<sha>\w+)", _get_blob),
    (r"GET contents/(?P<path>.+)", _get_contents),
    (r"POST git/blobs", _post_blob),
    (r"POST git/trees", _post_tree),
    (r"POST git/commits", _post_commit),
    (r"POST git/refs", _post_ref),
    (r"PATCH git/refs/(?P<name>.+)", _patch_ref),
    (r"GET issues/(?P<number>\d+)", _get_issue),
    (r"PATCH issues/(?P<number>\d+)", _patch_issue),
    (r"GET issues/(?P<number>\d+)/comments", _get_comments),
    (r"POST issues/(?P<number>\d+)/comments", _post_comment),
    (r"PATCH issues/comments/(?P<number>\d+)", _patch_comment),
    (r"GET pulls", _get_pulls),
    (r"POST pulls", _post_pull),
    (r"GET pulls/(?P<number>\d+)/files", _get_pull_files),
    (r"POST actions/workflows/(?P<name>[\w.]+)/dispatches", _post_dispatch),
    (r"POST statuses/(?P<sha>\w+)", _post_status),
    (r"GET actions/runs/(?P<number>\d+)/artifacts", _get_artifacts),
]


class _Handler(BaseHTTPRequestHandler):
    """Says nothing on the terminal."""

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, data: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(data))} | dict(headers)).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


class _Api(_Handler):
    forge: Forge

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        asked = f"{self.command} {unquote(parts.path).removeprefix(f'/repos/{REPOSITORY}/')}"
        body = _body(self) if self.command != "GET" else None
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        self.forge.asked.append(asked)
        status, told = self._found(asked, body, query)
        data = b"" if told is None else json.dumps(told).encode()
        self.answer(status, data, {"Content-Type": "application/json"})

    def _found(self, asked: str, body: Any, query: dict[str, str]) -> Answer:
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}
        if asked in self.forge.forbidden:
            return 403, {"message": "GitHub Actions is not permitted to create or approve pull requests."}
        for pattern, route in ROUTES:
            if found := re.fullmatch(pattern, asked):
                try:
                    return route(self.forge, **found.groupdict(), body=body, query=query)
                except RefusedError as refused:
                    return refused.answer
        return 404, {"message": f"rien pour {asked}"}

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()


@dataclass
class Sent:
    """What a server of files answers at an address: status, headers, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass
class Store:
    """A server of files: what it answers at each path, and the headers that it was asked with."""

    answers: dict[str, Sent] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    host: str = ""

    def gives(self, path: str, body: bytes, kind: str = "application/pdf", **headers: str) -> str:
        """Answer `body` at `path`; the whole address."""
        self.answers[path] = Sent(200, {"Content-Type": kind} | headers, body)
        return f"http://{self.host}{path}"

    def sends(self, path: str, to: str, status: int = 302) -> str:
        """Answer a redirection at `path`; the whole address."""
        self.answers[path] = Sent(status, {"Location": to})
        return f"http://{self.host}{path}"


class _Files(_Handler):
    store: Store

    def do_GET(self) -> None:
        self.store.asked.append(dict(self.headers) | {"path": self.path})
        sent = self.store.answers.get(urlsplit(self.path).path, Sent(404, {"Content-Type": "text/html"}))
        self.answer(sent.status, sent.body, sent.headers)


@contextmanager
def _listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of this machine; « host:port »."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def forge_api(forge: Forge) -> Iterator[str]:
    """The API of `forge`: its address."""
    with _listening(type("Api", (_Api,), {"forge": forge})) as host:
        forge.address = f"http://{host}"
        yield forge.address


@contextmanager
def file_store() -> Iterator[Store]:
    """A server of files."""
    store = Store()
    with _listening(type("Files", (_Files,), {"store": store})) as host:
        store.host = host
        yield store


def variables(folder: Path, event: Mapping[str, Any], forge: Forge, sha: str, server: str = "") -> dict[str, str]:
    """The variables that GitHub sets for a job, the event being in its file; with those of our own."""
    file = folder / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    return {
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_SERVER_URL": server or "https://github.com",
        "GITHUB_API_URL": forge.address,
        "GITHUB_RUN_ID": "777",
        "GITHUB_SHA": sha,
        "GITHUB_OUTPUT": str(folder / "sorties.txt"),
        "JETON": TOKEN,
    }
