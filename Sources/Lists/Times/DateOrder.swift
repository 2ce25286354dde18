/// In which order a date of three numbers stands: `04/05/2024` is in May or in April.
public enum DateOrder: String, Sendable, CaseIterable {
    /// Day, month, year.
    case dayFirst = "dmy"
    /// Month, day, year.
    case monthFirst = "mdy"
}
