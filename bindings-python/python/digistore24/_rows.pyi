from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

from typing_extensions import Self, TypeAlias

from ._native import Client

_Row = TypeVar("_Row")

# What `cursor` gave, or its JSON.
_Cursor: TypeAlias = Mapping[str, Any] | str

class _Reading:
    def __init__(
        self,
        client: Client,
        name: str,
        /,
        *,
        progress: bool = False,
        now: datetime | str | None = None,
        **params: object,
    ) -> None: ...
    @property
    def cursor(self) -> dict[str, Any]: ...

class Rows(_Reading, Generic[_Row]):
    def __iter__(self) -> Self: ...
    def __next__(self) -> _Row: ...
    def pages(self) -> Iterator[list[_Row]]: ...

class AsyncRows(_Reading, Generic[_Row]):
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> _Row: ...
    def pages(self) -> AsyncIterator[list[_Row]]: ...
