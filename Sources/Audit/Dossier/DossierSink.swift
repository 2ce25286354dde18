/// Takes the files of a dossier, one after the other: all of them, or nothing.
protocol DossierSink: AnyObject {
    /// Takes a file.
    func take(_ name: String, _ bytes: [UInt8]) throws
    /// Brings everything to its place.
    func finish() throws
    /// Gives everything up.
    func abandon()
}
