package library;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** LI1, LI2, LI3 */
public final class Desk {
    private static final int LENT_DAYS = 21;
    private static final int MOST_BOOKS = 5;
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final List<String> books = new ArrayList<>();
    private long asked = 0;
    private long clock = 0;
    private int reminders = 1;

    public LocalDate lend(String book, LocalDate today) {
        if (books.size() >= MOST_BOOKS) throw new IllegalStateException("TOO_MANY_BOOKS");
        books.add(book);
        return today.plusDays(LENT_DAYS);
    }

    public void pass(long seconds) {
        clock += seconds;
        if (clock - asked >= QUIET.toSeconds()) {
            asked = clock;
            reminders++;
        }
    }

    public int reminders() {
        return reminders;
    }
}
