DEFAULTS = {"Accept": "application/json"}


class Headers:
    """HD1, HD2"""

    def __init__(self, values=None):
        merged = {**DEFAULTS, **(values or {})}
        self._values = {name.lower(): value for name, value in merged.items()}

    def get(self, name):
        return self._values.get(name.lower())
