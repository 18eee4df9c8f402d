class TableError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Table:
    def __init__(self, chairs=None):
        self.chairs = chairs  # TA3
        self.guest = None

    def take(self, guest):
        """TA1"""
        self.guest = guest

    def leave(self, guest):
        """TA2"""
        if self.guest == guest:
            raise TableError("not_your_table")
        self.guest = None

    def pay(self, dishes):
        self.guest = None
        return bill(dishes)


def bill(dishes):
    """TA4"""
    return sum(dishes) * 110 // 100
