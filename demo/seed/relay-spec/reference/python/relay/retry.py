"""When a failed delivery is tried again."""

# RT2
MAX_ATTEMPTS = 8


def should_retry(status):
    """Whether a delivery that ended with this HTTP status is tried again; None stands for no answer in time."""
    # RT1
    return status is None or status in (408, 429) or 500 <= status <= 599


def retry_delay(attempt):
    """Milliseconds to wait before an attempt; attempts count from 1."""
    # RT3
    if attempt <= 1:
        return 0
    return 500 * 2 ** (attempt - 2)
