import tomllib
from pathlib import Path

MESSAGES = tomllib.loads(Path(__file__).with_name("messages.toml").read_text())
TRIES = 3


class StoveError(Exception):
    pass


# SN1
class Stove:
    def __init__(self, name, line):
        self.name = name
        self.line = line

    def close_door(self):
        for _ in range(TRIES):
            if self.line.send("heat"):
                return
        raise StoveError(MESSAGES["silent"].format(name=self.name))


# SN2
def advice(temperature):
    if temperature < 60:
        return "cold"
    return "good" if temperature < 90 else "hot"
