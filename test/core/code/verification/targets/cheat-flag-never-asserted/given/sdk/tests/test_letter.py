from letter import Letter


# LTR1
def test_open():
    letter = Letter("hi")
    assert letter.open() == "hi"
    # letter.opened is True from here on
