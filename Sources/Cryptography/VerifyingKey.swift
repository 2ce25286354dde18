import COpenSSL

/// The public half of an Ed25519 key (RFC 8032), which checks signatures.
public struct VerifyingKey: Hashable, Sendable {
    /// How many bytes a public key has.
    public static let byteCount = 32

    /// How many bytes a signature has.
    public static let signatureByteCount = 64

    /// The 32 bytes of RFC 8032 section 5.1.5.
    public let bytes: [UInt8]

    /// Takes 32 bytes; `nil` for any other number.
    ///
    /// Bytes that are no point of the curve are taken as well: no signature is valid under them.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == VerifyingKey.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// Tells whether the signature was made over the message by the private half of this key.
    ///
    /// Follows the cofactorless rule of RFC 8032 section 5.1.7, as Go and OpenSSL do: signatures whose `S` or
    /// `R` is not canonical are refused. A signature of another length than 64 bytes is not valid.
    public func isValid(signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == VerifyingKey.signatureByteCount else { return false }
        guard let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
            ERR_clear_error()
            return false
        }
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe Libcrypto.require(EVP_MD_CTX_new(), "a signature context")
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1,
            unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        else {
            ERR_clear_error()
            return false
        }
        return true
    }
}
