import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.BehaviorSpec
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeFalse
import io.kotest.matchers.booleans.shouldBeTrue

class FillingTest : BehaviorSpec({
    given("a full tank (TNK-1)") {
        val tank = Tank(50).apply { fill(50) }
        `when`("more is filled in") {
            then("it throws") {
                shouldThrow<TankFull> { tank.fill(1) }
            }
        }
    }
})

class LampTest : FunSpec({
    context("TNK-2 lamp") {
        test("is on below") { Tank(9).apply { fill(4) }.lamp.shouldBeTrue() }
        test("is off from there") { Tank(9).apply { fill(5) }.lamp.shouldBeFalse() }
    }
})
