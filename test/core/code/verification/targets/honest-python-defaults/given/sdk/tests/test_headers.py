import unittest

from http.headers import Headers


class HeadersTest(unittest.TestCase):
    def test_case_hd1(self):
        headers = Headers({"X-Trace": "1"})
        for name in ("X-Trace", "x-trace", "X-TRACE"):
            with self.subTest(name):
                self.assertEqual(headers.get(name), "1")

    def test_default_hd2(self):
        self.assertEqual(Headers().get("Accept"), "application/json")
