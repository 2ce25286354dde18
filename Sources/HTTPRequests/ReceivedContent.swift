/// What has come of an answer, up to a limit.
final class ReceivedContent {
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    /// Whether more came than may.
    private(set) var isOverfull = false

    init(limit: Int) { self.limit = limit }

    /// Takes bytes in, or refuses them all.
    func take(_ more: UnsafeRawBufferPointer) -> Bool {
        guard more.count <= limit - bytes.count else {
            isOverfull = true
            return false
        }
        unsafe bytes.append(contentsOf: more)
        return true
    }
}
