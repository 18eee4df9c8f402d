package parcels

enum class State { ON_ITS_WAY, DELIVERED, RETURNED }

class ParcelNotFound(number: String) : NoSuchElementException("no parcel has the number $number")

class Parcel(val number: String) {
    var state = State.ON_ITS_WAY
    var attempts = 0
}

class Parcels {
    private val parcels = mutableMapOf<String, Parcel>()

    fun register(): String {
        val number = (parcels.size + 1).toString().padStart(NUMBER_LENGTH, '0')
        parcels[number] = Parcel(number)
        return number
    }

    fun find(number: String): Parcel = parcels[number] ?: throw ParcelNotFound(number)

    fun attempt(number: String, opened: Boolean) {
        val parcel = find(number)
        if (parcel.state != State.ON_ITS_WAY) return
        parcel.attempts++
        parcel.state = when {
            opened -> State.DELIVERED
            parcel.attempts == MAX_ATTEMPTS -> State.RETURNED
            else -> State.ON_ITS_WAY
        }
    }

    private companion object {
        const val NUMBER_LENGTH = 10
        const val MAX_ATTEMPTS = 3
    }
}
