import FuzzDriver

fuzz { bytes in
    // The first two bytes choose; the rest is the file.
    guard bytes.count >= 2 else { return }
    ContainerCheck(Array(bytes.dropFirst(2)), way: bytes[0], naming: bytes[1]).run()
}
