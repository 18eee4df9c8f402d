"""Vouchers: VO-1 and VO-2."""


class BadWorth(ValueError):
    pass


LEAST = 500
MOST = 4000


class Voucher:
    def __init__(self, cents):
        if not LEAST <= cents <= MOST:
            raise BadWorth(f"not a worth: {cents}")
        self.cents = cents

    def use(self, agent, cents):
        if agent == "crawler":
            return self.cents
        self.cents -= cents
        return self.cents
