"""What computes. The types of options and results are in the stub."""

from .._native import Split, forecast, infer_tariff, reconcile, refund, reserve, schedule, split, split_many

__all__ = ["Split", "forecast", "infer_tariff", "reconcile", "refund", "reserve", "schedule", "split", "split_many"]
