package orders;

public class OrderException extends RuntimeException {
    private final int code;

    public OrderException(int code) {
        super("order error " + code);
        this.code = code;
    }

    public int getCode() {
        return code;
    }
}
