/// The known name that somebody most likely meant, or nil if none is near.
///
/// Nearness is the Damerau–Levenshtein distance (optimal string alignment) over letters and digits without
/// regard to case; a name counts as near within a third of its length, and at least one edit.
///
/// - Parameters:
///   - typed: What was typed.
///   - names: The names that would have been right.
package func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
    let wanted = folded(typed)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
        let candidate = folded(name)
        let allowed = max(1, candidate.count / 3)
        let distance = editDistance(wanted, candidate)
        if distance <= allowed, best.map({ distance < $0.distance }) ?? true {
            best = (name, distance)
        }
    }
    return best?.name
}

private func folded(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(row[j - 1] + 1, previous[j] + 1, change)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforePrevious[j - 2] + 1)
            }
        }
        (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count]
}
