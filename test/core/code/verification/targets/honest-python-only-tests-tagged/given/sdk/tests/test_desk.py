from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from library.desk import Blocked, Desk, NotForChildren
from library.rules import BLOCKED_FROM, CHILD, MOST

TODAY = date(2024, 5, 1)


class Mail:
    def __init__(self):
        self.sent = []

    def send(self, title):
        self.sent.append(title)


class Book:
    def __init__(self, mark=None):
        self.title, self.mark, self.due = "Emma", mark, None


def reader(fines=0, age=30):
    return SimpleNamespace(name="Ann", fines=fines, age=age)


@pytest.fixture
def desk():
    return Desk(Mail())


def test_lf1_due(desk):
    book = Book()
    desk.lend(book, reader(), TODAY)
    assert book.due == date(2024, 5, 22)


@pytest.mark.parametrize("late, cents", [(-1, 0), (0, 0), (1, 20), (7, 140), (400, MOST)])
def test_lf2_fine(desk, late, cents):
    book = Book()
    desk.lend(book, reader(), TODAY)
    assert desk.fine(book, book.due + timedelta(days=late)) == cents


def test_lf3_blocked(desk):
    desk.lend(Book(), reader(fines=BLOCKED_FROM), TODAY)
    with pytest.raises(Blocked):
        desk.lend(Book(), reader(fines=BLOCKED_FROM + 1), TODAY)


def test_lf4_reminder(desk):
    book = Book()
    desk.lend(book, reader(), TODAY)
    desk.remind(book, date(2024, 5, 19))
    assert desk.mail.sent == []
    desk.remind(book, date(2024, 5, 20))
    desk.remind(book, date(2024, 5, 21))
    assert desk.mail.sent == ["Emma"]


def test_lf5_children(desk):
    with pytest.raises(NotForChildren):
        desk.lend(Book("adult"), reader(age=CHILD - 1), TODAY)
    desk.lend(Book("adult"), reader(age=CHILD), TODAY)
