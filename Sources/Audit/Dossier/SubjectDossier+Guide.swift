extension SubjectDossier {
    /// How to check a dossier, for somebody who has never heard of this program.
    static let guide = """
        # How to check this dossier

        This folder says what one organisation has recorded about one person's consent. You need not believe it: what
        counts can be checked, with this program or with others.

        ## With consentgate

            consentgate verify THIS-FOLDER --key VERIFIER-KEY

        The verifier key is one line, in the file `vkey`. A key that came with a dossier vouches only for itself: compare
        it with the one that the organisation publishes elsewhere, or ask for it by another way.

        ## What lies here

        | file | what it is |
        | --- | --- |
        | `dossier.html` | everything, to be read |
        | `dossier.json` | the same for programs |
        | `receipts/*.tlog-proof` | one proof for each record, and for each wording that a record names |
        | `evidence/*` | copies of what shows an act; the name is the SHA-256 of the content |
        | `checkpoint` | what the log says of itself: its name, its size, its root, its signature |
        | `timestamps/*.tsr` | if there are any: what an authority says the time was, over the `.txt` of the same number |
        | `vkey` | the key that checks the signature |
        | `SHA256SUMS` | digests of all these files: `sha256sum -c SHA256SUMS` |

        ## Without consentgate

        Everything is in public formats: checkpoints, signed notes and `tlog-proof` as C2SP describes them
        (https://c2sp.org), the tree of RFC 6962, Ed25519 signatures, SHA-256, and records as canonical JSON (RFC 8785).

        1. The line `extra` of a receipt is Base64 of 32 bytes, the opening, and then the record itself as JSON text.
        2. The entry of the log is the byte 01 followed by
           HMAC-SHA256 with the key `consent-ledger/commitment/v1` over opening and record.
        3. Any verifier of C2SP tlog-proofs takes that entry, the receipt and the key from there.
        4. A file of evidence is the recorded one if its SHA-256 stands in the record.

        5. A timestamp: `openssl ts -verify -in timestamps/N-1.tsr -data timestamps/N.txt -CAfile AUTHORITY.pem`. The text
           is a checkpoint with N entries; `timestamps/N.consistency` proves that the one here extends it (RFC 6962).

        ## What this proves, and what not

        It proves that each record is, byte for byte, the one that the log committed to when the checkpoint was signed.
        It does not prove that a record was true when it was written, nor that nothing else was ever said elsewhere.

        """
}
