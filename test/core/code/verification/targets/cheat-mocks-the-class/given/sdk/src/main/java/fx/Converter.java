package fx;

import java.math.BigDecimal;
import java.math.RoundingMode;

public class Converter {
    private final Rates rates;

    public Converter(Rates rates) {
        this.rates = rates;
    }

    // RAT-1 RAT-2
    public BigDecimal convert(BigDecimal amount, String currency) {
        BigDecimal rate = rates.of(currency);
        if (rate == null) {
            throw new UnknownCurrencyException(currency);
        }
        return amount.multiply(rate).setScale(2, RoundingMode.DOWN);
    }
}
