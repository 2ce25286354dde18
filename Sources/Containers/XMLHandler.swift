/// What follows the elements of an XML part.
///
/// Names come without their prefix: who wrote `x:row` means `row`.
protocol XMLHandler: AnyObject {
    /// An element begins.
    ///
    /// - Returns: whether its text is wanted at its end.
    func begin(_ element: String, _ attributes: XMLAttributes) throws -> Bool

    /// An element ends, with its text if that was wanted.
    func end(_ element: String, text: [UInt8]) throws
}
