import Ledger
import Lists
import Tables
import Workers

/// Sketches the rows of blocks and looks their people up: those of the next block on a thread of its own, while the rows of
/// this one are judged and written.
///
/// What comes of a block does not depend on where it was worked out.
struct SketchDesk: ~Copyable {
    private var desk: SideDesk<Work>
    private let isAlone: Bool
    /// The first record of the block that was begun with before its turn.
    private var aheadOf: Int?

    /// - Parameter workers: With one there is no thread beside the caller's.
    init(_ index: StandingIndex, _ workers: Workers) {
        desk = SideDesk(Work(index), workers)
        isAlone = workers.count < 2
    }

    /// Goes on with rows of another list; nil for one whose rows have to be read one by one.
    mutating func begin(_ sketcher: RowSketcher?) {
        aheadOf = nil
        desk.with { work in
            work.sketcher = sketcher
            work.isDone = false
        }
    }

    /// Sketches the block that has its turn, from its next row on.
    mutating func sketch(_ list: ListReader, into sketch: inout BlockSketch) {
        let isAhead = aheadOf == list.plain.firstNumber
        aheadOf = nil
        desk.with { work in
            if isAhead, work.isDone {
                swap(&work.sketch, &sketch)
            } else {
                list.withPlain { work.sketch($0, from: list.nextPlain, into: &sketch) }
            }
            work.isDone = false
        }
    }

    /// Begins with the block behind it, if it can be read already.
    mutating func lookAhead(_ list: ListReader) {
        guard !isAlone, aheadOf == nil, list.readAhead() else { return }
        var block: PlainBlock? = list.upcoming.shared()
        aheadOf = block?.firstNumber
        desk.with { $0.block = block.take() }
        desk.begin { $0.sketchAhead() }
    }
}

extension SketchDesk {
    /// What lies on the desk.
    private struct Work: ~Copyable {
        let index: StandingIndex
        var sketcher: RowSketcher?
        var block: PlainBlock?
        var sketch = BlockSketch()
        /// Whether ``sketch`` is that of the block which lay here.
        var isDone = false

        init(_ index: StandingIndex) { self.index = index }

        mutating func sketch(
            _ block: borrowing PlainBlock, from first: Int, into sketch: inout BlockSketch
        ) {
            sketch.clear()
            sketcher?.sketch(block, from: first, into: &sketch)
            sketch.find(in: index)
        }

        /// Sketches the block that lies here.
        mutating func sketchAhead() {
            guard let block = block.take() else { return }
            sketcher?.sketch(block, from: 0, into: &sketch)
            sketch.find(in: index)
            isDone = true
        }
    }
}
