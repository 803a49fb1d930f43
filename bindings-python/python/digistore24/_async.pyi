from collections.abc import Awaitable, Callable, Coroutine, Sequence
from types import TracebackType
from typing import Any

from typing_extensions import Self

from ._functions import AsyncFunctions
from ._native import Call, Cassette, Client, Send, _Body, _Headers

_Reply = tuple[int, _Headers, _Body]

class AsyncDigistore24(AsyncFunctions, Client):
    def __new__(
        cls,
        api_key: str,
        *,
        base_url: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        zone: str | None = None,
        timeout: float | None = 30.0,
        hide: Sequence[str] = (),
        cassette: Cassette | None = None,
        send: Callable[[Send], Awaitable[_Reply]] | Callable[[Send], _Reply] | None = None,
    ) -> Self: ...
    def call(self, name: str, /, **params: object) -> Coroutine[Any, Any, Any]: ...
    def raw(self, name: str, /, **params: object) -> Coroutine[Any, Any, Any]: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

async def led(client: AsyncDigistore24, conversation: Call) -> Any: ...
