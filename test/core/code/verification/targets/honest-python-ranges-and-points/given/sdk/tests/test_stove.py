import pytest

from sauna.stove import Stove, StoveError, advice


class Line:
    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent = []

    def send(self, word):
        self.sent.append(word)
        return self.answers.pop(0)


# SN1a
def test_heats_when_the_door_closes():
    line = Line(True)
    Stove("left", line).close_door()
    assert line.sent == ["heat"]


# SN1b
def test_a_silent_stove_is_told():
    line = Line(False, False, False)
    with pytest.raises(StoveError, match="Stove left is silent."):
        Stove("left", line).close_door()
    assert len(line.sent) == 3


# SN2
@pytest.mark.parametrize("degrees, said", [(59, "cold"), (60, "good"), (89, "good"), (90, "hot"), (110, "hot")])
def test_advice(degrees, said):
    assert advice(degrees) == said


# SN3
def test_the_hour_changes_nothing():
    line = Line(True)
    Stove("left", line).close_door()
    assert line.sent == ["heat"]
