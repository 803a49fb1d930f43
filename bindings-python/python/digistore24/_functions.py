"""The functions of the service as methods: names in snake case, parameters as the service spells them."""

from ._native import functions, parameters


class Functions:
    """One method for each function of the catalogue."""

    __slots__ = ()

    def rows(self, name, /, **params):
        """Every row of the list `name` once, however many pages it takes, and while rows come and go.

            for purchase in ds.rows("listPurchases", from_="-3d"):
                print(purchase.id)

        An `AsyncDigistore24` gives them to `async for`.

        The parameters are those of the function, without `page_no`. Lists with a period have to be told since when:
        `from_="start"` for everything. It is fixed now, so that `-3d` stays what it is while pages are read.

        `cursor` goes on where the `cursor` of an earlier iterator says; `window` reads the period in parts of so many
        days; `most_pages` cuts it in two where it has more pages; `progress` shows how far it is; `now` is the moment
        from which relative ones count.

        Lists without pages come as one call answers them: of `listPurchasesOfEmail` no more than its `limit`.
        """
        from ._rows import AsyncRows, Rows

        reading = AsyncRows if hasattr(self, "_is_awaited") else Rows
        return reading(self, name, **params)


class _Described:
    """Has the signature of a method. It is made when `inspect` asks, whose import would cost more than all the rest."""

    __slots__ = ("_name",)

    def __init__(self, name):
        self._name = name

    @property
    def __signature__(self):
        from inspect import Parameter, Signature

        keywords, is_open = parameters(self._name)
        signature = [Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)]
        for keyword, required in keywords:
            default = Parameter.empty if required else None
            signature.append(Parameter(keyword, Parameter.KEYWORD_ONLY, default=default))
        if is_open:
            signature.append(Parameter("params", Parameter.VAR_KEYWORD))
        return Signature(signature)


def _method(name, method_name, doc):
    def method(self, /, **params):
        return self.call(name, **params)

    method.__name__ = method_name
    method.__qualname__ = f"Functions.{method_name}"
    method.__doc__ = doc
    method.__wrapped__ = _Described(name)
    return method


for _names in functions():
    setattr(Functions, _names[1], _method(*_names))
