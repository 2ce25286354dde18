/// How to check a dossier, for somebody who has never heard of this program.
///
/// Each step names only tools that a server has anyway: sha256sum, base64, openssl.
enum DossierGuide {
    static let subject = """
        # How to check this dossier

        This folder says what one organisation has recorded about one person's consent. You need not believe it: what
        counts can be checked, with this program, or by hand with tools that every server has.

        \(program)
        \(withGo)
        ## What lies here

        | file | what it is |
        | --- | --- |
        | `dossier.html` | everything, to be read and printed |
        | `dossier.json` | the same for programs |
        | `dossier.schema.json` | what `dossier.json` must look like (JSON Schema, draft 2020-12) |
        | `receipts/*.tlog-proof` | one proof for each record, wording and vetting that the dossier names |
        | `evidence/*` | copies of what shows an act; the name is the SHA-256 of the content |
        | `wordings/*` | the words that the person was shown |
        | `checkpoint` | what the log says of itself: its name, its size, its root, its signature |
        | `timestamps/*.tsr` | if there are any: what an authority says the time was, over the `.txt` of the same number |
        | `transitions/*.tlog-proof` | if the log's key was changed: the proof of it, which the old key and the new key signed |
        | `vkey` | the key that checks the signature |
        | `SHA256SUMS` | digests of all these files |

        \(byHand)
        \(limits)
        """

    static let list = """
        # How to check this dossier

        This folder says what was found when one list was vetted, and by which rules. You need not believe it: what
        counts can be checked, with this program, or by hand with tools that every server has.

        \(program)
        \(withGo)
        Is a file the one that was approved? Its SHA-256 must be that of the accepted file or of the tool's file:

            consentgate verify THIS-FOLDER --output FILE
            sha256sum FILE                                  # and look for it in dossier.json under "outputs"

        ## What lies here

        | file | what it is |
        | --- | --- |
        | `dossier.html` | everything, to be read and printed |
        | `dossier.json` | the same for programs |
        | `dossier.schema.json` | what `dossier.json` must look like (JSON Schema, draft 2020-12) |
        | `receipts/*.tlog-proof` | the proof of the certificate's record, of the adoption of the policy, and of wordings |
        | `policy/*` | the files of the policy, the first of them its own |
        | `wordings/*` | the words that the people of the sample were shown |
        | `checkpoint` | what the log says of itself: its name, its size, its root, its signature |
        | `timestamps/*.tsr` | if there are any: what an authority says the time was, over the `.txt` of the same number |
        | `transitions/*.tlog-proof` | if the log's key was changed: the proof of it, which the old key and the new key signed |
        | `vkey` | the key that checks the signature |
        | `SHA256SUMS` | digests of all these files |

        The sample was not chosen by hand: of the accepted rows with people whom the ledger knows, those with the smallest
        SHA-256 over the seed, a blank and the number of the row were drawn. The seed is the SHA-256 of the certificate's
        record, and so nobody could choose it.

        \(byHand)
        \(limits)
        """

    private static let program = """
        ## With consentgate

            consentgate verify THIS-FOLDER --key VERIFIER-KEY

        The verifier key is one line, in the file `vkey`. A key that came with a dossier vouches only for itself: compare
        it with the one that the organisation publishes elsewhere, or ask for it by another way. If you hold an older key of
        this log, give that: `transitions/` leads from it to the one in `vkey`.

        """

    /// What a short Go program does, with its text.
    private static let withGo: String = {
        let lines = ReceiptProgram.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "" : "    " + $0 }
        return """
            ## With Go, and nothing of ours

            The file `verify-receipt.go` checks one receipt, with Go's own library for such logs:

                go mod init check && go get golang.org/x/mod/sumdb/tlog && go run verify-receipt.go vkey receipts/NAME.tlog-proof

            This is all of it:

            \(lines.joined(separator: "\n"))

            """
    }()

    /// The steps with `openssl`, each of which was run on a real dossier; a test runs them again.
    private static let byHand = #"""
        ## By hand, with standard tools

        Everything is in public formats: checkpoints, signed notes and `tlog-proof` as C2SP describes them
        (https://c2sp.org), the tree of RFC 6962, Ed25519 signatures, SHA-256, and records as canonical JSON (RFC 8785).

        1. No file was changed since the dossier was made:

               sha256sum -c SHA256SUMS
               T=$(mktemp -d)                                  # what the next steps make; nothing is added here

        2. The checkpoint was signed with the key. The key is the last 32 bytes of what stands after the second `+`
           in `vkey`; the signature the last 64 bytes of the last word of the first line that begins with a dash; the
           signed text is the first three lines of `checkpoint`:

               head -n 3 checkpoint > $T/text.bin
               awk 'NR == 5 { print $3 }' checkpoint | base64 -d | tail -c 64 > $T/sig.bin
               (printf '\060\052\060\005\006\003\053\145\160\003\041\000'
                sed 's/^[^+]*+[0-9a-f]*+//' vkey | base64 -d | tail -c 32) > $T/key.der
               openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey $T/key.der -in $T/text.bin -sigfile $T/sig.bin

        3. A receipt opens its entry. The line `extra` is Base64 of 32 bytes, the opening, and then the record itself as
           JSON text. The entry of the log is the byte 01 and the HMAC-SHA256 of both, with a key that everybody knows:

               R=receipts/NAME.tlog-proof
               sed -n 's/^extra //p' "$R" | base64 -d > $T/extra.bin
               tail -c +33 $T/extra.bin                           # the record, to be read
               printf '\001' > $T/entry.bin
               openssl dgst -sha256 -mac HMAC -macopt key:consent-ledger/commitment/v1 -binary $T/extra.bin >> $T/entry.bin

        4. The hash of that entry in the tree is SHA-256 over the byte 00 and the entry; it stands under `leafHash` in
           `dossier.json`:

               (printf '\000'; cat $T/entry.bin) | openssl dgst -sha256 -binary | base64

        5. From there the lines of the receipt lead to the root in the checkpoint (RFC 6962, section 2.1.1): at each level
           SHA-256 over the byte 01, the left hash and the right hash. This shell does it:

               root() {
                   i=$(sed -n 's/^index //p' "$1"); n=$(($(sed '1,/^$/d' "$1" | sed -n 2p) - 1))
                   (printf '\000'; cat $T/entry.bin) | openssl dgst -sha256 -binary > $T/node.bin
                   sed '1,/^index /d; /^$/,$d' "$1" | while read -r hash; do
                       echo "$hash" | base64 -d > $T/side.bin
                       if [ $((i % 2)) -eq 1 ] || [ "$i" -eq "$n" ]; then
                           pair="$T/side.bin $T/node.bin"
                           while [ $((i % 2)) -eq 0 ] && [ "$i" -ne 0 ]; do i=$((i / 2)); n=$((n / 2)); done
                       else
                           pair="$T/node.bin $T/side.bin"
                       fi
                       (printf '\001'; cat $pair) | openssl dgst -sha256 -binary > $T/next.bin
                       mv $T/next.bin $T/node.bin; i=$((i / 2)); n=$((n / 2))
                   done
                   base64 < $T/node.bin
               }
               root "$R"                                       # must print the third line of checkpoint

        6. A file of evidence is the recorded one if its SHA-256 stands in the record:

               sha256sum evidence/*

        7. You hold another key than the one in `vkey`: a file in `transitions` is a receipt as in step 3, and its record names the
           old key and the new one. Both signed its checkpoint, which follows the first empty line, the new key in line 5 and
           the old one in line 6. Check it as in step 2 with the key that you hold; then you may believe what it says of the
           other:

               sed '1,/^$/d' transitions/N.tlog-proof           # in place of checkpoint; NR == 6 for the old key

        8. A timestamp: `openssl ts -verify -in timestamps/N-1.tsr -data timestamps/N.txt -CAfile AUTHORITY.pem`. The text
           is a checkpoint with N entries; `timestamps/N.consistency` proves that the one here extends it (RFC 6962).

        """#

    private static let limits = """
        ## What this proves, and what not

        It proves that each record is, byte for byte, the one that the log committed to when the checkpoint was signed.
        It does not prove that a record was true when it was written, nor that nothing else was ever said elsewhere.

        """
}
