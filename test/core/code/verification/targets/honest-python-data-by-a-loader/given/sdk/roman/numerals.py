PARTS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")]
PARTS += [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def numeral(number):
    """RM1"""
    text = ""
    for size, sign in PARTS:
        while number >= size:
            text += sign
            number -= size
    return text


def header(number):
    """The value of X-Roman (RM2)."""
    return f"{numeral(number)};{number}"
