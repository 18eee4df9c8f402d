package hire;

import java.time.Duration;

/** Requirement 1, in cents. */
final class Prices {
    private static final int HALF_HOUR = 450;
    private static final int DAY = 30_00;
    private static final Duration GRACE = Duration.ofMinutes(5);

    static int of(Duration out) {
        if (out.compareTo(GRACE) <= 0) return 0; // 1.3
        long begun = (out.toSeconds() + 1799) / 1800; // 1.1
        return (int) Math.min(begun * HALF_HOUR, DAY); // 1.2
    }
}
