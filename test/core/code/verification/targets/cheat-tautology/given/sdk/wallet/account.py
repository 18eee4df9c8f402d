class WalletError(Exception):
    def __init__(self, code):
        super().__init__(f"wallet error {code}")
        self.code = code


class Account:
    # WA2
    def __init__(self, balance=0, currency="EUR"):
        self.balance = balance
        self.currency = currency

    def withdraw(self, amount):
        # WA1
        if amount > self.balance:
            raise WalletError(30412)
        self.balance -= amount
