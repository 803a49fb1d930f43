"""Clients that share no code with the package: one in PHP, one in Python's standard library."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import pytest

CLIENT = Path(__file__).parents[1] / "php" / "client.php"
DIRECT = build_opener(ProxyHandler({}))


def php(task):
    """What a PHP program gets for its calls, as pairs of status and text."""
    if not shutil.which("php"):
        pytest.skip("there is no php on this machine; the client in Python makes the same calls")
    run = subprocess.run(
        ["php", "-n", "-d", "display_errors=stderr", str(CLIENT)],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stderr == "", run.stderr
    return [tuple(answer) for answer in json.loads(run.stdout)]


def python(task):
    """The same from Python."""
    return [call(task, function, arguments) for function, arguments in task["calls"]]


def call(task, function, arguments):
    if task["form"] == "position":
        named = {f"arg{at}": argument for at, argument in enumerate(arguments.values(), 1)}
        named |= {"language": "", "operator": "", "ds24ver": "1.2"}
    else:
        named = arguments
    query = urlencode([pair for name, argument in named.items() for pair in fields(name, argument)])
    url, body = f"{task['base_url']}/{function}", query.encode()
    if task["method"] == "GET":
        url, body = f"{url}?{query}", None
    try:
        request = Request(url, body, {"X-DS-API-KEY": task["api_key"]}, method=task["method"])
        with DIRECT.open(request, timeout=20) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def fields(name, argument):
    """An argument as fields with PHP's brackets."""
    match argument:
        case None:
            return []
        case bool():
            return [(name, str(int(argument)))]
        case dict():
            return [pair for key, inner in argument.items() for pair in fields(f"{name}[{key}]", inner)]
        case list():
            return [pair for at, inner in enumerate(argument) for pair in fields(f"{name}[{at}]", inner)]
    return [(name, str(argument))]
