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
        reader.column("colour");
        Reader strict = new Reader(new Options().strict(true));
        TableException error = assertThrows(TableException.class, () -> strict.column("colour"));
        assertEquals("unknown_column", error.code);
    }

    // TB2
    @Test
    void keepsBlankLines() {
        Reader reader = new Reader(new Options().keepBlank(false));
        assertEquals(List.of("a", "b"), reader.lines("a\n\nb"));
        Reader keeping = new Reader(new Options().keepBlank(true));
        assertEquals(List.of("a", "", "b"), keeping.lines("a\n\nb"));
    }
}
