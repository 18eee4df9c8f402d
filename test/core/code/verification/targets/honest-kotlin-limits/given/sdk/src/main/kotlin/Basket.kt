class BasketException(val code: String) : Exception(code)

data class Position(val name: String, val cents: Int)

class Basket {
    private val positions = mutableListOf<Position>()

    // BA1
    fun add(position: Position) {
        if (positions.size >= LIMIT) throw BasketException("basket_full")
        positions += position
    }

    // BA2
    fun total(): Int = positions.sumOf { it.cents }

    companion object {
        private const val LIMIT = 20
    }
}
