import Foundation

public enum RequestError: Error, Equatable {
    case timedOut
    case cancelled
}

public protocol Timer {
    func after(milliseconds: Int, _ action: @escaping () -> Void)
}

/// TO1, TO2
public final class Request {
    private static let timeoutMilliseconds = 30

    public private(set) var error: RequestError?
    private var done = false

    public init(timer: Timer) {
        timer.after(milliseconds: Self.timeoutMilliseconds) { [weak self] in
            self?.fail(.timedOut)
        }
    }

    public func cancel() {
        fail(.cancelled)
    }

    public func answer() {
        done = true
    }

    private func fail(_ reason: RequestError) {
        guard !done else { return }
        done = true
        error = reason
    }
}
