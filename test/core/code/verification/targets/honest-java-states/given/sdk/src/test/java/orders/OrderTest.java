package orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {
    private Order order;

    @BeforeEach
    void create() {
        order = new Order();
    }

    @Test // OR1
    void aNewOrderIsADraft() {
        assertThat(order.state()).isEqualTo(OrderState.DRAFT);
    }

    /** OR2 */
    @Test
    void submitPlacesTheOrderOnce() {
        assertThat(order.state()).isEqualTo(OrderState.DRAFT);
        order.submit();
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThatThrownBy(order::submit)
            .isInstanceOf(OrderException.class)
            .extracting("code")
            .isEqualTo(40901);
    }

    @Test // OR3
    void cancelEndsTheOrder() {
        order.cancel();
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
    }
}
