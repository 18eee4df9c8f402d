package orders;

public enum OrderState {
    DRAFT,
    PLACED,
    CANCELLED
}
