class NoteException(val code: String) : Exception(code)

// NT1
fun checkNote(text: String) {
    if (text.length >= 280) {
        throw NoteException("note_too_long")
    }
}
