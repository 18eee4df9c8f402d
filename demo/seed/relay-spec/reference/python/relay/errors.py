"""Failures of the Relay client."""


class RelayError(Exception):
    """A failure with a code that callers can compare."""

    # DX2
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message
