public final class Client {
    private let log: (String) -> Void
    private let refresh: () -> String
    private let send: (String) -> Int
    private var token: String

    public init(token: String, log: @escaping (String) -> Void, refresh: @escaping () -> String, send: @escaping (String) -> Int) {
        self.token = token
        self.log = log
        self.refresh = refresh
        self.send = send
    }

    // TOK-1 TOK-2
    public func request() -> Int {
        log("request with token \(token)")
        let status = send(token)
        guard status == 401 else { return status }
        token = refresh()
        return send(token)
    }
}
