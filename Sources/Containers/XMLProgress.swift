/// Where a reading of XML stands between two calls of expat.
///
/// Once something went wrong nothing reaches the handler any more.
final class XMLProgress {
    /// What went wrong, to be thrown when expat has come back.
    private(set) var failure: (any Error)? {
        didSet { if failure != nil { halt() } }
    }
    /// Has expat stop where it is.
    var halt: () -> Void = {}
    private unowned let handler: any XMLHandler
    private let limits: ContainerLimits
    private var depth = 0
    /// At which depth the element lies whose text is collected.
    private var collectingDepth: Int?
    private var text: [UInt8] = []

    init(_ handler: any XMLHandler, limits: ContainerLimits) {
        self.handler = handler
        self.limits = limits
    }

    /// Whether text is wanted just now.
    var isCollecting: Bool { collectingDepth == depth && failure == nil }

    func begin(_ name: String, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= limits.xmlDepth else {
            failure = ContainerError.damaged("workbook")
            return
        }
        attempt {
            if try handler.begin(Self.local(name), attributes), collectingDepth == nil {
                collectingDepth = depth
                text.removeAll(keepingCapacity: true)
            }
        }
    }

    func end(_ name: String) {
        attempt {
            if collectingDepth == depth {
                collectingDepth = nil
                try handler.end(Self.local(name), text: text)
            } else {
                try handler.end(Self.local(name), text: [])
            }
        }
        depth -= 1
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        guard text.count + bytes.count <= limits.cellBytes else {
            failure = failure ?? ContainerError.tooLarge("A cell of this workbook is too long.")
            return
        }
        unsafe text.append(contentsOf: bytes)
    }

    func refuseDoctype() {
        failure =
            failure
            ?? ContainerError(
                .unsupported,
                what: "This workbook declares a document type, which no spreadsheet program writes.",
                hint: XMLReader.hint)
    }

    /// A name without its prefix.
    static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    private func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            failure = failure ?? error
        }
    }
}
