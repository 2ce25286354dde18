import Tables
import Testing

@Suite("Text in one byte a character")
struct CodePageTests {
    @Test(
        "is told apart where bytes can tell",
        arguments: [
            ("Jörg,Müller\n", TextEncoding.windows1252, TextEncoding.windows1252),
            ("Jörg,10 €\n", .windows1252, .windows1252), ("Jörg,10 €\n", .latin9, .latin9),
            ("Škoda,Žižek\n", .latin9, .latin9), ("cœur,Œuvre\n", .latin9, .latin9),
            ("Škoda,Žižek,cœur\n", .windows1252, .windows1252),
            ("O´Brien,d´Ávila,1½,2 ¼\n", .windows1252, .windows1252),
            ("Jörg,Müller\rAndré,Ñandú\r", .macintosh, .macintosh),
            ("Jörg,Müller\rO’Brien,x\r", .windows1252, .windows1252),
        ])
    func detected(text: String, written: TextEncoding, found: TextEncoding) throws {
        let bytes = text.bytes(in: written)
        let table = ReadTable(detecting: bytes)
        #expect(table.dialect?.encoding == found)
        #expect(
            table.cells.first?.joined(separator: ",") == text.split { $0.isNewline }.first.map(String.init))
        #expect(table.reassembled == bytes)
    }

    @Test("every byte decodes and comes back", arguments: [TextEncoding.windows1252, .latin9, .macintosh])
    func roundTrip(encoding: TextEncoding) throws {
        let bytes = (0x80...0xFF).map { UInt8($0) } + [0x0A]
        var reader = try RecordReader(dialect: Dialect(encoding: encoding), source: InMemorySource(bytes))
        var record = Record()
        #expect(try reader.next(into: &record))
        var writer = RecordWriter(dialect: reader.dialect)
        var output: [UInt8] = []
        writer.append(cells: [record.text(0)], to: &output)
        #expect(output == bytes)
        #expect(writer.lossCount == 0)
        #expect(Set(record.text(0).unicodeScalars).count == 128)
        if encoding == .macintosh { #expect(Array(record.text(0).unicodeScalars) == String.macRoman) }
    }

    @Test("bytes that Microsoft left undefined are read, with a remark")
    func undefined() throws {
        let bytes: [UInt8] = Array("a,b\n".utf8) + [0x61, 0x9D, 0x2C, 0x81, 0x0A]
        #expect(ReadTable(detecting: bytes).cells.last == ["a\u{9D}", "\u{81}"])
        #expect(try remarks(on: bytes) == [.uncertainEncoding])
    }

    @Test("UTF-16 that is damaged says how")
    func wide() throws {
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            let sound = "name,mail\nada,ada@example.org\n".bytes(in: encoding)
            let odd = try #require(ReadTable(detecting: sound + [0x61]).error)
            #expect(odd.code == .invalidEncoding)
            #expect(odd.what.contains("middle of a character"))
            #expect(odd.line == 3)
            let half = try #require(ReadTable(detecting: sound + [0xD8, 0xD8, 0x61, 0x61]).error)
            #expect(half.what.contains("without its other half"))
        }
    }

    @Test("UTF-32 is named", arguments: [false, true])
    func utf32(isBig: Bool) throws {
        let bytes: [UInt8] = "name,mail\nada,x\n".utf8.flatMap { (byte: UInt8) -> [UInt8] in
            isBig ? [0, 0, 0, byte] : [byte, 0, 0, 0]
        }
        let error = try #require(ReadTable(detecting: bytes).error)
        #expect(error.what.contains("UTF-32"))
    }

    private func remarks(on bytes: [UInt8]) throws -> Set<TableRemark> {
        TableRemark.remarks(on: bytes, in: try DialectDetection.detect(prefix: bytes, isWholeInput: true))
    }

    @Test("what cannot be known is remarked upon")
    func remarked() throws {
        let cyrillic: [UInt8] = Array("n,m\n".utf8) + [0xC6, 0xE0, 0xED, 0xED, 0xE0, 0x2C, 0x78, 0x0A]
        #expect(try remarks(on: cyrillic) == [.uncertainEncoding])
        let polish: [UInt8] = Array("n,m\nPawe".utf8) + [0xB3] + Array("ek,x\n".utf8)
        #expect(try remarks(on: polish) == [.uncertainEncoding])
        #expect(try remarks(on: "Jörg,Müller\n".bytes(in: .windows1252)) == [])
        #expect(try remarks(on: Array("JosÃ©,MÃ¼ller\n".utf8)) == [.mojibake])
        #expect(try remarks(on: Array("José,Müller\n".utf8)) == [])
        #expect(try remarks(on: Array("a,\"b\nc,d\n".utf8)) == [.unclosedQuotes])
        #expect(try remarks(on: Array("\"a;b\"\n\"c;d\"\n".utf8)) == [.nestedRecords])
    }
}
