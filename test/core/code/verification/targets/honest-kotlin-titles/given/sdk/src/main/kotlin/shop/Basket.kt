package shop

import java.time.LocalDate

enum class Warning { QUANTITY_CUT }

class Coupon(val code: String, val until: LocalDate)

class CouponRejected(message: String) : Exception(message)

class Basket(private val coupons: List<Coupon>, private val today: () -> LocalDate) {
    private val lines = linkedMapOf<String, Int>()
    private val _warnings = mutableListOf<Warning>()

    val warnings: List<Warning> get() = _warnings
    val quantities: Map<String, Int> get() = lines
    var coupon: Coupon? = null
        private set

    // BSK-1
    fun add(product: String, quantity: Int = 1) = set(product, (lines[product] ?: 0) + quantity)

    // BSK-2, BSK-3
    fun set(product: String, quantity: Int) {
        if (quantity == 0) {
            lines -= product
            return
        }
        if (quantity > MAX_PIECES) _warnings += Warning.QUANTITY_CUT
        lines[product] = quantity.coerceAtMost(MAX_PIECES)
    }

    // BSK-3
    fun remove(product: String) {
        lines.remove(product)
    }

    // BSK-4
    fun redeem(code: String): Boolean {
        val found = coupons.find { it.code.equals(code, ignoreCase = true) } ?: return false
        if (found.until < today()) throw CouponRejected("This coupon expired on ${found.until}")
        coupon = found
        return true
    }

    companion object {
        private const val MAX_PIECES = 20
    }
}
