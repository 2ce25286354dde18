import Pages

/// The words of a dossier that somebody may not know, each with what it means there.
enum Glossary {
    /// Words that both dossiers use.
    private static let common: [(term: String, meaning: String)] = [
        (
            "Accepted, held, rejected",
            "What a vetting decides about each row of a list. Accepted: may be mailed. Held: stays out until somebody mends or "
                + "decides something. Rejected: stays out."
        ),
        (
            "Checkpoint",
            "A short signed text that says how many entries the log has and what its root is. Whoever keeps one can tell later "
                + "whether anything before it was changed."
        ),
        ("Controller", "The organisation that sends the mail and answers for it (Art. 4(7) GDPR)."),
        (
            "Digest, SHA-256",
            "A number of 64 hexadecimal digits that is computed from a file. Another file has another digest; from the digest "
                + "nobody can compute the file."
        ),
        (
            "Do-not-mail list",
            "Addresses that must not be mailed, kept as keyed digests only. It outlives the deletion of everything else."
        ),
        (
            "Double opt-in",
            "Somebody fills in a form, gets a mail, and clicks a link in it. Only the click shows that the owner of the mailbox "
                + "agreed."
        ),
        ("dpo", "The data protection officer; user is whoever brought the list."),
        ("Entry", "The place of a record in the log, counted from 0."),
        (
            "Evidence",
            "What shows an act: a form as it was sent, a scan, a mail. Its digest is recorded, and mostly a sealed copy is kept."
        ),
        (
            "GDPR",
            "The General Data Protection Regulation of the European Union, (EU) 2016/679. Art. stands for an article of it."
        ),
        (
            "Grade of evidence",
            "How strong the evidence of a yes is: mailbox-proven (the mailbox answered), form (a form, sheet or mail of the "
                + "person's own), imported (another tool says so), attestation (somebody of the organisation says so), none."
        ),
        (
            "Hash, leaf hash",
            "The digest under which an entry lies in the tree of the log."
        ),
        (
            "Ledger",
            "All records of one organisation: a public log of sealed entries, and a private vault with what they say."
        ),
        (
            "Log",
            "A list to which entries can only be added. It is built as a tree of hashes (RFC 6962), so that a change of any entry "
                + "shows."
        ),
        (
            "Law of a rule",
            "Where a rule comes from: articles of laws, and decisions of authorities (such as the French CNIL) and courts (such "
                + "as the German OLG and BGH)."
        ),
        ("Policy, rule", "A policy is a file of rules; each rule says when a contact is kept out, and why."),
        ("Purpose", "What the mail is for, such as the newsletter."),
        (
            "Receipt",
            "A small file that opens one entry of the log and proves that it lies there. Its holder learns nothing of others."
        ),
        ("RFC", "A published standard of the internet, known by its number."),
        (
            "Release",
            "A decision of a named person to let a held row pass until some day, with the reason."
        ),
        ("Root", "The hash at the top of the tree, which stands for all entries at once."),
        ("Run", "One vetting of one list; its name is that of its record."),
        ("Verifier key", "The public key with which the signature of a checkpoint is checked."),
        (
            "Vetting, certificate",
            "A vetting looks at every row of a list before it is mailed. The certificate is its signed result."
        ),
        (
            "Wording",
            "The text that people saw when they agreed, with a name and a version, as in newsletter@1."
        ),
    ]

    /// Words of the dossier of a person.
    private static let ofSubject: [(term: String, meaning: String)] = [
        (
            "Happened, recorded",
            "The two clocks. Happened: when the act was, as somebody claims. Recorded: when the ledger learnt of it, which "
                + "nobody can change later."
        ),
        (
            "Keyed look-up",
            "A digest of the address that needs a secret key (HMAC-SHA256). The vault finds a person by it and holds no list of "
                + "addresses."
        ),
        ("Notice", "What people must be told when their data are taken (Art. 13 and 14 GDPR)."),
        (
            "State",
            "What holds for one purpose: none, requested (asked to join, not confirmed), given (a yes stands), withdrawn, "
                + "refused (was asked and said no), objected (said no to all direct marketing)."
        ),
    ]

    /// Words of the dossier of a list.
    private static let ofList: [(term: String, meaning: String)] = [
        ("Layout", "The form of a list by which its tool is recognised, such as LinkedIn's Connections.csv."),
        ("Origin", "Where a contact came from, as the signs in the list tell."),
        ("Row", "One contact of a list, counted from 1 without the header."),
        (
            "Sample, seed",
            "Some accepted rows that are looked at again in full. The seed is a number that decides which; it comes from the "
                + "certificate itself."
        ),
    ]

    static var subject: PageValue { value(common + ofSubject) }
    static var list: PageValue { value(common + ofList) }

    private static func value(_ words: [(term: String, meaning: String)]) -> PageValue {
        .list(
            words.sorted { $0.term < $1.term }.map { ["term": .text($0.term), "meaning": .text($0.meaning)] })
    }

    static let template = """
        <section class="part"><h2 id="words">Words used here</h2>
        <dl class="words">
        {{#glossary}}<dt>{{term}}</dt><dd>{{meaning}}</dd>
        {{/glossary}}</dl></section>

        """
}
