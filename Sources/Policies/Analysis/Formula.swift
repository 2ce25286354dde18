/// A condition whose tests are numbers of a ``TestTable``, so that many questions can be asked of it quickly.
indirect enum Formula: Sendable {
    case all([Formula])
    case any([Formula])
    case not(Formula)
    case test(Int)
    case constant(Bool)

    /// What can be said of it when this is known of the tests.
    func truth(_ truths: [Truth]) -> Truth {
        switch self {
        case .all(let parts):
            var truth = Truth.yes
            for part in parts {
                switch part.truth(truths) {
                case .no: return .no
                case .maybe: truth = .maybe
                case .yes: break
                }
            }
            return truth
        case .any(let parts):
            var truth = Truth.no
            for part in parts {
                switch part.truth(truths) {
                case .yes: return .yes
                case .maybe: truth = .maybe
                case .no: break
                }
            }
            return truth
        case .not(let part): return part.truth(truths).opposite
        case .test(let number): return truths[number]
        case .constant(let value): return value ? .yes : .no
        }
    }

    /// The first open test on which it depends, nil where nothing is open.
    func firstOpen(_ truths: [Truth]) -> Int? {
        switch self {
        case .all(let parts), .any(let parts):
            for part in parts where part.truth(truths) == .maybe { return part.firstOpen(truths) }
            return nil
        case .not(let part): return part.firstOpen(truths)
        case .test(let number): return truths[number] == .maybe ? number : nil
        case .constant: return nil
        }
    }

    /// The numbers of its tests.
    var tests: [Int] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.tests)
        case .not(let part): part.tests
        case .test(let number): [number]
        case .constant: []
        }
    }

    /// How many parts it has, itself included.
    var size: Int {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(1) { $0 + $1.size }
        case .not(let part): 1 + part.size
        case .test, .constant: 1
        }
    }
}

extension Truth {
    /// Of the opposite.
    var opposite: Truth {
        switch self {
        case .yes: .no
        case .maybe: .maybe
        case .no: .yes
        }
    }
}
