import unittest

from relay.errors import RelayError
from relay.events import check_id


class EventId(unittest.TestCase):
    def test_allowed(self):
        # EV1a
        check_id("evt_1")

    def test_refused(self):
        # EV1a
        for value in ["", "a b", "x" * 65]:
            with self.assertRaises(RelayError) as raised:
                check_id(value)
            self.assertEqual(raised.exception.code, "invalid_id")


if __name__ == "__main__":
    unittest.main()
