import pytest

from chat.links import shortened
from chat.room import EmptyMessage, Room


def test_ch_1_shortens_links():
    assert shortened("see https://example.com/a/very/long/way") == "see https://example.com/"


def test_ch_2_empty():
    with pytest.raises(EmptyMessage):
        Room().post("  ")
