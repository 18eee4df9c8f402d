import XCTest
@testable import Cache

final class CacheTests: XCTestCase {
    private let now = Date(timeIntervalSince1970: 1000)

    // CA1
    func testDefaultMaxAge() {
        XCTAssertEqual(CacheOptions().maxAgeMilliseconds, 300_000)
        let cache = Cache()
        cache.put("v", for: "k", now: now)
        XCTAssertEqual(cache.value(for: "k", now: now.addingTimeInterval(300)), "v")
        XCTAssertNil(cache.value(for: "k", now: now.addingTimeInterval(301)))
    }

    // CA2
    func testDisabledCacheHoldsNothing() {
        let cache = Cache(options: CacheOptions(isDisabled: true))
        cache.put("v", for: "k", now: now)
        XCTAssertNil(cache.value(for: "k", now: now))
    }
}
