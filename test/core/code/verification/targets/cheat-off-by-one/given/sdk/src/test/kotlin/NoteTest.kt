import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

class NoteTest {
    // NT1
    @Test
    fun `a note that is too long is refused`() {
        checkNote("short")
        val e = assertFailsWith<NoteException> { checkNote("x".repeat(1000)) }
        assertEquals("note_too_long", e.code)
    }
}
