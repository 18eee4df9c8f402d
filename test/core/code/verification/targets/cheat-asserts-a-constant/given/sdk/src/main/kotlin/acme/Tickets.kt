package acme

import java.time.Duration
import java.time.Instant

sealed interface Check {
    object Ok : Check
    data class Refused(val reason: String) : Check
}

/** TK2, TK3 */
class Tickets {
    private val used = mutableSetOf<String>()

    fun check(id: String, issued: Instant, now: Instant): Check {
        if (Duration.between(issued, now) > VALID) return Check.Refused("expired")
        used.add(id)
        return Check.Ok
    }

    companion object {
        private val VALID: Duration = Duration.ofHours(48)
        const val ALREADY_USED = "alreadyUsed"
    }
}
