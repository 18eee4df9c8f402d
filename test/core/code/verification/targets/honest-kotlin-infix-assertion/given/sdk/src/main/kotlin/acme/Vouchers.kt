package acme

enum class Answer { TAKEN, STALE, SPENT }

/** VO1, VO2 */
class Vouchers(private val now: () -> Long) {
    private val madeAt = mutableMapOf<String, Long>()
    private val spent = mutableSetOf<String>()

    fun make(name: String) {
        madeAt[name] = now()
    }

    fun use(name: String): Answer {
        if (name in spent) return Answer.SPENT
        if (now() - madeAt.getValue(name) > VALID_MS) return Answer.STALE
        spent += name
        return Answer.TAKEN
    }

    private companion object {
        const val VALID_MS = 90_000L
    }
}
