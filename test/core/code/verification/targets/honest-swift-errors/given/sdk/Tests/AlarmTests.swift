import XCTest
@testable import Alarms

final class AlarmTests: XCTestCase {
    // AL1
    func testRingFailsWhilePaused() throws {
        let alarm = Alarm()
        alarm.clock = .paused
        XCTAssertThrowsError(try alarm.ring(at: 0)) { error in
            XCTAssertEqual(error as? AlarmError, AlarmError(code: 6101))
        }
        alarm.clock = .running
        XCTAssertNoThrow(try alarm.ring(at: 0))
    }

    // AL2
    func testAnAlarmEndsByItself() throws {
        let alarm = Alarm()
        try alarm.ring(at: 0)
        XCTAssertTrue(alarm.isRinging(at: 299))
        XCTAssertFalse(alarm.isRinging(at: 5 * 60))
    }
}
