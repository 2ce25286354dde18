import Consent
import Testing

@testable import Policies

@Suite("The vocabulary of facts")
struct FactTests {
    @Test("every fact has a place of its own, and there is room for all")
    func places() {
        let places = Fact.allCases.map { FactPlace.of[Int($0.rawValue)] }
        var (taken, cells) = ([UInt64](repeating: 0, count: Facts().small.count), Set<Int>())
        for place in places where place.isWide {
            let isNew = cells.insert(place.index).inserted
            #expect(isNew)
        }
        for place in places where !place.isWide {
            let bits = place.mask << place.shift
            #expect(taken[place.index] & bits == 0)
            #expect(bits >> place.shift == place.mask)
            taken[place.index] |= bits
        }
        #expect((cells.max() ?? 0) < Facts().wide.count)
        #expect(taken.count == Combination.smallWords)
    }

    @Test("a condition tells the facts that it asks for, in the order of the vocabulary")
    func asked() {
        let tests = Fact.allCases.reversed().map { Condition.test(FactTest(fact: $0, check: .known(true))) }
        #expect(
            Condition.any([.not(.all(tests)), .test(FactTest(fact: .rowAge, check: .known(false)))])
                .askedFacts
                == Fact.allCases)
        let older = FactTest(fact: .recordGivenAt, check: .olderThan(.none))
        #expect(
            Condition.test(older).facts == [.recordGivenAt, .runNow]
                && older.facts == [.recordGivenAt, .runNow])
    }

    @Test(
        "every value of every closed list has room, and so has that it is unknown", arguments: Fact.allCases)
    func closedLists(fact: Fact) {
        guard case .name(let list) = fact.type else { return }
        let place = FactPlace.of[Int(fact.rawValue)]
        #expect(list.names.count <= place.mask && place.cells.contains(Int64(list.names.count - 1)))
        var facts = Facts()
        for name in list.names {
            facts.set(fact, name: name)
            #expect(facts[fact] == .name(name))
        }
    }

    @Test(
        "a number or a moment beyond all that fit is the last that does",
        arguments: [Int64.min, .min + 1, -1 << 62, 1 << 62, .max])
    func beyond(cell: Int64) {
        for fact in Fact.allCases where fact.type.isWide && cell != Facts.unknown {
            var facts = Facts()
            facts.store(cell: cell, in: fact)
            let fitting = FactPlace.of[Int(fact.rawValue)].cells
            #expect(facts.cell(of: fact) == (cell < 0 ? fitting.lowerBound : fitting.upperBound))
        }
        for number in [Int.min, -1 << 62, .max] {
            var facts = Facts()
            facts.set(.rowAge, to: number)
            #expect(facts.isKnown(.rowAge))
        }
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
