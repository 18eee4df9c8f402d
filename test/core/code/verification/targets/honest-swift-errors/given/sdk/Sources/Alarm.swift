struct AlarmError: Error, Equatable {
    let code: Int
}

enum ClockState {
    case running
    case paused
}

final class Alarm {
    static let longest = 300.0
    var clock: ClockState = .running
    private var startedAt: Double?

    // AL1
    func ring(at time: Double) throws {
        guard clock != .paused else { throw AlarmError(code: 6101) }
        startedAt = time
    }

    // AL2
    func isRinging(at time: Double) -> Bool {
        guard let startedAt else { return false }
        return time - startedAt < Alarm.longest
    }
}
