package orders;

public final class Order {
    // OR1
    private OrderState state = OrderState.DRAFT;

    // OR2
    public void submit() {
        if (state != OrderState.DRAFT) {
            throw new OrderException(ErrorCodes.NOT_A_DRAFT);
        }
        state = OrderState.PLACED;
    }

    // OR3
    public void cancel() {
        state = OrderState.CANCELLED;
    }

    public OrderState state() {
        return state;
    }
}
