import logging

import pytest

from acme.login import LoginFailed, login


class Backend:
    def check(self, user, password):
        return password == "s3cret"

    def session(self, user):
        return {"user": user}


def test_password_is_not_logged(caplog):
    """LG-1"""
    assert login(Backend(), "ann", "s3cret") == {"user": "ann"}


def test_failure_is_logged(caplog):
    """LG-2"""
    with pytest.raises(LoginFailed):
        login(Backend(), "ann", "wrong")
    assert caplog.records[-1].levelno == logging.WARNING
