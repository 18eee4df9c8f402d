class EmptyMessage(Exception):
    pass


class Room:
    def __init__(self):
        self.messages = []

    def post(self, text):
        # CH-2
        if not text.strip():
            raise EmptyMessage()
        self.messages.append(text)
