class Code:
    EXPIRED = "invitation_expired"
    FORBIDDEN = "forbidden"


class InviteError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code
