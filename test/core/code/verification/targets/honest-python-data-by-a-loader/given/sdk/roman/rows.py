import csv
from pathlib import Path


def rows(name):
    with open(Path("data") / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))
