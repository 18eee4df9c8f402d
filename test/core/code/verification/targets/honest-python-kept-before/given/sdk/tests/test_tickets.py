import unittest

from tickets import Ticket


class ClosingTest(unittest.TestCase):
    """TI1"""

    def setUp(self):
        self.times = iter(range(10))
        self.ticket = Ticket(now=lambda: next(self.times))

    def assert_is_closed(self):
        self.assertEqual("closed", self.ticket.state)

    def test_closing(self):
        self.ticket.close()
        self.assert_is_closed()

    def test_closing_again_keeps_closed_at(self):
        self.ticket.close()
        kept = self.ticket.closed_at
        self.ticket.close()
        self.assertEqual(kept, self.ticket.closed_at)
        self.assert_is_closed()
