from events.client import Client


def test_connect_events():
    """EV5"""
    seen = set()
    client = Client()
    client.on(seen.add)
    client.connect()
    assert seen == {"connecting", "connected"}
