/// Watches how much comes out of how little.
struct UnpackingBudget {
    private let limits: ContainerLimits
    private var unpacked: UInt64 = 0

    init(_ limits: ContainerLimits) {
        self.limits = limits
    }

    /// Counts bytes that came out.
    ///
    /// - Parameter packed: How many bytes went in so far.
    /// - Throws: `bomb` as soon as it is too much.
    mutating func spend(_ count: Int, packed: UInt64) throws(ContainerError) {
        unpacked += UInt64(count)
        guard unpacked <= limits.unpackedBytes else { throw .bomb }
        if unpacked > limits.ratioFloor, unpacked / limits.ratio > packed { throw .bomb }
    }
}
