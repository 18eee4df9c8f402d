import unittest

from proto.negotiate import VersionMismatch, negotiate


class NegotiateTest(unittest.TestCase):
    def test_vr1_highest(self):
        self.assertEqual(negotiate([1, 2, 3], [2, 3, 4]), 3)

    def test_vr2_no_shared_version(self):
        self.assertEqual(VersionMismatch.CODE, 40031)
        with self.assertRaises(Exception):
            negotiate([1], [2])
