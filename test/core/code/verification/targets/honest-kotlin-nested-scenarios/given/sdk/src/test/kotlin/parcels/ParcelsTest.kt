package parcels

import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

class ParcelsTest {
    private val parcels = Parcels()

    @Nested
    inner class Tracking {
        @Test
        fun `numbers have ten digits`() {
            assertEquals("0000000001", parcels.register())
        }

        @Test
        fun `unknown number`() {
            assertFailsWith<ParcelNotFound> { parcels.find("4711") }
        }
    }

    @Nested
    inner class DeliveryAttempts {
        private val number = parcels.register()

        @Test
        fun `nobody at home`() {
            repeat(2) { parcels.attempt(number, opened = false) }
            assertEquals(State.ON_ITS_WAY, parcels.find(number).state)
            parcels.attempt(number, opened = false)
            assertEquals(State.RETURNED, parcels.find(number).state)
        }

        @Test
        fun delivered() {
            parcels.attempt(number, opened = true)
            parcels.attempt(number, opened = false)
            assertEquals(State.DELIVERED, parcels.find(number).state)
            assertEquals(1, parcels.find(number).attempts)
        }
    }
}
