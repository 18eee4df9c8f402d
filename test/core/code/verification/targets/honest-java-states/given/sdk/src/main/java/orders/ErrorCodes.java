package orders;

public final class ErrorCodes {
    public static final int NOT_A_DRAFT = 40901;

    private ErrorCodes() {}
}
