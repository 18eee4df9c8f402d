class Letter:
    def __init__(self, text):
        self.text = text
        self.opened = False

    # LTR1
    def open(self):
        return self.text
