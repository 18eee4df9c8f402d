"""Prices: PC-1 and PC-2."""

CURRENCIES = ("EUR", "CHF", "SEK")


class PriceError(Exception):
    pass


def price(amount, currency):
    if not currency:
        raise PriceError("no_currency")
    if currency not in CURRENCIES:
        raise PriceError("other_currency")
    return f"{amount} {currency}"
