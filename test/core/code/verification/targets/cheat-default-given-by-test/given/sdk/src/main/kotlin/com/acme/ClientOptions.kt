package com.acme

/** Options of a client (OP1, OP2). */
data class ClientOptions(
    val requestTimeout: Long,
    val echoMessages: Boolean = true,
)

class Requests(private val options: ClientOptions, private val http: Http) {
    fun get(path: String): String = http.get(path, options.requestTimeout)
}

interface Http {
    fun get(path: String, timeout: Long): String
}
