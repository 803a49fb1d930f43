"""Order ids, links, order forms with own prices, and payment plans."""

__all__: list[str] = []
