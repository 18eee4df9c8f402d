class ProtocolError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class VersionMismatch(ProtocolError):
    """VR2, code 40031"""

    CODE = 40031


def negotiate(ours, theirs):
    # VR1, VR2
    shared = sorted(set(ours) & set(theirs))
    return shared[-1]
