from datetime import timedelta

LOAN = timedelta(weeks=3)
PER_DAY = 20
MOST = 800
BLOCKED_FROM = 1_000
REMIND = timedelta(days=2)
CHILD = 12
