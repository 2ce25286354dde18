import Containers

extension ContainerLimits {
    /// As they are, but for what would only take time.
    static var roomy: ContainerLimits {
        var limits = ContainerLimits.default
        limits.unpackedBytes = 4 << 20
        limits.ratioFloor = 1 << 18
        limits.gapCells = 1 << 16
        return limits
    }

    /// So low that inputs of a few bytes get there.
    static var narrow: ContainerLimits {
        var limits = ContainerLimits.default
        (limits.unpackedBytes, limits.ratio, limits.ratioFloor) = (1 << 14, 8, 1 << 10)
        (limits.members, limits.contentsBytes, limits.heldBytes) = (8, 1 << 10, 1 << 11)
        (limits.sharedTextBytes, limits.workbookParts) = (1 << 8, 6)
        (limits.cellBytes, limits.lineBytes, limits.objectBytes) = (64, 96, 128)
        (limits.columns, limits.keys, limits.sheetRows, limits.gapCells) = (12, 6, 20, 30)
        (limits.xmlDepth, limits.xmlTagBytes) = (8, 160)
        return limits
    }
}
