from unittest.mock import patch

import pytest

from auth import tokens


# TK1
def test_expired_token():
    with patch("auth.tokens.verify", side_effect=tokens.TokenError(40142)):
        with pytest.raises(tokens.TokenError) as refused:
            tokens.verify({"exp": 1, "sub": "ann"}, now=2)
        assert refused.value.code == 40142
