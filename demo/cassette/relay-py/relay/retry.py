"""When a failed delivery is tried again."""

import re

# RT2
MAX_ATTEMPTS = 8

_LONGEST_DELAY = 20_000
_LONGEST_RETRY_AFTER = 3600


def should_retry(status):
    """Whether a delivery that ended with this HTTP status is tried again; None stands for no answer in time."""
    # RT1
    return status is None or status in (408, 429) or 500 <= status <= 599


def retry_delay(attempt, retry_after=None):
    """Milliseconds to wait before an attempt; attempts count from 1.

    `retry_after` is the Retry-After header that answered the attempt before it, or None.
    """
    # RT3
    delay = 0 if attempt <= 1 else min(500 * 2 ** (attempt - 2), _LONGEST_DELAY)
    # RT5
    if retry_after is None or not re.fullmatch("[0-9]+", retry_after):
        return delay
    return max(delay, min(int(retry_after), _LONGEST_RETRY_AFTER) * 1000)
