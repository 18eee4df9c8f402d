package acme

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

class VouchersTest {
    private var time = 5_000L
    private val vouchers = Vouchers(now = { time })

    private infix fun String.isAnswered(answer: Answer) = assertEquals(answer, vouchers.use(this))

    // VO1
    @Test
    fun `is valid up to its end`() {
        vouchers.make("v")
        time += 90.seconds.inWholeMilliseconds
        "v" isAnswered Answer.TAKEN
    }

    // VO1
    @Test
    fun `is stale afterwards`() {
        vouchers.make("v")
        time += (90.seconds + 1.milliseconds).inWholeMilliseconds
        "v" isAnswered Answer.STALE
    }

    // VO2
    @Test
    fun `works once`() {
        vouchers.make("v")
        "v" isAnswered Answer.TAKEN
        "v" isAnswered Answer.SPENT
    }
}
