import FuzzDriver
import Origins

// Read before the first input, whose time it would be counted as.
_ = try LayoutCatalogue.shipped

fuzz { bytes in ListCheck(bytes).run() }
