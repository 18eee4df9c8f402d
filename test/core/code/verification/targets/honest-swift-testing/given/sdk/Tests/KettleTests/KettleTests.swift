import Testing
@testable import Kettle

@Suite struct KettleTests {
    @Test("KT1: off after a minute and a half", arguments: [(89, true), (90, false)])
    func switchesOff(seconds: Int, stays: Bool) {
        var kettle = Kettle(cups: 4)
        kettle.switchOn()
        kettle.tick(seconds: seconds)
        #expect(kettle.isOn == stays)
    }

    @Test("KT2: not with too little water", arguments: [(1, false), (2, true)])
    func needsWater(cups: Int, isOn: Bool) {
        var kettle = Kettle(cups: cups)
        kettle.switchOn()
        #expect(kettle.isOn == isOn)
    }
}
