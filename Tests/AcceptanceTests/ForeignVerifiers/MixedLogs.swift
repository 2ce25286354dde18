import Testing

/// One log for all tests of a suite, made before the first and gone after the last.
struct MixedLogs: SuiteTrait, TestScoping {
    /// The trait.
    static let once = MixedLogs()

    @TaskLocal private static var made: MixedLog?

    /// The log of the suite that runs.
    static func current() throws -> MixedLog { try #require(made) }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await Self.$made.withValue(try MixedLog(), operation: function)
    }
}
