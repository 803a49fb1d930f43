"""`python -m digistore24 sandbox` serves the sandbox, for programs in any language."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from . import BadParams, Sandbox


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says."""
    options = _parser().parse_args(arguments)
    try:
        sandbox = _begun(options)
    except (BadParams, OSError, UnicodeDecodeError) as error:
        print(f"digistore24 sandbox: {error}", file=sys.stderr)
        return 2
    return _serve(sandbox, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m digistore24")
    commands = parser.add_subparsers(dest="command", required=True)
    about = "serves a Digistore24 account in memory on this machine, until Ctrl-C"
    command = commands.add_parser("sandbox", help=about, description=about)
    command.add_argument("--port", type=int, default=8724, help="0 for any free one; 8724 unless given")
    command.add_argument("--load", type=Path, metavar="FILE", help="goes on from an account that --save kept")
    command.add_argument("--save", type=Path, metavar="FILE", help="keeps the account there at the end")
    command.add_argument("--scenario", metavar="NAME", help="plays a story first, such as launch_day")
    command.add_argument("--orders", type=int, help="how many orders the story has")
    command.add_argument("--seed", type=int, help="another seed gives another story, the same seed the same")
    command.add_argument("--deliver", action="store_true", help="posts notifications to the addresses that are connected")
    return parser


def _begun(options: argparse.Namespace) -> Sandbox:
    sandbox = Sandbox() if options.load is None else Sandbox.load(options.load.read_text(encoding="utf-8"))
    if options.scenario is not None:
        sandbox.scenario(options.scenario, orders=options.orders, seed=options.seed)
    return sandbox


def _serve(sandbox: Sandbox, options: argparse.Namespace) -> int:
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        serving = sandbox.serve(port=options.port, deliver=options.deliver)
    except OSError as error:
        print(f"digistore24 sandbox: port {options.port}: {error}", file=sys.stderr)
        return 1
    with serving:
        print(f"base_url {serving.base_url}\napi_key  {serving.api_key}\nwindow   {serving.window_url}", flush=True)
        # In slices, since a wait without an end does not hear Ctrl-C on Windows.
        while not ended.wait(0.5):
            pass
    if options.save is not None:
        options.save.write_text(sandbox.save(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
