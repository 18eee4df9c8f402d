import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

class BasketTest {
    private val basket = Basket()

    @Test
    fun `BA1 a full basket takes nothing more`() {
        repeat(20) { basket.add(Position("pen", 100)) }
        val refused = assertFailsWith<BasketException> { basket.add(Position("pen", 100)) }
        assertEquals("basket_full", refused.code)
    }

    @Test
    fun `BA2 the total is the sum`() {
        assertEquals(0, basket.total())
        basket.add(Position("pen", 100))
        basket.add(Position("ink", 250))
        assertEquals(350, basket.total())
    }
}
