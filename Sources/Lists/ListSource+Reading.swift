package import Origins
import Tables

extension ListSource {
    /// Reads the list from its start.
    ///
    /// A list whose beginning looked like UTF-8 and whose rest is not is read once more as Windows-1252; `body` is called
    /// again then, and must begin anew.
    ///
    /// - Throws: ``ListError``, `FileError`, or what `body` throws.
    package func read<Result>(
        _ catalogue: LayoutCatalogue, _ options: ListOptions, _ body: (ListReader) throws -> Result
    ) throws -> Result {
        var wasTakenForUTF8 = false
        do {
            return try attempt {
                let list = try ListReader(
                    self, catalogue: catalogue, options: options, encoding: settledEncoding)
                wasTakenForUTF8 = list.dialect.encoding == .utf8 && !list.dialect.hasByteOrderMark
                return try body(list)
            }
        } catch let error as TableError {
            guard error.code == .invalidEncoding, wasTakenForUTF8 else {
                throw ListError(table: error, in: name)
            }
        }
        try rewind()
        // Whoever reads the list again need not find out again.
        settledEncoding = .windows1252
        do {
            return try attempt {
                try body(
                    try ListReader(self, catalogue: catalogue, options: options, encoding: .windows1252))
            }
        } catch let error as TableError {
            throw ListError(table: error, in: name)
        }
    }

    /// Lets what went wrong below the reader of tables go before what that reader says of it.
    private func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as TableError {
            throw failure ?? error as any Error
        }
    }
}
