package ferry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FerryTest {
    // FER-1
    @Test
    void cars() {
        assertEquals(12_40, Ferry.carCents(2_500));
        assertEquals(18_90, Ferry.carCents(2_501));
    }

    // FER-1
    @Test
    void coffee() {
        assertTrue(Ferry.hasCoffee(200_00));
        assertFalse(Ferry.hasCoffee(199_99));
    }

    // FER-2
    @Test
    void trailers() {
        assertEquals(7_05, Ferry.trailerCents(3));
    }

    // FER-3
    @Test
    void tank() {
        assertEquals(12, Ferry.litresAfter(3));
    }
}
