from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any

from typing_extensions import Self

from ._aftermath import Aftermath
from ._errors import DigistoreError
from ._functions import AsyncFunctions
from ._native import Attempt, Budget, Call, Cassette, Client, Send, _Body, _Headers, _Permission

_Reply = tuple[int, _Headers, _Body]

class AsyncDigistore24(AsyncFunctions, Client):
    def __new__(
        cls,
        api_key: str,
        *,
        write_key: str | None = None,
        developer_key: str | None = None,
        permission: _Permission | None = None,
        writing: bool | None = None,
        base_url: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        zone: str | None = None,
        timeout: float | None = 30.0,
        total_timeout: float | None = None,
        retries: int = 3,
        most_bytes: int = 67108864,
        budget: Budget | None = None,
        bodies: bool = False,
        on_attempt: Callable[[Attempt], object] | None = None,
        hide: Sequence[str] = (),
        cassette: Cassette | None = None,
        send: Callable[[Send], Awaitable[_Reply]] | Callable[[Send], _Reply] | None = None,
    ) -> Self: ...
    def call(self, name: str, /, **params: object) -> Coroutine[Any, Any, Any]: ...
    def raw(self, name: str, /, **params: object) -> Coroutine[Any, Any, Any]: ...
    def what_became_of(  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        call: DigistoreError | str,
        /,
        *,
        parameters: Mapping[str, object] | None = None,
        sent_at: datetime | int | None = None,
        lost_at: datetime | int | None = None,
        known: Sequence[str | int] | None = None,
        calls: int | None = 1,
        late: int | None = 120,
        wait: bool | None = True,
        tolerance: int | None = 60,
    ) -> Coroutine[Any, Any, Aftermath]: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

async def led(client: AsyncDigistore24, conversation: Call) -> Any: ...
