"""Coming to a key at a terminal: the browser opens, the user approves, the key is kept."""

from __future__ import annotations

import json
import os
import sys
import time

from . import Digistore24
from ._errors import DigistoreError
from .keys import Ticket, collect, request

# The name under which the keyring of the system keeps everything.
_SERVICE = "digistore24"

# States after which the token is of no more use.
_OVER = ("granted", "aborted", "collected", "lost")


class NotGranted(DigistoreError):
    """The user made no key, or it did not arrive. `collected` tells why."""

    kind = "not_granted"
    function = "login"

    def __init__(self, collected):
        said = collected.error.message if collected.error else collected.note
        super().__init__(f"login: {collected.text}{f' ({said})' if said else ''}")
        self.collected = collected

    @property
    def state(self):
        """How far it has come, in a word: see `digistore24.keys.Collected`."""
        return self.collected.state


def login(
    developer_key,
    *,
    return_url=None,
    permissions="read-only",
    cancel_url=None,
    site_url=None,
    comment=None,
    ticket=None,
    open_browser=True,
    store=True,
    file=None,
    name="default",
    every=2.0,
    patience=480.0,
    failures=5,
    **options,
):
    """Has a user make a key in the browser, keeps it, and gives it with whose it is."""
    ds = Digistore24(developer_key, **options)
    place = _place(store, file, name)
    if ticket is None:
        wish = {"cancel_url": cancel_url, "site_url": site_url, "comment": comment}
        wish = {name: value for name, value in wish.items() if value is not None}
        if return_url is not None:
            wish["return_url"] = return_url
        ticket = request(ds, permissions=permissions, **wish)
        # Before the browser opens: an approved key can be collected by nobody who lost the token.
        place.keep("token", ticket.token)
        _say(f"Please sign in and approve: {ticket.url}\n")
        if open_browser:
            _open(ticket.url)
    elif ticket is True:
        ticket = place.find("token")
        if not ticket:
            raise ValueError("ticket: none is stored; leave it out to begin anew")
    line = _Line()

    def on_state(collected):
        # First of all, whatever comes next.
        if collected.granted and collected.granted.user is None:
            place.keep_granted(collected.granted)
        line.show(collected)

    try:
        collected = collect(ds, ticket, on_state=on_state, every=every, patience=patience, failures=failures)
    except KeyboardInterrupt:
        line.end("interrupted; go on with login(…, ticket=True)" if place.keeps else "interrupted")
        raise
    line.end(collected.state)
    if collected.state in _OVER:
        place.forget("token")
    if collected.state != "granted":
        raise NotGranted(collected)
    return collected.granted


def stored_key(*, file=None, name="default"):
    """The key that `login` kept in the keyring of the system, or in that file; nothing, if there is none."""
    return _place(True, file, name, quiet=True).find("api_key")


def logout(*, file=None, name="default", **options):
    """Gives the kept key back with `unregister`, which ends it and its connections, and forgets it.

    True if the service deleted it. A key that was made by hand it does not delete; it is forgotten all the same.
    """
    place = _place(True, file, name, quiet=True)
    api_key = place.find("api_key")
    if api_key is None:
        return False
    # If this fails the key is still kept, and can be given back later.
    is_gone = Digistore24(api_key, **options).unregister().modified is True
    place.forget("api_key")
    place.forget("thankyou_page_key")
    return is_gone


def _say(text):
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()


def _open(url):
    import webbrowser

    try:
        opened = webbrowser.open(url)
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        _say("No browser could be opened here; open the address in any.\n")


class _Line:
    """One line that tells how far it has come; each state a line of its own where lines cannot change."""

    def __init__(self):
        self._changes = sys.stderr is not None and sys.stderr.isatty()
        self._said = None

    def show(self, collected):
        if self._changes:
            _say(f"\r{collected.state}, {collected.waited:.0f} s \x1b[K")
        elif collected.state != self._said:
            _say(f"{collected.state}\n")
        self._said = collected.state

    def end(self, word):
        if self._changes:
            _say(f"\r{word}\x1b[K\n")
        elif word != self._said:
            _say(f"{word}\n")


class _Nowhere:
    """Keeps nothing."""

    keeps = False

    def keep(self, what, secret):
        pass

    def keep_granted(self, granted):
        self.keep("api_key", granted.api_key)
        if granted.thankyou_page_key:
            self.keep("thankyou_page_key", granted.thankyou_page_key)

    def find(self, what):
        return None

    def forget(self, what):
        pass


class _Keyring(_Nowhere):
    """Keeps secrets in the keyring of the system. What it cannot keep is said, and lives on in memory."""

    keeps = True

    def __init__(self, keyring, name):
        self._keyring = keyring
        self._name = name

    def keep(self, what, secret):
        try:
            self._keyring.set_password(_SERVICE, f"{self._name} {what}", secret)
        except Exception as error:
            self.keeps = False
            _say(f"The keyring does not keep it ({type(error).__name__}); it is only in memory.\n")

    def find(self, what):
        return self._keyring.get_password(_SERVICE, f"{self._name} {what}")

    def forget(self, what):
        try:
            self._keyring.delete_password(_SERVICE, f"{self._name} {what}")
        except Exception:
            # There was none.
            return


class _File(_Nowhere):
    """Keeps secrets in a file that nobody else may read."""

    keeps = True

    def __init__(self, path, name):
        self._path = os.fspath(path)
        self._name = name

    def _all(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _write(self, secrets):
        # Made anew, so that it is whole and nobody else's at any time.
        beside = f"{self._path}.{os.getpid()}.{time.monotonic_ns()}"
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(handle, "w", encoding="utf-8") as file:
                json.dump(secrets, file)
            os.replace(beside, self._path)
        except BaseException:
            os.unlink(beside)
            raise

    def keep(self, what, secret):
        secrets = self._all()
        secrets.setdefault(self._name, {})[what] = secret
        self._write(secrets)

    def find(self, what):
        return self._all().get(self._name, {}).get(what)

    def forget(self, what):
        secrets = self._all()
        if secrets.get(self._name, {}).pop(what, None) is not None:
            self._write(secrets)


def _place(store, file, name, quiet=False):
    if file is not None:
        return _File(file, name)
    if not store:
        return _Nowhere()
    try:
        import keyring
    except ImportError:
        if not quiet:
            _say("The library keyring is not installed, so the key is only in memory: keep it, or give a `file`.\n")
        return _Nowhere()
    return _Keyring(keyring, name)
