import unittest

from relay.retry import retry_delay, should_retry


class Retry(unittest.TestCase):
    def test_statuses(self):
        # RT1
        self.assertTrue(should_retry(None))
        self.assertTrue(should_retry(503))
        self.assertFalse(should_retry(404))

    def test_delay(self):
        # RT3
        self.assertEqual([retry_delay(n) for n in (1, 2, 3)], [0, 500, 1000])


if __name__ == "__main__":
    unittest.main()
