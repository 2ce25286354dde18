import Foundation

/// The best time of each thing that was measured, and what it counted.
struct Measures {
    /// One thing that was measured.
    struct Measure {
        let name: String
        let rows: Int
        var best: Double
        let result: Int
    }

    private(set) var all: [Measure] = []
    /// Whether each thing counted the same in every round.
    private(set) var isSteady = true

    /// Runs something once, on so many rows, and keeps its time if it is the best.
    mutating func time(_ name: String, rows: Int, _ work: () throws -> Int) rethrows {
        let start = Self.processorTime
        let result = try work()
        let time = Self.processorTime - start
        guard let place = all.firstIndex(where: { $0.name == name }) else {
            all.append(Measure(name: name, rows: rows, best: time, result: result))
            return
        }
        all[place].best = min(all[place].best, time)
        if all[place].result != result { isSteady = false }
    }

    /// Nanoseconds that the process has worked; what others do on the machine counts little.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// What something counted.
    func result(of name: String) -> Int? { all.first { $0.name == name }?.result }

    /// A table of all, each beside the first.
    func table() -> String {
        guard let first = all.first else { return "" }
        var text = "| What | ns a row | beside \(first.name) | counted |\n| --- | ---: | ---: | ---: |\n"
        for measure in all {
            let time = String(format: "%.1f", measure.best / Double(measure.rows))
            let ratio = String(format: "%.1f", measure.best / first.best)
            text += "| \(measure.name) | \(time) | \(ratio) | \(measure.result) |\n"
        }
        return text
    }
}
