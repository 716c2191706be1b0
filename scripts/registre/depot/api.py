"""GitHub's REST API, as far as it is needed here (docs.github.com/rest). The only place that holds the job's token."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from http.client import HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

SECONDS = 60  # for one request, at most
PER_PAGE = 100  # what a list gives at most
PAGES = 30  # of a list, at most: GitHub itself tells no more than 3,000 files of a pull request


class ApiError(Exception):
    """GitHub refused a request; `status` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status


class NoRedirect(HTTPRedirectHandler):
    """Follows nothing, nor reads where to: `urllib` would send the headers of a request, token included, anywhere."""

    def http_error_302(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> None:
        """An error like another: HTTPError."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class Api:
    """The API of one repository (« owner/name ») at `base`; paths are relative to the repository's own."""

    def __init__(self, base: str, repository: str, token: str) -> None:
        self._root = f"{base.rstrip('/')}/repos/{repository}"
        self._token = token
        self._opener = build_opener(NoRedirect)

    def get(self, path: str, **query: object) -> Any:
        """What is at `path`. Raises ApiError."""
        return self._ask("GET", path, query=query)

    def find(self, path: str) -> Any:
        """What is at `path`, or None when there is nothing. Raises ApiError."""
        try:
            return self.get(path)
        except ApiError as error:
            if error.status == 404:
                return None
            raise

    def all(self, path: str, **query: object) -> Iterator[Any]:
        """The elements of a list, whatever its number of pages. Raises ApiError."""
        for page in range(1, PAGES + 1):
            found = self.get(path, per_page=PER_PAGE, page=page, **query)
            yield from found
            if len(found) < PER_PAGE:
                return

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Create. Raises ApiError."""
        return self._ask("POST", path, body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        """Change. Raises ApiError."""
        return self._ask("PATCH", path, body)

    def _ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, query: Mapping[str, object] | None = None
    ) -> Any:
        address = f"{self._root}/{quote(path)}" + (f"?{urlencode(query)}" if query else "")
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self._token}",
            "User-Agent": "registre",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = None if body is None else json.dumps(body).encode()
        request = Request(address, data, headers, method=method)
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                text = answer.read()
        except HTTPError as error:
            with error:
                raise ApiError(error.code, error.read(1000).decode("utf-8", "replace")) from None
        return json.loads(text) if text else None
