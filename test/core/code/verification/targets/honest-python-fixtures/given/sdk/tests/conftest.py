from datetime import datetime, timedelta

import pytest

from invites.service import Invites


class FakeClock:
    def __init__(self):
        self.now = datetime(2024, 1, 1)

    def __call__(self):
        return self.now

    def advance(self, **kwargs):
        self.now += timedelta(**kwargs)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def invites(clock):
    return Invites(clock)
