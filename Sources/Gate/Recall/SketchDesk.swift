import Ledger
import Lists
import Synchronization
import Tables
import Workers

/// Sketches the rows of blocks and looks their people up: those of the next block on a thread of its own, while the rows of
/// this one are judged and written.
///
/// What comes of a block does not depend on where it was worked out.
struct SketchDesk: ~Copyable {
    private let desk: Desk
    private let isAlone: Bool
    /// The thread that is at work, and the first record of its block.
    private var ahead: Aside?
    private var aheadOf: Int?

    /// - Parameter workers: With one there is no thread beside the caller's.
    init(_ index: StandingIndex, _ workers: Workers) {
        desk = Desk(index)
        isAlone = workers.count < 2
    }

    /// Goes on with rows of another list; nil for one whose rows have to be read one by one.
    mutating func begin(_ sketcher: RowSketcher?) {
        wait()
        desk.work.withLock { work in
            work.sketcher = sketcher
            work.isDone = false
        }
    }

    /// Sketches the block that has its turn, from its next row on.
    mutating func sketch(_ list: ListReader, into sketch: inout BlockSketch) {
        let isAhead = aheadOf == list.plain.firstNumber
        wait()
        desk.work.withLock { work in
            if isAhead, work.isDone {
                swap(&work.sketch, &sketch)
            } else {
                list.withPlain { work.sketch($0, from: list.nextPlain, in: desk.index, into: &sketch) }
            }
            work.isDone = false
        }
    }

    /// Begins with the block behind it, if it can be read already.
    mutating func lookAhead(_ list: ListReader) {
        guard !isAlone, ahead == nil, list.readAhead() else { return }
        let block = list.upcoming.shared()
        aheadOf = block.firstNumber
        desk.put(block)
        ahead = Aside { [desk] in desk.sketch() }
    }

    private mutating func wait() {
        ahead = nil
        aheadOf = nil
    }

    /// What lies on the desk: with the caller or with its thread, and never with both.
    private struct Work: ~Copyable {
        var sketcher: RowSketcher?
        var block: PlainBlock?
        var sketch = BlockSketch()
        var isDone = false

        mutating func sketch(
            _ block: borrowing PlainBlock, from first: Int, in index: StandingIndex,
            into sketch: inout BlockSketch
        ) {
            sketch.clear()
            sketcher?.sketch(block, from: first, into: &sketch)
            sketch.find(in: index)
        }

        /// Sketches the block that lies here.
        mutating func sketch(in index: StandingIndex) {
            guard let block = block.take() else { return }
            sketcher?.sketch(block, from: 0, into: &sketch)
            sketch.find(in: index)
            isDone = true
        }
    }

    private final class Desk: Sendable {
        let index: StandingIndex
        let work = Mutex(Work())

        init(_ index: StandingIndex) { self.index = index }

        func put(_ block: consuming PlainBlock) {
            var block: PlainBlock? = consume block
            work.withLock { $0.block = block.take() }
        }

        func sketch() { work.withLock { $0.sketch(in: index) } }
    }
}
