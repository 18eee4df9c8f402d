import Foundation

/// CA1, CA2
public struct CacheOptions {
    public var maxAgeMilliseconds: Int
    public var isDisabled: Bool

    public init(maxAgeMilliseconds: Int = 300_000, isDisabled: Bool = false) {
        self.maxAgeMilliseconds = maxAgeMilliseconds
        self.isDisabled = isDisabled
    }
}

public final class Cache {
    private let options: CacheOptions
    private var values: [String: (value: String, at: Date)] = [:]

    public init(options: CacheOptions = CacheOptions()) {
        self.options = options
    }

    public func put(_ value: String, for key: String, now: Date) {
        values[key] = (value, now)
    }

    public func value(for key: String, now: Date) -> String? {
        guard !options.isDisabled else { return nil }
        guard let found = values[key] else { return nil }
        let age = now.timeIntervalSince(found.at) * 1000
        return age <= Double(options.maxAgeMilliseconds) ? found.value : nil
    }
}
