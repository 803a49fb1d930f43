import datetime as _dt
from builtins import bytes as _bytes
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypedDict, final, type_check_only

from typing_extensions import TypeAlias

from . import Digistore24

__all__ = ["DoorList", "check", "number", "validate"]

_Id: TypeAlias = str | int
_Ids: TypeAlias = _Id | Sequence[_Id]
_Days: TypeAlias = str | _dt.date | Sequence[str | _dt.date]
_Moment: TypeAlias = str | int | _dt.datetime
_Record: TypeAlias = Mapping[str, Any]
_Verdict: TypeAlias = Literal[
    "admit", "used", "blocked", "wrong_template", "wrong_location", "wrong_date", "undecided"
]

@type_check_only
class Remark(TypedDict):
    word: str
    text: str

@type_check_only
class NumberRead(TypedDict):
    number: str | None
    source: Literal["number", "pdf_link"] | None
    notes: list[Remark]

@type_check_only
class Ticket(TypedDict):
    no: int | None
    count: int | None
    first_name: str | None
    last_name: str | None
    hint: str | None
    template_id: str | None
    location_id: str | None
    date: str | None
    days: int | None
    used_at: str | None
    is_blocked: bool | None

@type_check_only
class Check(TypedDict):
    verdict: _Verdict
    reasons: list[Remark]
    notes: list[Remark]
    number: str | None
    as_of: _dt.datetime | None
    ticket: Ticket

@type_check_only
class Failed(TypedDict):
    kind: str
    code: int | None
    message: str

@type_check_only
class Validated(TypedDict):
    verdict: Literal[
        "admitted",
        "used",
        "blocked",
        "wrong_template",
        "wrong_location",
        "wrong_date",
        "wrong_event",
        "unknown",
        "not_used",
        "not_asked",
        "undecided",
        "refused",
    ]
    number: str
    by: Literal["this_scan", "earlier_scan", "cannot_tell"] | None
    reasons: list[Remark]
    ticket: Ticket | None
    template_id: str | None
    location_id: str | None
    date: str | None
    valid_ticket_count: int | None
    used_ticket_count: int | None
    is_open: bool
    error: Failed | None

@type_check_only
class First(TypedDict):
    place: Literal["this_door", "other_door", "before_snapshot"]
    door: str | None
    at: _dt.datetime | None

@type_check_only
class Scan(TypedDict):
    verdict: _Verdict | Literal["unknown", "not_a_number"]
    number: str | None
    source: Literal["number", "pdf_link"] | None
    ticket: Ticket | None
    first: First | None
    reasons: list[Remark]
    notes: list[Remark]
    as_of: _dt.datetime | None

@type_check_only
class Event(TypedDict):
    template_ids: list[str]
    location_ids: list[str]
    dates: list[str]

@type_check_only
class Strange(TypedDict):
    row: int
    word: Literal["no_number", "undecided", "twice"]
    text: str

@type_check_only
class Mark(TypedDict):
    door: str
    at: _dt.datetime

@type_check_only
class DoorCount(TypedDict):
    door: str
    admitted: int

@type_check_only
class Counts(TypedDict):
    tickets: int
    admitted: int
    doors: list[DoorCount]
    expected: int
    used_before: int
    blocked: int
    pending: int
    oldest: _dt.datetime | None
    newest: _dt.datetime | None

@type_check_only
class Conflict(TypedDict):
    word: Literal[
        "two_doors",
        "same_door",
        "used_before",
        "used_after",
        "cannot_tell",
        "not_counted",
        "blocked",
        "unknown",
        "wrong_event",
        "undecided",
    ]
    text: str
    number: str
    marks: list[Mark]
    used_at: _dt.datetime | None
    ticket: Ticket | None

@type_check_only
class Pending(Mark):
    number: str
    is_open: bool

@type_check_only
class Synced(Mark):
    word: Literal[
        "admitted",
        "this_scan",
        "used_before",
        "cannot_tell",
        "not_used",
        "blocked",
        "unknown",
        "wrong_event",
        "undecided",
    ]
    number: str
    is_counted: bool
    reasons: list[Remark]

@type_check_only
class SyncReport(TypedDict):
    done: list[Synced]
    counted: int
    pending: int
    open: int
    stopped: Failed | None

def number(text: str) -> NumberRead: ...
def check(
    record: _Record,
    *,
    template_id: _Ids,
    location_id: _Ids,
    date: _Days,
    snapshot_at: _Moment | None = None,
) -> Check: ...
def validate(
    ds: Digistore24,
    eticket: str,
    *,
    template_id: _Ids,
    location_id: _Ids,
    date: _Days | None = None,
    look_first: bool | None = None,
    only_look: bool | None = None,
    started_at: _Moment | None = None,
    tolerance: int | None = None,
) -> Validated: ...

@final
class DoorList:
    @staticmethod
    def take(
        records: Sequence[_Record],
        *,
        door: str,
        template_id: _Ids,
        location_id: _Ids,
        date: _Days,
        snapshot_at: _Moment,
        names: bool | None = True,
    ) -> DoorList: ...
    @staticmethod
    def read(bytes: _bytes | bytearray, *, door: str) -> DoorList: ...
    @property
    def door(self) -> str: ...
    @property
    def event(self) -> Event: ...
    @property
    def strange(self) -> list[Strange]: ...
    def bytes(self) -> _bytes: ...
    def marks(self) -> _bytes: ...
    def scan(self, text: str, *, at: _Moment | None = None) -> Scan: ...
    def merge(self, *others: DoorList | _bytes | bytearray | list[DoorList | _bytes | bytearray]) -> None: ...
    def counts(self) -> Counts: ...
    def conflicts(self) -> list[Conflict]: ...
    def pending(self) -> list[Pending]: ...
    def sync(
        self,
        ds: Digistore24,
        *,
        limit: int | None = None,
        all_doors: bool | None = None,
        look_first: bool | None = None,
        save: Callable[[DoorList], object] | None = None,
    ) -> SyncReport: ...
