from range import Range

week = Range(1, 7)


# RG-1
def test_inside_and_outside():
    assert week.contains(3) is True
    assert week.contains(9) is False


# RG-2
def test_last_day():
    assert week.contains(7) in (True, False)
