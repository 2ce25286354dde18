/// Evidence that a page can show, or that shows a page.
enum EvidencePicture {
    /// Whether a browser shows a file of this ending as a picture, and runs nothing in it.
    static func isPicture(_ kind: String) -> Bool { ["png", "jpg", "jpeg", "gif", "webp"].contains(kind) }

    /// Whether a file of this ending shows what a person saw.
    static func shows(_ kind: String) -> Bool {
        isPicture(kind) || ["html", "htm", "pdf", "svg", "mhtml"].contains(kind)
    }
}
