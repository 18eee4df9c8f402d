"""CP-1 and CP-2."""
MONTHS = 18


def worth(cents, age_in_months):
    return cents // 10 if age_in_months < MONTHS else 0
