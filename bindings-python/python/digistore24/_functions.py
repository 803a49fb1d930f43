"""The functions of the service as methods: names in snake case, parameters as the service spells them."""

from ._native import functions


class Functions:
    """One method for each function of the catalogue."""

    __slots__ = ()


def _method(name, method_name, doc):
    def method(self, /, **params):
        return self.call(name, **params)

    method.__name__ = method_name
    method.__qualname__ = f"Functions.{method_name}"
    method.__doc__ = doc
    return method


for _names in functions():
    setattr(Functions, _names[1], _method(*_names))
