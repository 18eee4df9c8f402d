package library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Desk desk = new Desk();

    // LI1
    @Test
    void isDueThreeWeeksLater() {
        assertEquals(LocalDate.of(2025, 3, 13), desk.lend("Emma", LocalDate.of(2025, 2, 20)));
    }

    // LI2
    @Test
    void lendsFiveAndNoMore() {
        for (String book : new String[] {"a", "b", "c", "d", "e"}) desk.lend(book, LocalDate.MIN);
        assertEquals(
                "TOO_MANY_BOOKS",
                assertThrows(IllegalStateException.class, () -> desk.lend("f", LocalDate.MIN)).getMessage());
    }

    // LI3
    @Test
    void remindsAgain() {
        desk.pass(60);
        desk.pass(29);
        assertEquals(1, desk.reminders());
        desk.pass(1);
        assertEquals(2, desk.reminders());
    }
}
