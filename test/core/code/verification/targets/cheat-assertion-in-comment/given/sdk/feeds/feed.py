class Feed:
    def __init__(self):
        self.items = []

    def add(self, item):
        # FD2
        self.items.insert(0, {"title": item.get("title") or "Untitled"})
        # FD1
        del self.items[200:]
