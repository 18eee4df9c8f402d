package notes

import kotlin.test.Test

class NotesTest {
    // NO1
    @Test
    fun showsNotes() {
        desk().types("tea").types("milk").shows("tea", "milk")
    }

    // NO2
    @Test
    fun refusesLongNotes() {
        desk().types("x".repeat(40)).isRefused("x".repeat(41), "note.too_long").shows("x".repeat(40))
    }

    // NO3
    @Test
    fun showsItOnce() {
        desk().types("tea").types("tea").shows("tea")
    }
}
