package fx;

import java.math.BigDecimal;

public interface Rates {
    BigDecimal of(String currency);
}
