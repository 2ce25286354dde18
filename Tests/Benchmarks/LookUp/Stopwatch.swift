/// Prints how long something took, in all and for each of many.
enum Stopwatch {
    @discardableResult
    static func time<Result>(
        _ what: String, each count: Int, rounds: Int = 1, _ body: () throws -> Result
    ) rethrows -> Result {
        var best = Duration.seconds(1_000_000)
        var result = try measure(&best, body)
        for _ in 1..<max(rounds, 1) { result = try measure(&best, body) }
        let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
        let nanoseconds = seconds * 1e9 / Double(max(count, 1))
        print("\(what)\t\(round(seconds, 4)) s\t\(round(nanoseconds, 1)) ns")
        return result
    }

    private static func round(_ value: Double, _ places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    private static func measure<Result>(
        _ best: inout Duration, _ body: () throws -> Result
    ) rethrows -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try body()
        best = min(best, clock.now - start)
        return result
    }
}
