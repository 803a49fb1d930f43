"""The types of what became of a call."""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class Evidence(TypedDict):
    """A record that tells what became of a call."""

    function: str
    record: dict[str, Any]


class Aftermath(TypedDict):
    """What became of a call whose answer was lost."""

    function: str
    verdict: Literal["done", "not_done", "cannot_be_told"]
    reason: str
    evidence: list[Evidence]
    basis: Literal["documented", "inferred"]
    again_in: int | None
