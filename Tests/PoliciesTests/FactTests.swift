import Consent
import Testing

@testable import Policies

@Suite("The vocabulary of facts")
struct FactTests {
    @Test("every fact has a place of its own, and there is room for all")
    func places() {
        let places = Fact.allCases.map { FactPlace.of[Int($0.rawValue)] }
        #expect(Set(places.map { "\($0.isWide) \($0.index)" }).count == Fact.allCases.count)
        for place in places {
            #expect(place.index < (place.isWide ? Facts().wide.count : Facts().small.count * 8))
        }
    }

    @Test("every closed list has room in a byte")
    func closedLists() {
        for list in NameList.allCases { #expect(list.names.count <= 254) }
    }

    @Test("every fact is defined once, in its place, as whole sentences", arguments: Fact.allCases)
    func defined(fact: Fact) {
        let definition = fact.definition
        #expect(definition.fact == fact)
        #expect(FactDefinition.all.count == Fact.allCases.count)
        #expect(Fact(named: fact.name) == fact)
        #expect(fact.name.hasPrefix(definition.group.rawValue + "."))
        #expect(definition.meaning.hasSuffix(".") && definition.unknown.hasSuffix("."))
        #expect(!fact.type.description.isEmpty)
    }

    @Test("nothing is known at first, and what was set can be forgotten", arguments: Fact.allCases)
    func remembers(fact: Fact) throws {
        var facts = Facts()
        #expect(facts.known == [])
        #expect(facts[fact] == nil)
        let value: FactValue =
            switch fact.type {
            case .boolean: .boolean(true)
            case .name(let list): .name(try #require(list.names.last))
            case .number: .number(7)
            case .time: .time(Instant(seconds: 0))
            }
        facts[fact] = value
        #expect(facts[fact] == value)
        #expect(facts.known == [fact])
        #expect(facts != Facts())
        facts[fact] = nil
        #expect(facts == Facts())
        #expect(facts.hashValue == Facts().hashValue)
    }

    @Test("a value of the wrong type, or a name that is not on the list, leaves the fact unknown")
    func wrongType() {
        var facts = Facts()
        facts.set(.recordState, name: "given")
        facts.set(.recordState, to: true)
        #expect(!facts.isKnown(.recordState))
        facts.set(.recordState, name: "given")
        facts.set(.recordState, name: "maybe")
        #expect(!facts.isKnown(.recordState))
        facts.set(.rowLinkedIn, name: "true")
        facts.set(.runNow, to: 5)
        facts.set(.rowRagged, to: Instant(seconds: 0))
        #expect(facts.known == [])
    }

    @Test("no number and no moment is taken for unknown", arguments: [Int64.min, -1, 0, Int64.max])
    func extremes(seconds: Int64) {
        var facts = Facts()
        facts.set(.runNow, to: Instant(seconds: seconds))
        #expect(facts.isKnown(.runNow))
    }

    @Test("the closed lists are those of the domain")
    func lists() {
        #expect(NameList.origins.names == Origin.allCases.map(\.rawValue))
        #expect(NameList.grades.names == ["none", "attestation", "imported", "form", "mailbox-proven"])
        #expect(NameList.addressForms.names == ["valid", "malformed", "missing"])
        for list in NameList.allCases { #expect(Set(list.names).count == list.names.count) }
    }
}
