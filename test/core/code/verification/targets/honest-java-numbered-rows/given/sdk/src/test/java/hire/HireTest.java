package hire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HireTest {
    static Stream<Arguments> trips() {
        return Stream.of(
                Arguments.of("1.1", "PT6M", 450),
                Arguments.of("1.1", "PT31M", 900),
                Arguments.of("1.2", "PT9H", 3000),
                Arguments.of("1.3", "PT5M", 0));
    }

    @ParameterizedTest
    @MethodSource("trips")
    void price(String entry, String trip, int cents) {
        assertEquals(cents, Prices.of(Duration.parse(trip)));
    }

    @Test
    @DisplayName("2.1 a boat that is out")
    void notHere() {
        Pier pier = new Pier();
        pier.moor("Ida");
        pier.take("Ida");
        Pier.Refused refused = assertThrows(Pier.Refused.class, () -> pier.take("Ida"));
        assertEquals(Pier.Reason.NOT_HERE, refused.reason);
    }
}
