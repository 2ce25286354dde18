extension CodePageDetection {
    /// Whether a text that was taken for Windows-1252 looks as if it were something else.
    ///
    /// In Western languages letters beyond ASCII stand alone among others. Words made of them are Cyrillic, Greek or
    /// East Asian; superscripts, inverted marks and bytes without a meaning within words are Central European.
    static func isUncertain(_ text: [UInt8]) -> Bool {
        var lone = 0
        var inRuns = 0
        var oddities = 0
        var index = 0
        while index < text.count {
            guard text[index] >= 0x80 else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] >= 0x80 {
                if isUndefined(text[end]) { oddities += 1 }
                end += 1
            }
            if end - index >= 3 {
                inRuns += end - index
            } else {
                lone += end - index
                let before = index > 0 ? text[index - 1] : ASCII.nul
                let after = end < text.count ? text[end] : ASCII.nul
                if isOddBetweenLetters(text[index]), ASCII.isSmallLetter(before), ASCII.isSmallLetter(after) {
                    oddities += 1
                }
            }
            index = end
        }
        return inRuns > lone || oddities > 0
    }

    /// Whether Microsoft's table leaves the byte undefined: real text in it does not hold it.
    private static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    /// Whether the byte is a sign in Windows-1252 and a letter in Windows-1250: `ą ł ź ż ľ`.
    private static func isOddBetweenLetters(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xB9, 0xB3, 0x9F, 0xBF, 0xBE: true
        default: false
        }
    }
}
