/// In which form a record is handed to the person.
public enum ReceiptForm: String, Sendable, CaseIterable {
    /// The proof that it lies in the log (C2SP tlog-proof).
    case proof = "tlog-proof"
    /// A page of plain words.
    case html
    /// The same for programs.
    case json
    /// ISO/IEC TS 27560 in the words of the W3C Data Privacy Vocabulary, as JSON-LD.
    case dpv
    /// Kantara Consent Receipt 1.1.
    case kantara
}
