class TankFull : Exception()

class Tank(private val size: Int) {
    var litres = 0
        private set

    // TNK-1
    fun fill(more: Int) {
        if (litres + more > size) throw TankFull()
        litres += more
    }

    // TNK-2
    val lamp get() = litres < 5
}
