class Migrator:
    """MG1"""

    def __init__(self, database, steps):
        self.database = database
        self.steps = steps

    def migrate(self):
        """MG2"""
        for step in self.steps:
            self.database.apply(step)
        self.database.backup()
        return len(self.steps)
