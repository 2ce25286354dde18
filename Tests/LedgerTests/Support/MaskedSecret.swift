import Files
import Foundation
import Glibc

/// A secret that a test looks for in its own memory without having it there itself.
///
/// It is kept under a mask. For the look it is laid bare in one place, which the look passes over, together with the place
/// into which memory is read.
struct MaskedSecret {
    private let masked: [UInt8]
    private static let mask: UInt8 = 0xA7

    /// The key in a key file.
    init(file: String) throws {
        masked = try PrivateFile.withSecret(of: file) { digits in
            (0..<32).map { place in
                (Self.value(digits[2 * place]) << 4 | Self.value(digits[2 * place + 1])) ^ Self.mask
            }
        }
    }

    /// The first line of a file.
    init(line file: String) throws {
        masked = try PrivateFile.withSecret(of: file) { bytes in
            bytes.indices.prefix { bytes[$0] != 0x0A }.map { bytes[$0] ^ Self.mask }
        }
    }

    /// Writes a line that nobody has seen before, and which is not in this process.
    static func writeRandomLine(to path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "umask 077; head -c 24 /dev/urandom | base64 > '\(path)'"]
        try process.run()
        process.waitUntilExit()
    }

    private static func value(_ digit: UInt8) -> UInt8 {
        digit < 0x3A ? digit &- 0x30 : (digit | 0x20) &- 0x57
    }

    /// Whether it stands anywhere in the writable memory of this process, as it is or in hexadecimal digits.
    func isInMemory() throws -> Bool {
        let bare = try Workspace()
        defer { bare.clear() }
        bare.lay(masked.map { $0 ^ Self.mask }.count) { place in masked[place] ^ Self.mask }
        return try bare.isFound()
    }

    /// One mapping of memory that holds the secret, its digits and what is read, and that no look goes into.
    private final class Workspace {
        private let base: UnsafeMutableRawPointer
        private let size = 1 << 21
        private let window = 1 << 20
        private var count = 0

        init() throws {
            let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard let mapped, mapped != MAP_FAILED else { throw CocoaError(.fileReadUnknown) }
            base = mapped
        }

        deinit { munmap(base, size) }

        func clear() { explicit_bzero(base, size) }

        func lay(_ count: Int, _ byte: (Int) -> UInt8) {
            self.count = count
            let digits = Array("0123456789abcdef".utf8)
            for place in 0..<count {
                let value = byte(place)
                base.storeBytes(of: value, toByteOffset: place, as: UInt8.self)
                base.storeBytes(of: digits[Int(value >> 4)], toByteOffset: 4096 + 2 * place, as: UInt8.self)
                base.storeBytes(of: digits[Int(value & 15)], toByteOffset: 4097 + 2 * place, as: UInt8.self)
            }
        }

        func isFound() throws -> Bool {
            let memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
            defer { close(memory) }
            let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
            let own = UInt(bitPattern: base)
            for line in maps.split(separator: "\n") {
                let parts = line.split(separator: " ")
                guard parts.count > 1, parts[1].hasPrefix("rw") else { continue }
                let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                guard ends.count == 2 else { continue }
                // The kernel may have joined the workspace with its neighbours: all but itself is looked at.
                for (first, last) in [
                    (ends[0], min(ends[1], own)), (max(ends[0], own + UInt(size)), ends[1]),
                ]
                where first < last {
                    if look(memory, first, last) { return true }
                }
            }
            return false
        }

        private func stands(
            _ wanted: UnsafeMutableRawPointer, _ length: Int, in memory: UnsafeMutableRawPointer, _ size: Int
        ) -> Bool {
            let first = Int32(wanted.load(as: UInt8.self))
            var place = 0
            while place + length <= size, let found = memchr(memory + place, first, size - length - place + 1)
            {
                if memcmp(found, wanted, length) == 0 { return true }
                place = UnsafeMutableRawPointer(found) - memory + 1
            }
            return false
        }

        private func look(_ memory: Int32, _ first: UInt, _ last: UInt) -> Bool {
            let buffer = base + window
            var place = first
            while place < last {
                let wanted = min(window, Int(last - place))
                let read = pread(memory, buffer, wanted, off_t(place))
                // What was given back meanwhile cannot be read; what lies behind it still can.
                guard read > 0 else {
                    place = (place / 4096 + 1) * 4096
                    continue
                }
                if stands(base, count, in: buffer, read) || stands(base + 4096, 2 * count, in: buffer, read) {
                    return true
                }
                guard place + UInt(read) < last else { return false }
                // What stands across two pieces is seen with the next.
                place += read > 4096 ? UInt(read) - 2048 : UInt(read)
            }
            return false
        }
    }
}
