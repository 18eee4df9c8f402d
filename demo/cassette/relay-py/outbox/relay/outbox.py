"""Events that wait for their delivery."""

from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from relay.errors import RelayError

# Seconds for which one client alone may deliver an event.
LEASE_SECONDS = 30
_MOST_EVENTS = 10000


class OutboxStorage(Protocol):
    """What an application gives to keep events where it wants them; an event is a dict with `id` and `body`."""

    def load(self) -> list: ...

    def append(self, event) -> None: ...

    def remove(self, event_id: str) -> None: ...

    def claim(self, event_id: str, client: str, seconds: int) -> bool:
        """Whether no other client holds the event."""


class Outbox:
    """Keeps events until they are delivered."""

    def __init__(self, storage: OutboxStorage, client: str):
        # OB3a
        self._storage = storage
        self._client = client
        self._pending = set()
        self._unstored = []
        self._storing = ThreadPoolExecutor(max_workers=1)
        self.state = "loading"

    def open(self):
        """Asks the storage at the start, and again after it failed."""
        # OB3b
        events = self._asked(self._storage.load)
        if events is None:
            return
        self._pending.update(event["id"] for event in events)
        self.state = "ready"
        self._storing.submit(self._store).result()

    def send(self, event):
        """Takes an event at once; it is stored behind the call."""
        # OB3b
        if self.state == "suspended":
            raise RelayError("outbox_suspended", "The storage of the outbox has failed.")
        # OB3a
        if len(self._pending) >= _MOST_EVENTS:
            raise RelayError("outbox_full", f"The outbox holds {_MOST_EVENTS} events.")
        # OB3
        self._pending.add(event["id"])
        self._unstored.append(event)
        self._storing.submit(self._store)

    def next(self):
        """The first event when this client may deliver it, else None."""
        # OB3
        return self._storing.submit(self._asked, self._claimed).result()

    def delivered(self, event_id):
        """Lets go of an event."""
        self._asked(self._storage.remove, event_id)
        self._pending.discard(event_id)

    def _claimed(self):
        first = next(iter(self._storage.load()), None)
        if first is None or not self._storage.claim(first["id"], self._client, LEASE_SECONDS):
            return None
        return first

    def _store(self):
        while self._unstored and self._asked(self._append, self._unstored[0]):
            self._unstored.pop(0)

    def _append(self, event):
        self._storage.append(event)
        return True

    def _asked(self, work, *args):
        try:
            return work(*args)
        except Exception:
            # OB3b
            if self.state == "ready":
                self.state = "suspended"
            return None
