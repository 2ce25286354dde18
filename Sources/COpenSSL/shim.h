// The parts of the system's OpenSSL 3 that the floor above calls, and what Swift cannot call by itself.
#pragma once

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

// Keys an HMAC context with SHA-256. An OSSL_PARAM keeps a pointer to its value, so the array is built
// here, over a string literal, and never over the bytes of a Swift String that may move.
static inline int copenssl_hmac_sha256_init(EVP_MAC_CTX *context, const unsigned char *key, size_t length) {
    OSSL_PARAM parameters[2] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, length, parameters);
}

// Makes a keyed context ready for the next message under the same key, without hashing the key again.
static inline int copenssl_hmac_restart(EVP_MAC_CTX *context) { return EVP_MAC_init(context, NULL, 0, NULL); }
