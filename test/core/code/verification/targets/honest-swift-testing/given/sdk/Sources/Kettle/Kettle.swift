public struct Kettle {
    public private(set) var isOn = false
    private let cups: Int

    public init(cups: Int) {
        self.cups = cups
    }

    // KT2
    public mutating func switchOn() {
        isOn = cups >= 2
    }

    // KT1
    public mutating func tick(seconds: Int) {
        if seconds >= 90 {
            isOn = false
        }
    }
}
