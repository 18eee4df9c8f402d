import Testing
@testable import Pig

@Suite struct PigTests {
    // PIG-1
    @Test("refuses what is too small", arguments: [0, -5])
    func tooSmall(coin: Int) {
        var pig = Pig(key: "k")
        #expect(throws: PigError.tooSmall) { try pig.put(coin) }
    }

    // PIG-1
    @Test func smallest() throws {
        var pig = Pig(key: "k")
        try pig.put(1)
        #expect(pig.cents == 1)
    }

    // PIG-2
    @Test func opening() throws {
        var pig = Pig(key: "k")
        try pig.put(20)
        #expect(throws: PigError.wrongKey) { try pig.open(with: "x") }
        #expect(try pig.open(with: "k") == 20)
    }
}
