package keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyTest {
    private Key key;

    @BeforeEach
    void makeKey() {
        key = new Key("ann");
        assertTrue(key.mayUnlock("ann"));
    }

    // KY1
    void newHolderMayUnlockAndFormerMayNot() {
        key.handOver("bob");
        assertTrue(key.mayUnlock("bob"));
        assertFalse(key.mayUnlock("ann"));
    }

    // KY1
    @Test
    void lostKeysStay() {
        key.lose();
        var e = assertThrows(IllegalStateException.class, () -> key.handOver("bob"));
        assertEquals("key_lost", e.getMessage());
    }
}
