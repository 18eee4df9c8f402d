import logging

logger = logging.getLogger(__name__)


class QuotaError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Gate:
    def __init__(self, quota, passed_on):
        self.left = quota
        self.passed_on = passed_on

    def request(self, what):
        # QU1
        if self.left > 0:
            self.left -= 1
            return self.passed_on(what)
        # QU2
        problem = QuotaError("quota_used_up")
        logger.error("refused: %s", problem.code)
        return None
