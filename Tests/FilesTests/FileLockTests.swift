import Files
import Foundation
import Testing

@Suite("A lock between processes")
struct FileLockTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test(
        "waits for another process, says so once, and is free when that process is killed",
        .timeLimit(.minutes(1)))
    func waits() throws {
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/flock")
        holder.arguments = [folder["lock"], "sh", "-c", "echo held; exec sleep 60"]
        let output = Pipe()
        holder.standardOutput = output
        try holder.run()
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        var waits = 0
        // The lock belongs to every process that inherited it: flock, and the sleep that it started.
        let isHeld = try FileLock.holding(
            folder["lock"],
            onWait: {
                waits += 1
                let killer = Process()
                killer.executableURL = URL(filePath: "/bin/sh")
                killer.arguments = [
                    "-c",
                    "kill -9 $(ps -o pid= --ppid \(holder.processIdentifier)) \(holder.processIdentifier)",
                ]
                try? killer.run()
            }, { true })
        #expect(isHeld)
        #expect(waits == 1)
    }

    @Test("is free again after its body, also one that throws")
    func free() throws {
        struct Stop: Error {}
        var waits = 0
        #expect(throws: Stop.self) { try FileLock.holding(folder["lock"]) { throw Stop() } }
        try FileLock.holding(folder["lock"], onWait: { waits += 1 }) {}
        #expect(waits == 0)
    }

    @Test("is refused where its file is a link")
    func link() throws {
        try folder.write("", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder["lock"], withDestinationPath: folder["target"])
        #expect(throws: FileError.self) { try FileLock.holding(folder["lock"]) {} }
    }
}
