import Foundation

public enum PublishError: Error, Equatable {
    case notConnected
}

public enum PublishResult: Equatable {
    case sent
    case queued
}

/// QU1, QU2
public final class Publisher {
    private let connection: Connection
    private let queueMessages: Bool
    public private(set) var pending: [String] = []

    public init(connection: Connection, queueMessages: Bool = true) {
        self.connection = connection
        self.queueMessages = queueMessages
    }

    public func publish(_ text: String) throws -> PublishResult {
        if connection.isConnected {
            guard queueMessages else { throw PublishError.notConnected }
            pending.append(text)
            return .queued
        }
        connection.send(text)
        return .sent
    }
}
