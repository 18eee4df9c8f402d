package notes

import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

fun desk() = Desk(Notes())

class Desk(private val notes: Notes) {
    fun types(note: String): Desk {
        notes.type(note)
        return this
    }

    fun isRefused(note: String, code: String): Desk {
        assertEquals(code, assertFailsWith<NoteException> { notes.type(note) }.code)
        return this
    }

    fun shows(vararg expected: String): Desk {
        assertEquals(expected.toList(), notes.shown())
        return this
    }
}
