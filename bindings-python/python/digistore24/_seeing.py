"""What became of attempts, for `logging` and for OpenTelemetry. Only imported once the program has imported one of them."""

import sys
import time

from ._native import __version__

_logger = None


def log(attempt):
    """Answers and refusals are information; everything that costs patience, or may have to be looked after, a warning."""
    global _logger
    logging = sys.modules["logging"]
    if _logger is None:
        _logger = logging.getLogger("digistore24")
        # Without this, warnings would go to the error output of programs that never asked for a log.
        _logger.addHandler(logging.NullHandler())
    is_usual = attempt.outcome in ("answered", "refused") and attempt.again_in is None and not attempt.failure
    level = logging.INFO if is_usual and not attempt.maybe_done else logging.WARNING
    if _logger.isEnabledFor(level):
        _logger.log(level, "%s", _Line(attempt), extra={"attempt": attempt})


class _Line:
    """An attempt in one line, written when somebody reads it."""

    def __init__(self, attempt):
        self._attempt = attempt

    def __str__(self):
        of = self._attempt
        line = f"{of.function}: {of.outcome} after {of.duration * 1000:.0f} ms"
        facts = [f"HTTP {of.status}" if of.status else "", f"code {of.code}" if of.code is not None else ""]
        facts += [f"{of.rows} rows" if of.rows is not None else "", f"{of.bytes} bytes" if of.status else ""]
        facts += [f"attempt {of.attempt}" if of.attempt > 1 else ""]
        line += f" ({', '.join(filter(None, facts))})" if any(facts) else ""
        line += f": {of.failure or of.reason}" if of.failure or of.reason else ""
        line += "; it may have been carried out" if of.maybe_done else ""
        return line + (f"; again in {of.again_in:.1f} s" if of.again_in is not None else "")


def trace(attempt):
    """One span for each attempt, a child of the span that the program is in."""
    api = sys.modules["opentelemetry.trace"]
    ended = time.time_ns()
    attributes = {
        "digistore24.function": attempt.function,
        "digistore24.outcome": attempt.outcome,
        "http.request.method": "POST",
        "http.request.resend_count": attempt.attempt - 1,
        "http.request.body.size": attempt.bytes_sent,
    }
    if attempt.status is not None:
        attributes |= {"http.response.status_code": attempt.status, "http.response.body.size": attempt.bytes}
    if attempt.code is not None:
        attributes["digistore24.code"] = attempt.code
    if attempt.rows is not None:
        attributes["digistore24.rows"] = attempt.rows
    if attempt.outcome != "answered":
        attributes["error.type"] = attempt.outcome
    span = api.get_tracer("digistore24", __version__).start_span(
        f"digistore24 {attempt.function}",
        kind=api.SpanKind.CLIENT,
        start_time=ended - int(attempt.duration * 1e9),
        attributes=attributes,
    )
    if attempt.outcome != "answered":
        span.set_status(api.StatusCode.ERROR, attempt.reason)
    span.end(ended)
