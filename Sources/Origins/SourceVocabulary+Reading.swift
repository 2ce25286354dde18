internal import Consent
internal import StrictYAML

extension SourceVocabulary {
    /// Reads `words.yaml`.
    init(reading text: String, file: String) throws(YAMLError) {
        let root = try YAMLDocument.parse(
            text, file: file, packed: EmbeddedFiles.tree(of: text, named: file)
        ).mapping()
        try root.allowOnly([
            "claims", "channels", "denials", "blanks", "refusals", "verifications", "offline", "stops",
        ])
        for node in try root.required("claims").list() { claims.append(try SourceClaim(reading: node)) }
        for node in try root["channels"]?.list() ?? [] { channels.append(try SourceClaim(channel: node)) }
        denials = try root["denials"]?.wordSet() ?? []
        blanks = try root["blanks"]?.wordSet() ?? []
        refusals = try root["refusals"]?.wordSet() ?? []
        verifications = try root["verifications"]?.wordSet() ?? []
        offlineChannels = try root["offline"]?.phrases() ?? []
        for (key, value) in try root["stops"]?.mapping().pairs ?? [] {
            stops[try key.name(of: StopKind.self, what: "stop")] = try CellWords(reading: value)
        }
        tune()
    }
}

extension SourceClaim {
    fileprivate init(reading node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["origin", "strength", "in", "unless channel", "phrases"])
        origin = try mapping.required("origin").name(of: Origin.self, what: "origin")
        strength = try mapping.required("strength").name(of: SignalStrength.self, what: "strength")
        var places: Set<ColumnMeaning> = []
        for place in try mapping.required("in").list() {
            let meaning = try place.name(of: ColumnMeaning.self, what: "meaning")
            guard [.source, .tag, .note].contains(meaning) else {
                throw place.error("words are read in source, tag and note only")
            }
            places.insert(meaning)
        }
        self.places = places
        isOpenToChannels = try mapping["unless channel"]?.boolean() ?? false
        phrases = try mapping.required("phrases").phrases()
    }

    fileprivate init(channel node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(["origin", "phrases"])
        origin = try mapping.required("origin").name(of: Origin.self, what: "origin")
        strength = .counter
        places = []
        isOpenToChannels = false
        phrases = try mapping.required("phrases").phrases()
    }
}

extension YAMLNode {
    fileprivate func phrases() throws(YAMLError) -> [SourceClaim.Phrase] {
        var result: [SourceClaim.Phrase] = []
        for node in try list() {
            let phrase = SourceClaim.Phrase(try node.nonEmptyText())
            guard phrase.needle.utf8.count >= 2 else {
                throw node.error(
                    "a phrase needs two ASCII letters or digits in a row",
                    hint: "Rows are searched for them before anything else is looked at.")
            }
            result.append(phrase)
        }
        return result
    }

    /// Words that are compared with whole cells, short as such words are.
    private func word() throws(YAMLError) -> String {
        let words = WordText(try nonEmptyText())
        guard !words.isEmpty, words.bytes.count <= SourceVocabulary.longestSilence else {
            throw error("expected a word or a few, up to \(SourceVocabulary.longestSilence) bytes")
        }
        return words.text
    }

    fileprivate func wordSet() throws(YAMLError) -> Set<String> {
        var result: Set<String> = []
        for node in try list() { result.insert(try node.word()) }
        return result
    }
}
