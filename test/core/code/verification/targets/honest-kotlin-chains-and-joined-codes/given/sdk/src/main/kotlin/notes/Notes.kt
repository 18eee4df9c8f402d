package notes

object Codes {
    private const val AREA = "note."

    const val TOO_LONG = AREA + "too_long"
}

class NoteException(val code: String) : RuntimeException(code)

class Notes {
    private val shown = mutableListOf<String>()

    fun shown(): List<String> = shown

    // NO1, NO2, NO3
    fun type(note: String) {
        if (note.length > 40) throw NoteException(Codes.TOO_LONG)
        if (note in shown) return
        shown += note
    }
}
