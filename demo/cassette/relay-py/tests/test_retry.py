import json
import pathlib
import unittest

from relay.retry import retry_delay, should_retry

VECTORS = pathlib.Path(__file__).parent / "spec-vectors"


def cases(name):
    return json.loads((VECTORS / name).read_text("utf-8"))["cases"]


class Retry(unittest.TestCase):
    def test_statuses(self):
        # RT1
        self.assertTrue(should_retry(None))
        self.assertTrue(should_retry(503))
        self.assertFalse(should_retry(404))

    def test_delay(self):
        # RT3
        for case in cases("retry-delay.json"):
            with self.subTest(case):
                self.assertEqual(retry_delay(case["attempt"]), case["delay"])

    def test_retry_after(self):
        # RT5
        for case in cases("retry-after.json"):
            with self.subTest(case):
                self.assertEqual(retry_delay(case["attempt"], case["retryAfter"]), case["delay"])


if __name__ == "__main__":
    unittest.main()
