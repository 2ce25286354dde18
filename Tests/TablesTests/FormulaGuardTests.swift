import Tables
import Testing

@Suite("Cells that a spreadsheet program would run")
struct FormulaGuardTests {
    private func flags(bytesOf cell: String) -> Bool {
        let bytes = Array(cell.utf8)
        return looksLikeFormula(bytes.span)
    }

    @Test(
        "are defused and flagged",
        arguments: [
            "=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-2+3+cmd", "\t=1", "\r=1", "\n1", "＝1", "＋1",
            "－1", "＠x",
            "  =1", "-A1", "+x", "-1e", "-1e+", "+1E+2E+3", "=\u{301}1", "=",
        ])
    func formulas(cell: String) {
        #expect(neutralisingFormula(cell) == "'" + cell)
        #expect(looksLikeFormula(cell))
        #expect(flags(bytesOf: cell))
    }

    @Test(
        "numbers with a sign are not flagged, but defused in columns of ours",
        arguments: [
            "-5", "+49 30 123", "+49 (171) 123-45/6", "-1.234,50", "-", "+4.9E+11", "-1e5", " -5", "-5%",
        ])
    func numbers(cell: String) {
        #expect(neutralisingFormula(cell) == "'" + cell)
        #expect(!looksLikeFormula(cell))
        #expect(!flags(bytesOf: cell))
    }

    @Test(
        "other cells are left alone",
        arguments: [
            "", " ", "a", "1", "a=1", "ada@example.org", "'=1", "é", "中", "ﬁ", "😀", "(1)", "\u{FF1C}",
        ])
    func harmless(cell: String) {
        #expect(neutralisingFormula(cell) == cell)
        #expect(!looksLikeFormula(cell))
        #expect(!flags(bytesOf: cell))
    }
}
