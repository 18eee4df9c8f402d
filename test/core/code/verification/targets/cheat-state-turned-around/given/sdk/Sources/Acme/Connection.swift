public protocol Connection: AnyObject {
    var isConnected: Bool { get }
    func send(_ text: String)
}
