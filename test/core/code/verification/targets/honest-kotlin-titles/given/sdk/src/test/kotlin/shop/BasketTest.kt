package shop

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.StringSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.time.LocalDate

class BasketTest : StringSpec({
    fun basket() = Basket(listOf(Coupon("Spring", LocalDate.of(2024, 4, 30)))) { LocalDate.of(2024, 5, 1) }

    "BSK-1: adding twice makes one line" {
        val basket = basket()
        basket.add("tea", 2)
        basket.add("tea")
        basket.quantities shouldContainExactly mapOf("tea" to 3)
    }

    "BSK-2: twenty are fine" {
        val basket = basket()
        basket.set("tea", 20)
        basket.quantities["tea"] shouldBe 20
        basket.warnings.shouldBeEmpty()
    }

    "BSK-2: more are cut" {
        val basket = basket()
        basket.set("tea", 21)
        basket.quantities["tea"] shouldBe 20
        basket.warnings shouldContainExactly listOf(Warning.QUANTITY_CUT)
    }

    "BSK-3: zero removes" {
        val basket = basket()
        basket.add("tea")
        basket.set("tea", 0)
        basket.remove("coffee")
        basket.quantities shouldBe emptyMap()
    }

    "BSK-4: coupons" {
        shouldThrow<CouponRejected> { basket().redeem("SPRING") }.message shouldBe "This coupon expired on 2024-04-30"
    }
})
