import Logging

/// What the program tells about itself to somebody who looks for a fault; silent unless `CONSENTGATE_LOG` asks.
///
/// `CONSENTGATE_LOG=debug` writes to standard error. No address, key or content of a record is ever logged.
enum Diagnostics {
    /// The one log of the program.
    static let log: Logger = {
        var logger = Logger(label: "consentgate") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel =
            ProcessEnvironment.value("CONSENTGATE_LOG").flatMap { Logger.Level(rawValue: $0.lowercased()) }
            ?? .critical
        return logger
    }()
}
