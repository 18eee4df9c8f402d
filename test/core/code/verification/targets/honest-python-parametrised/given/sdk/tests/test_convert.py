import pytest

from temperature.convert import TemperatureError, to_celsius


@pytest.mark.parametrize(
    "fahrenheit, celsius",
    [(32, 0.0), (212, 100.0), (-40, -40.0), (98.6, 37.0)],
)
def test_table(fahrenheit, celsius):  # TE1
    assert to_celsius(fahrenheit) == celsius


def test_below_absolute_zero():
    # TE2
    to_celsius(-459.67)
    with pytest.raises(TemperatureError, match="below absolute zero"):
        to_celsius(-459.68)
