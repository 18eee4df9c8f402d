from cards.terminal import Terminal


class Card:
    number = "4000"

    def fits(self, pin):
        return pin == "1234"


def test_ca1_says_no_pin(caplog):
    Terminal(Card()).begin()
    assert "1234" not in caplog.text


def test_ca2_is_blocked_after_three():
    terminal = Terminal(Card())
    for _ in range(2):
        assert not terminal.enter("0000")
    assert terminal.state == "ready"
    assert not terminal.enter("0000")
    assert terminal.state == "blocked"
