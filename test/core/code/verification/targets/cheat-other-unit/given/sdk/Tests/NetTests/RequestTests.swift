import XCTest
@testable import Net

final class FakeTimer: Timer {
    var milliseconds = 0
    var action: (() -> Void)?

    func after(milliseconds: Int, _ action: @escaping () -> Void) {
        self.milliseconds = milliseconds
        self.action = action
    }
}

final class RequestTests: XCTestCase {
    // TO1
    func testTimesOut() {
        let timer = FakeTimer()
        let request = Request(timer: timer)
        XCTAssertEqual(timer.milliseconds, 30)
        timer.action?()
        XCTAssertEqual(request.error, .timedOut)
    }

    // TO2
    func testCancels() {
        let request = Request(timer: FakeTimer())
        request.cancel()
        XCTAssertEqual(request.error, .cancelled)
    }
}
