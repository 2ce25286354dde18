import CFuzzer
import Glibc

/// Runs libFuzzer with the arguments of the program, and ends the process.
///
/// A failed precondition in `target` is a finding.
public func fuzz(_ target: @escaping @Sendable ([UInt8]) -> Void) -> Never {
    chosenTarget.set(target)
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
        LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
            chosenTarget.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        })
}
