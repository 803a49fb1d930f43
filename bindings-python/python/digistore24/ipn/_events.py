"""What notifications say. The types of their fields are in the stub."""

from .._native import Event, UnsignedEvent

__all__ = ["Event", "UnsignedEvent"]
