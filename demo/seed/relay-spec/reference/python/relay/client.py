"""What a client tells about its deliveries."""


class Client:
    def __init__(self):
        self._attempts = {}

    def note_attempt(self, event_id):
        """Notes that an attempt to deliver an event was made."""
        self._attempts[event_id] = self.attempts(event_id) + 1

    def attempts(self, event_id):
        """How many attempts were made for an event."""
        # DX1
        return self._attempts.get(event_id, 0)
