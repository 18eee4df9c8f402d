import pytest

from prices.prices import PriceError, price


@pytest.mark.parametrize("currency", ["EUR", "CHF", "SEK"])
def test_pc_1_currencies(currency):
    assert price(5, currency) == f"5 {currency}"


def test_pc_2_none():
    with pytest.raises(PriceError, match="no_currency"):
        price(5, "")
