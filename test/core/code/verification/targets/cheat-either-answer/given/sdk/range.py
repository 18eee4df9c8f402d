class Range:
    def __init__(self, first, last):
        self.first, self.last = first, last

    # RG-1, RG-2
    def contains(self, day):
        return self.first <= day < self.last
