import logging

logger = logging.getLogger("cards")


class Terminal:
    def __init__(self, card):
        self.card = card
        self.state = "ready"
        self.wrong = 0

    def begin(self):
        """CA1"""
        logger.info("card %s", self.card.number)

    def enter(self, pin):
        """CA2"""
        if self.card.fits(pin):
            self.wrong = 0
            return True
        self.wrong += 1
        logger.warning(f"wrong PIN of {len(pin)} digits, {'tried' if pin else 'none'}")
        if self.wrong == 3:
            self.state = "blocked"
        return False
