import FuzzDriver
import Tables

fuzz { bytes in
    // The first byte chooses; the rest is the table.
    guard let choice = bytes.first else { return }
    TableCheck(Array(bytes.dropFirst()), choice: choice).run()
}
