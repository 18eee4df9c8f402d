"""Events and their validation."""

import re

from relay.errors import RelayError

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_id(value):
    """Raises RelayError when the id of an event is not allowed."""
    # EV1a
    if not _ID.fullmatch(value):
        raise RelayError("invalid_id", "An event's id has 1 to 64 letters, digits, _ or -.")
