import _FoundationICU

/// Words whose letters come from alphabets that look alike (UTS #39).
package enum Alphabets {
    /// The alphabets of which many letters look like letters of another one.
    private static let alike: Set<UInt32> = Set(
        [
            USCRIPT_LATIN, USCRIPT_GREEK, USCRIPT_CYRILLIC, USCRIPT_ARMENIAN, USCRIPT_CHEROKEE,
            USCRIPT_COPTIC,
            USCRIPT_LISU,
        ].map { UInt32(bitPattern: $0.rawValue) })

    /// Whether a word mixes alphabets in a way in which nobody can tell what is meant.
    ///
    /// Two alphabets that look alike, or any mixture beyond UTS #39's "moderately restrictive" level, which lets pass
    /// what people do write: Latin letters beside Japanese, Chinese, Korean, Arabic, Hebrew or Indian ones.
    package static func areMixed(in word: String) -> Bool {
        let scripts = scripts(of: word)
        guard scripts.count > 1 else { return false }
        return scripts.intersection(alike).count > 1 || isBeyondRestriction(word)
    }

    /// Whether Latin letters stand in a text.
    package static func haveLatin(_ text: String) -> Bool {
        scripts(of: text).contains(UInt32(bitPattern: USCRIPT_LATIN.rawValue))
    }

    /// Whether a word of another alphabet would be taken for Latin letters, each of its letters having a Latin double.
    package static func looksLatin(_ word: String) -> Bool {
        let scripts = scripts(of: word)
        guard scripts.count == 1, scripts.isSubset(of: alike), !haveLatin(word) else { return false }
        return skeleton(of: word).map { $0.utf8.allSatisfy { $0 < 0x80 } } ?? true
    }

    /// The scripts of a text's letters, without what all scripts share.
    private static func scripts(of text: String) -> Set<UInt32> {
        var scripts: Set<UInt32> = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                if scalar.properties.isAlphabetic {
                    scripts.insert(UInt32(bitPattern: USCRIPT_LATIN.rawValue))
                }
                continue
            }
            var status = U_ZERO_ERROR
            let script = unsafe swift_uscript_getScript(UChar32(scalar.value), &status)
            guard script != USCRIPT_COMMON, script != USCRIPT_INHERITED else { continue }
            scripts.insert(UInt32(bitPattern: script.rawValue))
        }
        return scripts
    }

    private static func isBeyondRestriction(_ word: String) -> Bool {
        var status = U_ZERO_ERROR
        guard let checker = unsafe swift_uspoof_open(&status) else { return true }
        defer { unsafe swift_uspoof_close(checker) }
        unsafe swift_uspoof_setChecks(checker, Int32(USPOOF_RESTRICTION_LEVEL.rawValue), &status)
        unsafe swift_uspoof_setRestrictionLevel(checker, USPOOF_MODERATELY_RESTRICTIVE)
        let found = unsafe swift_uspoof_check2UTF8(checker, word, -1, nil, &status)
        return status != U_ZERO_ERROR || found != 0
    }

    /// The form that is the same for all texts that look the same, or nil if there is none.
    private static func skeleton(of word: String) -> String? {
        var status = U_ZERO_ERROR
        guard let checker = unsafe swift_uspoof_open(&status) else { return nil }
        defer { unsafe swift_uspoof_close(checker) }
        let capacity = 4096
        let skeleton = unsafe String(unsafeUninitializedCapacity: capacity) { room in
            unsafe room.withMemoryRebound(to: CChar.self) { room in
                let count = unsafe swift_uspoof_getSkeletonUTF8(
                    checker, 0, word, -1, room.baseAddress, Int32(clamping: room.count), &status)
                return status == U_ZERO_ERROR ? min(max(0, Int(count)), room.count) : 0
            }
        }
        return status == U_ZERO_ERROR ? skeleton : nil
    }
}
