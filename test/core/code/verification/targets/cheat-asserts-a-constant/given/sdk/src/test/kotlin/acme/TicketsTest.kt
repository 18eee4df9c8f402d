package acme

import java.time.Instant
import java.time.temporal.ChronoUnit.HOURS
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class TicketsTest {
    private val issued = Instant.parse("2024-01-01T00:00:00Z")

    // TK2
    @Test
    fun `is valid for two days`() {
        assertEquals(Check.Ok, Tickets().check("a", issued, issued.plus(48, HOURS)))
        assertEquals(Check.Refused("expired"), Tickets().check("b", issued, issued.plus(49, HOURS)))
    }

    // TK3
    @Test
    fun `a used ticket is refused`() {
        val tickets = Tickets()
        assertEquals(Check.Ok, tickets.check("a", issued, issued))
        assertEquals("alreadyUsed", Tickets.ALREADY_USED)
    }
}
