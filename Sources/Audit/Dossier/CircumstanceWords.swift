package import Consent

/// What is recorded beside a yes and a stop, in plain words.
package enum CircumstanceWords {
    /// A sentence for each; none where there is nothing of the kind.
    package static func sentences(_ circumstances: Circumstances, _ standing: Standing) -> [String] {
        var sentences: [String] = []
        if circumstances.isRestricted {
            sentences.append("The use of this person's data is paused (Art. 18 GDPR).")
        }
        if circumstances.hasOpenRequest {
            sentences.append(
                circumstances.openRequests == 1
                    ? "A request of the person waits for an answer."
                    : "\(circumstances.openRequests) requests of the person wait for an answer.")
        }
        if let complainedAt = circumstances.complainedAt {
            sentences.append("The person complained, last on \(complainedAt).")
        }
        if let bouncedAt = circumstances.bouncedAt {
            sentences.append("A mail came back for good, last on \(bouncedAt).")
        }
        if let requestedAt = circumstances.requestedAt, standing.state != .requested {
            sentences.append("The person asked to join, last on \(requestedAt).")
        }
        if standing.isContradicted {
            sentences.append(
                "A yes and a stop contradict each other, for they are of the same moment or nobody can say when the yes was."
            )
        }
        return sentences
    }
}

extension EventKind {
    /// What happened, in plain words.
    package var words: String {
        switch self {
        case .given: "given"
        case .withdrawn: "withdrawn"
        case .refused: "refused"
        case .objected: "objected"
        case .requested: "asked to join"
        case .restricted: "use paused"
        case .restrictionLifted: "pause lifted"
        case .complained: "complained"
        case .bounced: "bounced"
        case .requestOpened: "request opened"
        case .requestClosed: "request answered"
        case .requestExtended: "answer takes longer"
        case .exported: "copy handed over"
        case .dossierMade: "dossier made"
        case .released: "released"
        case .releaseConfirmed: "release confirmed"
        }
    }
}
