import CExpat

/// Reads an XML part piece by piece through expat, and refuses what workbooks never hold.
///
/// There is no document type in them, so none is read: what it could declare is what attacks are made of.
@safe final class XMLReader {
    private let parser: OpaquePointer
    private let input: any ContainerInput
    private let progress: XMLProgress
    private let limits: ContainerLimits
    private var fed: UInt64 = 0
    private(set) var isAtEnd = false

    init(_ input: any ContainerInput, handler: any XMLHandler, limits: ContainerLimits) {
        guard let made = unsafe XML_ParserCreate(nil) else { fatalError("expat has no memory to begin with") }
        unsafe parser = made
        self.input = input
        self.limits = limits
        progress = XMLProgress(handler, limits: limits)
        let parser = unsafe self.parser
        progress.halt = { unsafe XML_StopParser(parser, XML_Bool(0)) }
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(progress).toOpaque())
        unsafe XML_SetElementHandler(parser, xmlBegin, xmlEnd)
        unsafe XML_SetCharacterDataHandler(parser, xmlText)
        unsafe XML_SetStartDoctypeDeclHandler(parser, xmlDoctype)
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Reads the whole part.
    func readAll() throws {
        while try step() {}
    }

    /// Reads one piece; false at the end.
    ///
    /// - Throws: `damaged` with the line; what the handler or the input throws.
    func step() throws -> Bool {
        guard !isAtEnd else { return false }
        let bytes = try input.read(atMost: 1 << 16)
        isAtEnd = bytes.isEmpty
        fed += UInt64(bytes.count)
        let status = unsafe bytes.withUnsafeBytes { raw in
            unsafe XML_Parse(
                parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count),
                isAtEnd ? 1 : 0)
        }
        if let failure = progress.failure {
            isAtEnd = true
            throw failure
        }
        // expat keeps a tag until it is whole; one of gigabytes would take gigabytes.
        let parsed = UInt64(clamping: unsafe XML_GetCurrentByteIndex(parser))
        let isStuck = !isAtEnd && fed > parsed && fed - parsed > limits.xmlTagBytes
        guard status != XML_STATUS_ERROR, !isStuck else {
            isAtEnd = true
            let line = Int(clamping: unsafe XML_GetCurrentLineNumber(parser))
            throw ContainerError.line(
                line, "This workbook is damaged: a part of it is no XML.", hint: Self.hint)
        }
        return !isAtEnd
    }

    /// What helps where a workbook is damaged.
    static let hint = "Open it in the spreadsheet program and save it again, or as CSV (UTF-8)."
}

private func progress(_ context: UnsafeMutableRawPointer?) -> XMLProgress? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLProgress>.fromOpaque(context).takeUnretainedValue()
}

private func xmlBegin(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    guard let progress = unsafe progress(context), progress.failure == nil, let name = unsafe name else {
        return
    }
    var pairs: [(name: String, value: String)] = []
    var index = 0
    while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
        unsafe pairs.append((XMLProgress.local(String(cString: key)), String(cString: value)))
        index += 2
    }
    progress.begin(unsafe String(cString: name), XMLAttributes(pairs))
}

private func xmlEnd(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    guard let progress = unsafe progress(context), progress.failure == nil, let name = unsafe name else {
        return
    }
    progress.end(unsafe String(cString: name))
}

private func xmlText(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let progress = unsafe progress(context), progress.isCollecting, let text = unsafe text else {
        return
    }
    unsafe progress.append(UnsafeRawBufferPointer(start: text, count: Int(count)))
}

private func xmlDoctype(
    _ context: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
    _: UnsafePointer<CChar>?, _: Int32
) {
    unsafe progress(context)?.refuseDoctype()
}
