import unittest

from relay.client import Client
from relay.errors import RelayError


class Diagnostics(unittest.TestCase):
    def test_attempts(self):
        # DX1
        client = Client()
        client.note_attempt("evt_1")
        client.note_attempt("evt_1")
        self.assertEqual(client.attempts("evt_1"), 2)
        self.assertEqual(client.attempts("evt_2"), 0)

    def test_last_error(self):
        # RT7
        client = Client()
        self.assertIsNone(client.last_error("evt_1"))
        client.note_attempt("evt_1", RelayError("timeout", "No answer after 10 seconds."))
        client.note_attempt("evt_1", RelayError("rejected", "The endpoint answered 422."))
        client.note_attempt("evt_1")
        self.assertEqual(client.last_error("evt_1"), "rejected")
        self.assertIsNone(client.last_error("evt_2"))


if __name__ == "__main__":
    unittest.main()
