"""What several tests share."""

import pytest

from digistore24 import Digistore24, Sandbox

KEY = "123-AbcDefGhiJklMnoPqrStuVwxYz0123456789AbcDefGhiJkl"


class Recorder:
    """Takes requests in place of the service, keeps them, and answers each alike."""

    def __init__(self):
        self.requests = []
        self.reply = (200, {}, b'{"api_version":"1.2","result":"success","data":{}}')

    def __call__(self, request):
        self.requests.append(request)
        return self.reply

    @property
    def body(self):
        return self.requests[-1].body.decode()


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def recorded(recorder):
    return Digistore24(KEY, send=recorder)


@pytest.fixture
def sandbox():
    return Sandbox()


@pytest.fixture
def ds(sandbox):
    return Digistore24(sandbox.api_key, send=sandbox.send)
