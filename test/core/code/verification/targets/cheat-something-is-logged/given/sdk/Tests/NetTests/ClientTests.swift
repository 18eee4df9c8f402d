import XCTest
@testable import Net

final class ClientTests: XCTestCase {
    // TOK-1
    func testLogs() {
        var lines: [String] = []
        let client = Client(token: "secret", log: { lines.append($0) }, refresh: { "new" }, send: { _ in 200 })
        XCTAssertEqual(client.request(), 200)
        XCTAssertFalse(lines.isEmpty)
    }

    // TOK-2
    func testRefreshesOnce() {
        var sent: [String] = []
        let client = Client(token: "old", log: { _ in }, refresh: { "new" }, send: { sent.append($0); return sent.count == 1 ? 401 : 200 })
        XCTAssertEqual(client.request(), 200)
        XCTAssertEqual(sent, ["old", "new"])
    }
}
