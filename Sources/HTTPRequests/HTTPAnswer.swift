/// What came back.
package struct HTTPAnswer: Hashable, Sendable {
    /// The status: 200 for success.
    package let status: Int
    /// What the content is said to be, in lower case and without parameters; empty where nothing is said.
    package let contentType: String
    /// The content.
    package let content: [UInt8]

    init(status: Int, contentType: String, content: [UInt8]) {
        self.status = status
        self.contentType = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        self.content = content
    }
}
