package tables;

public final class TableException extends RuntimeException {
    public final String code;

    public TableException(String code) {
        super(code);
        this.code = code;
    }
}
