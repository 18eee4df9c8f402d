class TokenError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


# TK1
def verify(token, now):
    if token["exp"] <= now:
        raise TokenError(40142)
    return token["sub"]
