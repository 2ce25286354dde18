import FuzzDriver

fuzz { bytes in AddressCheck(String(decoding: bytes, as: UTF8.self)).run() }
