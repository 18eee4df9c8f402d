class Ticket:
    def __init__(self, now):
        self._now = now
        self.state = "open"
        self.closed_at = None

    # TI1
    def close(self):
        if self.state == "closed":
            return
        self.state = "closed"
        self.closed_at = self._now()
