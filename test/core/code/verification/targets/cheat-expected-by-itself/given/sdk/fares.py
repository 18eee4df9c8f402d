from decimal import Decimal


# FAR1
def fare(price):
    return max(Decimal("2.00"), min(Decimal("9.00"), price * Decimal("0.03")))


# FAR1
def total(price):
    return price + fare(price)
