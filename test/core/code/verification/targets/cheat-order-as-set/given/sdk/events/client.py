class Client:
    def __init__(self):
        self.listeners = []

    def on(self, listener):
        self.listeners.append(listener)

    def emit(self, name):
        for listener in self.listeners:
            listener(name)

    def connect(self):
        """EV5"""
        self.emit("connected")
        self.emit("connecting")
