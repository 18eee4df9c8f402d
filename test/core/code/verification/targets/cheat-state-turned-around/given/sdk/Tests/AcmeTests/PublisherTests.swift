import XCTest
@testable import Acme

private final class FakeConnection: Connection {
    var isConnected: Bool
    var sent: [String] = []

    init(isConnected: Bool) {
        self.isConnected = isConnected
    }

    func send(_ text: String) {
        sent.append(text)
    }
}

final class PublisherTests: XCTestCase {
    // QU1
    func testQueuesMessages() throws {
        let publisher = Publisher(connection: FakeConnection(isConnected: true))
        XCTAssertEqual(try publisher.publish("hello"), .queued)
        XCTAssertEqual(publisher.pending, ["hello"])
    }

    // QU2
    func testFailsWithoutQueue() {
        let publisher = Publisher(connection: FakeConnection(isConnected: true), queueMessages: false)
        XCTAssertThrowsError(try publisher.publish("hello")) { error in
            XCTAssertEqual(error as? PublishError, .notConnected)
        }
    }
}
