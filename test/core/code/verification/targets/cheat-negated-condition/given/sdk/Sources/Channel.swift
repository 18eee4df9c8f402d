enum ChannelState: String {
    case attached
    case detached
}

struct ChannelError: Error {
    let code: Int
}

final class Channel {
    var state: ChannelState = .attached
    private(set) var sent: [String] = []

    // CN1
    func publish(_ message: String) throws {
        if state != .detached {
            throw ChannelError(code: 90001)
        }
        sent.append(message)
    }
}
