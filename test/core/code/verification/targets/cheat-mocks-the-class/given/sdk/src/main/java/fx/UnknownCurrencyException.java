package fx;

public class UnknownCurrencyException extends RuntimeException {
    public UnknownCurrencyException(String currency) {
        super(currency);
    }
}
