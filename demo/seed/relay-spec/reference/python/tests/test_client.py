import unittest

from relay.client import Client


class Diagnostics(unittest.TestCase):
    def test_attempts(self):
        # DX1
        client = Client()
        client.note_attempt("evt_1")
        client.note_attempt("evt_1")
        self.assertEqual(client.attempts("evt_1"), 2)
        self.assertEqual(client.attempts("evt_2"), 0)


if __name__ == "__main__":
    unittest.main()
