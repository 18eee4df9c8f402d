import unittest

from relay.errors import RelayError
from relay.outbox import LEASE_SECONDS, Outbox


class Memory:
    def __init__(self):
        self.events = []
        self.holders = {}
        self.leases = []
        self.fails = False

    def _answer(self):
        if self.fails:
            raise OSError("disk")

    def load(self):
        self._answer()
        return list(self.events)

    def append(self, event):
        self._answer()
        self.events.append(event)

    def remove(self, event_id):
        self._answer()
        self.events = [event for event in self.events if event["id"] != event_id]

    def claim(self, event_id, client, seconds):
        self._answer()
        self.leases.append(seconds)
        return self.holders.setdefault(event_id, client) == client


def opened(storage, client="a"):
    outbox = Outbox(storage, client)
    outbox.open()
    return outbox


def event(event_id):
    return {"id": event_id, "body": ""}


class OutboxTest(unittest.TestCase):
    def refused(self, outbox, code):
        with self.assertRaises(RelayError) as raised:
            outbox.send(event("more"))
        self.assertEqual(raised.exception.code, code)

    def test_restart(self):
        # OB3
        storage = Memory()
        before = opened(storage)
        before.send(event("1"))
        before.send(event("2"))
        before.next()
        after = opened(storage)
        self.assertEqual(after.next()["id"], "1")
        after.delivered("1")
        self.assertEqual(after.next()["id"], "2")

    def test_lease(self):
        # OB3
        storage = Memory()
        one, two = opened(storage, "a"), opened(storage, "b")
        one.send(event("1"))
        self.assertEqual(one.next()["id"], "1")
        self.assertIsNone(two.next())
        self.assertEqual(storage.leases, [30, 30])
        self.assertEqual(LEASE_SECONDS, 30)

    def test_storage(self):
        # OB3a
        storage = Memory()
        outbox = opened(storage)
        for n in range(10000):
            outbox.send(event(str(n)))
        self.refused(outbox, "outbox_full")
        outbox.next()
        self.assertEqual(len(storage.events), 10000)

    def test_states(self):
        # OB3b
        storage = Memory()
        outbox = Outbox(storage, "a")
        self.assertEqual(outbox.state, "loading")
        outbox.open()
        self.assertEqual(outbox.state, "ready")
        storage.fails = True
        outbox.send(event("1"))
        outbox.next()
        self.assertEqual(outbox.state, "suspended")
        self.refused(outbox, "outbox_suspended")
        storage.fails = False
        outbox.open()
        self.assertEqual(outbox.state, "ready")
        self.assertEqual(storage.events, [event("1")])


if __name__ == "__main__":
    unittest.main()
