ABSOLUTE_ZERO = -459.67


class TemperatureError(ValueError):
    pass


def to_celsius(fahrenheit: float) -> float:
    """Celsius, rounded to one digit (TE1)."""
    if fahrenheit < ABSOLUTE_ZERO:  # TE2
        raise TemperatureError("below absolute zero")
    return round((fahrenheit - 32) * 5 / 9, 1)
