from unittest.mock import patch

import pytest

import sig


# SIG-1
def test_matching():
    with patch("sig.matches", return_value=True):
        assert sig.verify(b"x", "h", b"k", 0)


# SIG-1
def test_not_matching():
    with patch("sig.matches", return_value=False):
        assert not sig.verify(b"x", "h", b"k", 0)


# SIG-2
def test_stale():
    assert sig.verify(b"x", "h", b"k", 300) is not None
    with pytest.raises(sig.StaleSignature):
        sig.verify(b"x", "h", b"k", 301)
