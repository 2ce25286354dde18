import Consent
import Foundation
import Testing

@Suite("The address cases of others")
struct PublishedAddressTests {
    /// A reason for which we judge an address otherwise than others do.
    enum Departure: String {
        /// No newsletter tool sends to `"jane doe"@example.org`.
        case quotedLocalPart
        /// No newsletter tool sends to `jane@[192.0.2.1]`.
        case addressLiteral
        /// A name without a dot is a host of somebody's own network, or a typing error.
        case domainWithoutDot
        /// A name that ends in a number is a network address, or nothing.
        case numericTopLevel
        /// Spaces and ends of lines around an address are the cell's, not the address's.
        case surroundingSpace
        /// A semicolon between two addresses: browsers know the comma alone.
        case semicolon
        /// Browsers take one address where only one was asked for; a cell may hold several.
        case severalInOneField
        /// A field may be left empty; a cell without an address has none.
        case emptyField
        /// Nothing explains it.
        case unexplained
    }

    @Test("isemail's set, whole, but for what is explained here")
    func isEmail() throws {
        let cases = try IsEmailCase.all()
        #expect(cases.count == 164)
        #expect(cases.count { $0.isValid } == 38)
        var departures: [Departure: Int] = [:]
        for other in cases {
            let isValid = (try? EmailAddress(parsing: other.address)) != nil
            guard isValid != other.isValid else { continue }
            departures[Self.departure(from: other, isValid: isValid), default: 0] += 1
        }
        #expect(
            departures == [
                .quotedLocalPart: 6, .addressLiteral: 7, .domainWithoutDot: 2, .numericTopLevel: 2,
                .surroundingSpace: 24,
            ])
    }

    private static func departure(from other: IsEmailCase, isValid: Bool) -> Departure {
        let trimmed = other.address.trimmingCharacters(in: .whitespacesAndNewlines)
        switch other.diagnosis {
        case "RFC5321_QUOTEDSTRING": return .quotedLocalPart
        case "RFC5321_ADDRESSLITERAL": return .addressLiteral
        case "RFC5321_TLD",
            "VALID" where !other.address.contains("."):
            return .domainWithoutDot
        case "RFC5321_TLDNUMERIC": return .numericTopLevel
        case _ where isValid && trimmed != other.address && trimmed == "test@iana.org":
            return .surroundingSpace
        default: return .unexplained
        }
    }

    @Test("a cell repairs of isemail's set what leaves no doubt, and nothing else")
    func repairs() throws {
        var repairs: [String: [AddressRepair]] = [:]
        for other in try IsEmailCase.all() where (try? EmailAddress(parsing: other.address)) == nil {
            guard let cell = try? AddressCell(parsing: other.address) else { continue }
            repairs[other.address] = AddressRepair.allCases.filter(cell.repairs.contains)
        }
        #expect(
            repairs == [
                "test@iana.org.": [.trailingDot], " test @iana.org": [.spacesAroundAt],
                "test@iana.org(\r)": [.comment],
            ])
    }

    /// A case of the tests that browsers share.
    struct FieldCase: Decodable {
        var from = "email-validity.window.js"
        var multiple = false
        let value: String
        let valid: Bool
        var values: [String]?

        enum CodingKeys: String, CodingKey { case from, multiple, value, valid, values, input }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            from = try fields.decodeIfPresent(String.self, forKey: .from) ?? from
            multiple = try fields.decodeIfPresent(Bool.self, forKey: .multiple) ?? multiple
            value =
                try fields.decodeIfPresent(String.self, forKey: .value)
                ?? fields.decode(String.self, forKey: .input)
            valid = try fields.decode(Bool.self, forKey: .valid)
            values = try fields.decodeIfPresent([String].self, forKey: .values)
        }

        static func all() throws -> [FieldCase] {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
            let script = try String(
                contentsOf: folder.appending(path: "whatwg-email-validity.window.js"), encoding: .utf8)
            let array = try #require(script.range(of: "].forEach")).lowerBound
            let data = try Data(contentsOf: folder.appending(path: "whatwg-values.json"))
            return try JSONDecoder().decode([FieldCase].self, from: Data((script[..<array] + "]").utf8))
                + JSONDecoder().decode([FieldCase].self, from: data)
        }
    }

    @Test("the e-mail fields of the web platform tests, whole, but for what is explained here")
    func fields() throws {
        let cases = try FieldCase.all()
        #expect(cases.count == 32)
        var departures: [Departure: Int] = [:]
        for field in cases {
            let cell = try? AddressCell(parsing: field.value)
            if (cell != nil) != field.valid || !field.multiple && cell?.others.isEmpty == false {
                departures[Self.departure(from: field, cell), default: 0] += 1
            } else if let cell, let values = field.values {
                #expect(cell.addresses.map(\.normalized) == values)
            }
        }
        #expect(
            departures == [
                .domainWithoutDot: 5, .numericTopLevel: 1, .addressLiteral: 1, .semicolon: 1,
                .severalInOneField: 1, .emptyField: 1,
            ])
    }

    private static func departure(from field: FieldCase, _ cell: AddressCell?) -> Departure {
        let domain = field.value.trimmingCharacters(in: .whitespaces).drop { $0 != "@" }.dropFirst()
        if cell != nil {
            return !field.multiple
                ? .severalInOneField : field.value.contains(";") ? .semicolon : .unexplained
        }
        if field.value.isEmpty { return .emptyField }
        if domain.hasPrefix("[") { return .addressLiteral }
        if !domain.contains(".") { return .domainWithoutDot }
        return domain.allSatisfy { $0.isNumber || $0 == "." } ? .numericTopLevel : .unexplained
    }
}
