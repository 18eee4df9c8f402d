import pytest

from shop.vouchers import BadWorth, Voucher


class TestVouchers:
    def worth(self, cents):
        return Voucher(cents).cents

    def test_vo_1_worth(self):
        assert self.worth(500) == 500
        assert self.worth(4000) == 4000
        with pytest.raises(BadWorth) as caught:
            self.worth(499)
        assert str(caught.value) == "not a worth: 499"

    def test_vo_2_crawlers(self):
        voucher = Voucher(1000)
        assert voucher.use("crawler", 300) == 1000
        assert voucher.use("browser", 300) == 700
