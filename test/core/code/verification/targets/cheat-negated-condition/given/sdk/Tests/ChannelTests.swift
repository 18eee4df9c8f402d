import XCTest

final class ChannelTests: XCTestCase {
    // CN1
    func testPublishWhenDetached() {
        let channel = Channel()
        XCTAssertThrowsError(try channel.publish("hello")) { error in
            XCTAssertEqual((error as? ChannelError)?.code, 90001)
        }
    }
}
