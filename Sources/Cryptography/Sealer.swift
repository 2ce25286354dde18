import COpenSSL

/// AES-256-GCM (SP 800-38D) over one reused context: what ``SealedBox`` does, for many boxes in a row.
@safe package struct Sealer: ~Copyable {
    /// Bytes of a nonce.
    package static let nonceCount = 12
    static let tagCount = 16

    private let context: OpaquePointer
    /// Whether the context knows its algorithm: told it again, libcrypto would throw away all that it set up.
    private var isSetUp = false

    /// Makes a context without a key; every call brings its own.
    package init() {
        unsafe context = Libcrypto.require(EVP_CIPHER_CTX_new(), "a cipher context")
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }

    /// Seals as ``SealedBox/seal(_:key:context:random:)`` does.
    package mutating func seal(
        _ plaintext: [UInt8], key: SecretKey, context associated: [UInt8] = [], random: some RandomSource
    ) throws(CryptographyError) -> [UInt8] {
        try seal(plaintext, key: key, context: associated, nonce: try random.bytes(Sealer.nonceCount))
    }

    /// Seals as ``SealedBox/wrap(_:key:context:random:)`` does, under a nonce that was drawn for this box alone.
    package mutating func wrap(
        _ inner: SecretKey, key: SecretKey, context associated: [UInt8], nonce: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        var plaintext = inner.exposedBytes()
        defer { Libcrypto.wipe(&plaintext) }
        return try seal(plaintext, key: key, context: associated, nonce: nonce)
    }

    /// Seals under a nonce that was drawn for this box alone.
    package mutating func seal(
        _ plaintext: [UInt8], key: SecretKey, context associated: [UInt8] = [], nonce: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        guard let length = Int32(exactly: plaintext.count),
            let associatedLength = Int32(exactly: associated.count)
        else { throw .contentTooLong }
        guard nonce.count == Sealer.nonceCount else { throw .randomnessUnavailable }

        var box = nonce
        box.reserveCapacity(nonce.count + plaintext.count + Sealer.tagCount)
        box.append(contentsOf: repeatElement(0, count: plaintext.count + Sealer.tagCount))
        let begun = unsafe key.withUnsafeBytes { bytes in
            unsafe EVP_EncryptInit_ex2(
                self.context, isSetUp ? nil : Libcrypto.aes256GCM,
                bytes.bindMemory(to: UInt8.self).baseAddress, nonce, nil)
        }
        Libcrypto.require(begun, "AES-256-GCM start")
        isSetUp = true
        var written: Int32 = 0
        if associatedLength > 0 {
            unsafe Libcrypto.require(
                EVP_EncryptUpdate(self.context, nil, &written, associated, associatedLength),
                "AES-256-GCM context")
        }
        unsafe box.withUnsafeMutableBufferPointer { target in
            guard let start = target.baseAddress else { fatalError("a sealed box has no address") }
            let body = unsafe start + Sealer.nonceCount
            if length > 0 {
                unsafe Libcrypto.require(
                    EVP_EncryptUpdate(self.context, body, &written, plaintext, length), "AES-256-GCM")
            }
            let tag = unsafe body + plaintext.count
            unsafe Libcrypto.require(EVP_EncryptFinal_ex(self.context, tag, &written), "AES-256-GCM end")
            unsafe Libcrypto.require(
                EVP_CIPHER_CTX_ctrl(self.context, EVP_CTRL_AEAD_GET_TAG, Int32(Sealer.tagCount), tag),
                "AES-256-GCM tag")
        }
        return box
    }

    /// Opens as ``SealedBox/open(_:key:context:)`` does.
    package mutating func open(
        _ box: [UInt8], key: SecretKey, context associated: [UInt8] = []
    ) throws(CryptographyError) -> [UInt8] {
        let overhead = Sealer.nonceCount + Sealer.tagCount
        guard box.count >= overhead else { throw .notASealedBox }
        guard let length = Int32(exactly: box.count - overhead),
            let associatedLength = Int32(exactly: associated.count)
        else { throw .contentTooLong }

        var tag = Array(box[(box.count - Sealer.tagCount)...])
        var plaintext = [UInt8](repeating: 0, count: box.count - overhead)
        var written: Int32 = 0
        let begun = unsafe key.withUnsafeBytes { bytes in
            unsafe EVP_DecryptInit_ex2(
                self.context, isSetUp ? nil : Libcrypto.aes256GCM,
                bytes.bindMemory(to: UInt8.self).baseAddress, box, nil)
        }
        Libcrypto.require(begun, "AES-256-GCM start")
        isSetUp = true
        if associatedLength > 0 {
            unsafe Libcrypto.require(
                EVP_DecryptUpdate(self.context, nil, &written, associated, associatedLength),
                "AES-256-GCM context")
        }
        if length > 0 {
            unsafe box.withUnsafeBufferPointer { source in
                guard let start = source.baseAddress else { fatalError("a sealed box has no address") }
                unsafe Libcrypto.require(
                    EVP_DecryptUpdate(
                        self.context, &plaintext, &written, start + Sealer.nonceCount, length),
                    "AES-256-GCM")
            }
        }
        unsafe Libcrypto.require(
            EVP_CIPHER_CTX_ctrl(self.context, EVP_CTRL_AEAD_SET_TAG, Int32(Sealer.tagCount), &tag),
            "AES-256-GCM tag")
        var unused = [UInt8](repeating: 0, count: Sealer.tagCount)
        guard unsafe EVP_DecryptFinal_ex(self.context, &unused, &written) == 1 else {
            // What was deciphered before the tag was checked must not outlive the refusal.
            Libcrypto.wipe(&plaintext)
            ERR_clear_error()
            throw .notAuthentic
        }
        return plaintext
    }
}
