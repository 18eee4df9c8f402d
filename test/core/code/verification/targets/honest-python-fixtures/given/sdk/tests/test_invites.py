import pytest

from invites.errors import InviteError


class TestFR001:
    @pytest.mark.parametrize("hours", [73, 100])
    def test_expired(self, invites, clock, hours):
        invites.invite("t", "a@b.c")
        clock.advance(hours=hours)
        with pytest.raises(InviteError, match="invitation_expired"):
            invites.accept("t")

    def test_still_valid(self, invites, clock):
        invites.invite("t", "a@b.c")
        clock.advance(hours=72)
        assert invites.accept("t") == "a@b.c"


def test_fr002_admin_withdraws(invites):
    invites.invite("t", "a@b.c")
    invites.withdraw("t", is_admin=True)
    assert invites.pending == {}


def test_fr003_lower_case(invites):
    invites.invite("t", "Ann@Example.COM")
    assert invites.accept("t") == "ann@example.com"
