import Containers
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
        do {
            return try attempt(catalogue, options, body)
        } catch let error as TableError {
            guard error.code == .invalidEncoding, wasTakenForUTF8 else {
                throw ListError(table: error, in: name)
            }
        }
        // Whoever reads the list again need not find out again.
        settledEncoding = .windows1252
        do {
            return try attempt(catalogue, options, body)
        } catch let error as TableError {
            throw ListError(table: error, in: name)
        }
    }

    /// Lets what went wrong below the reader of tables go before what that reader says of it.
    private func attempt<Result>(
        _ catalogue: LayoutCatalogue, _ options: ListOptions, _ body: (ListReader) throws -> Result
    ) throws -> Result {
        do {
            let content = try opened(catalogue, member: options.member)
            return try body(try ListReader(self, content, catalogue: catalogue, options: options))
        } catch let error as TableError {
            if let behind = content?.failure as? ContainerError {
                throw ListError(container: behind, in: name)
            }
            throw content?.failure ?? error
        } catch let error as ContainerError {
            // The look at the beginning of the list reads without a reader of tables in between.
            throw ListError(container: error, in: name)
        }
    }
}
