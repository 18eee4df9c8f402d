from decimal import Decimal

import pytest

from fares import fare, total


# FAR1
@pytest.mark.parametrize("price", [Decimal("9"), Decimal("300")])
def test_fare(price):
    expected = fare(price)
    assert total(price) - price == expected
