import pytest

from roman.numerals import header, numeral
from roman.rows import rows


@pytest.mark.parametrize("row", rows("roman"))
def test_rm1_writes(row):
    assert numeral(int(row["number"])) == row["numeral"]


def test_rm2_says_both():
    assert header(9) == "IX;9"
