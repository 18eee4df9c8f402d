package hire;

import java.util.HashSet;
import java.util.Set;

final class Pier {
    enum Reason { NOT_HERE }

    static final class Refused extends RuntimeException {
        final Reason reason;

        Refused(Reason reason) {
            this.reason = reason;
        }
    }

    private final Set<String> boats = new HashSet<>();

    void moor(String boat) {
        boats.add(boat);
    }

    void take(String boat) {
        if (!boats.remove(boat)) throw new Refused(Reason.NOT_HERE); // 2.1
    }
}
