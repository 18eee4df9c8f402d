public enum PigError: Error { case tooSmall, wrongKey }

public struct Pig {
    private let key: String
    public private(set) var cents = 0

    public init(key: String) { self.key = key }

    // PIG-1
    public mutating func put(_ coin: Int) throws {
        if coin < 1 { throw PigError.tooSmall }
        cents += coin
    }

    // PIG-2
    public mutating func open(with key: String) throws -> Int {
        guard key == self.key else { throw PigError.wrongKey }
        defer { cents = 0 }
        return cents
    }
}
