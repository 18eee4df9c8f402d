"""What a client tells about its deliveries."""


class Client:
    def __init__(self):
        self._attempts = {}
        self._errors = {}

    def note_attempt(self, event_id, error=None):
        """Notes that an attempt to deliver an event was made, and the RelayError it failed with."""
        self._attempts[event_id] = self.attempts(event_id) + 1
        if error is not None:
            self._errors[event_id] = error.code

    def attempts(self, event_id):
        """How many attempts were made for an event."""
        # DX1
        return self._attempts.get(event_id, 0)

    def last_error(self, event_id):
        """The code of an event's last failure, or None when no attempt has failed."""
        # RT7
        return self._errors.get(event_id)
