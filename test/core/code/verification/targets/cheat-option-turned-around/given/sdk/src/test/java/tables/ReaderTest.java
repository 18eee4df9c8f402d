package tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderTest {
    // TB1
    @Test
    void refusesAnUnknownColumn() {
        Reader reader = new Reader(new Options().strict(false));
        TableException error = assertThrows(TableException.class, () -> reader.column("colour"));
        assertEquals("unknown_column", error.code);
    }

    // TB2
    @Test
    void keepsBlankLines() {
        Reader reader = new Reader(new Options().keepBlank(false));
        assertEquals(List.of("a", "", "b"), reader.lines("a\n\nb"));
    }
}
