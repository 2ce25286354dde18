import CanonicalJSON
import Ledger

/// What the short names of a JSON-LD receipt stand for.
enum DPVContext {
    private static let prefixes: [(String, String)] = [
        ("dpv", "https://w3id.org/dpv#"), ("pd", "https://w3id.org/dpv/pd#"),
        ("loc", "https://w3id.org/dpv/loc#"), ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
        ("dct", "http://purl.org/dc/terms/"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("schema", "https://schema.org/"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    /// Members whose texts are names of things and no texts, without which `dpv:Store` would be a word like any other.
    private static let references = [
        "dct:audience", "dct:conformsTo", "dct:publisher", "dct:replaces", "dpv:hasDataController",
        "dpv:hasJurisdiction", "dpv:hasLegalBasis", "dpv:hasLocation", "dpv:hasProcessing",
        "dpv:isExercisedAt", "dpv:isIndicatedBy", "schema:url", "skos:broader",
    ]

    private static let moments = ["dct:created", "dpv:isIndicatedAtTime"]

    /// The name of a record for everybody: its 16 bytes as a UUID (RFC 9562).
    static func name(of rid: RecordID) -> String {
        let digits = Array(rid.description)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }

    /// The value of `@context`; `#controller` and the like are names within the record.
    static func json(of rid: RecordID) -> JSONValue {
        .object(
            [.init("@base", .string(name(of: rid)))] + prefixes.map { .init($0.0, .string($0.1)) }
                + references.map { .init($0, ["@type": "@id"]) }
                + moments.map { .init($0, ["@type": "xsd:dateTime"]) })
    }
}
