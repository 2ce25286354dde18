import Lists
import Origins
import Synchronization
import Tables

/// The first reading of a list: notes the times of its rows, on any thread.
final class TimeSurveyor: Sendable {
    private let reader: OptInReader
    private let columns: Int
    private let survey = Mutex(TimeSurvey())

    init(_ recognition: Recognition) {
        reader = OptInReader(recognition)
        columns = recognition.headers.count
    }

    /// What was learnt so far.
    var times: TimeSurvey { survey.withLock { $0 } }

    /// Takes up the times of a row.
    func note(_ slot: ClaimSlot) {
        guard reader.isOfUse, slot.record.fits(columns: columns) else { return }
        let (claim, stops) = reader.reading(ofRow: { slot.record.text($0) }, count: slot.record.cellCount)
        survey.withLock { times in
            for cell in claim.moments { times.note(moment: cell) }
            for stop in stops {
                if let cell = stop.time { times.note(time: cell) }
            }
        }
    }
}
