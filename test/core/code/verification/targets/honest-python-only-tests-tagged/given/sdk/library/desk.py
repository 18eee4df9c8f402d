from .rules import BLOCKED_FROM, CHILD, LOAN, MOST, PER_DAY, REMIND


class Blocked(Exception):
    pass


class NotForChildren(Exception):
    pass


class Desk:
    def __init__(self, mail):
        self.mail = mail
        self.reminded = set()

    def lend(self, book, reader, today):
        if reader.fines > BLOCKED_FROM:
            raise Blocked(reader.name)
        if book.mark == "adult" and reader.age < CHILD:
            raise NotForChildren(book.title)
        book.due = today + LOAN

    def fine(self, book, today):
        late = max(0, (today - book.due).days)
        return min(MOST, late * PER_DAY)

    def remind(self, book, today):
        if book in self.reminded or today < book.due - REMIND:
            return
        self.reminded.add(book)
        self.mail.send(book.title)
