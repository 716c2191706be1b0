"""A comment that is written once, then kept up to date."""

from __future__ import annotations

from registre.depot.api import Api

BOT = "github-actions[bot]"


def keep_comment(api: Api, issue: int, mark: str, text: str) -> None:
    """Write the comment of `issue` (or pull request) that starts with `mark`, or change it. Raises ApiError.

    Only a comment of ours is changed, whoever has typed the mark.
    """
    for comment in api.all(f"issues/{issue}/comments"):
        if comment["body"].startswith(mark) and comment["user"]["login"] == BOT:
            if comment["body"] != text:
                api.patch(f"issues/comments/{comment['id']}", {"body": text})
            return
    api.post(f"issues/{issue}/comments", {"body": text})
