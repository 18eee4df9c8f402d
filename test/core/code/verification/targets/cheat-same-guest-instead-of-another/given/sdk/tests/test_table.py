import pytest

from tables.table import Table, TableError, bill


def test_ta1_is_taken():
    table = Table()
    table.take("ada")
    assert table.guest == "ada"


def test_ta2_not_yours():
    table = Table()
    table.take("ada")
    with pytest.raises(TableError) as info:
        table.leave("ada")
    assert info.value.code == "not_your_table"


def test_ta3_four_chairs():
    assert Table(chairs=4).chairs == 4


def test_ta4_bill():
    dishes = [800, 1250]
    assert Table().pay(dishes) == bill(dishes)
