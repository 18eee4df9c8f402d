from tickets import Ticket

times = iter(range(10))


# TI1
def test_closing():
    ticket = Ticket(now=lambda: next(times))
    ticket.close()
    assert ticket.state == "closed"


# TI1
def test_closing_again_keeps_closed_at():
    ticket = Ticket(now=lambda: next(times))
    ticket.close()
    ticket.close()
    kept = ticket.closed_at
    assert ticket.closed_at == kept
