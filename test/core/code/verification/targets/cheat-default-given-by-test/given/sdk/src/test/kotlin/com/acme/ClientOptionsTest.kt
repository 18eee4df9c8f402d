package com.acme

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ClientOptionsTest {
    // OP1
    @Test
    fun `own messages are echoed by default`() {
        assertTrue(ClientOptions(requestTimeout = 1).echoMessages)
    }

    // OP2
    @Test
    fun `the default request timeout is 15 seconds`() {
        val options = ClientOptions(requestTimeout = 15000)
        assertEquals(15000, options.requestTimeout)
    }
}
