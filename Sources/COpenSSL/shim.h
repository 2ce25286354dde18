// The parts of the system's OpenSSL 3 that the floor above calls, and what Swift cannot call by itself.
#pragma once

// The functions of SHA-256 beneath EVP are deprecated and there; why they are called is in the manual, decision 0013.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>
#include <string.h>

// HMAC with SHA-256 (RFC 2104) under one key: the states after the key's own block, which every message goes on from.
typedef struct {
    SHA256_CTX inner;
    SHA256_CTX outer;
} copenssl_hmac;

static inline void copenssl_hmac_key(copenssl_hmac *hmac, const unsigned char *key, size_t length) {
    unsigned char block[SHA256_CBLOCK] = {0};
    if (length > sizeof block) {
        SHA256_Init(&hmac->inner);
        SHA256_Update(&hmac->inner, key, length);
        SHA256_Final(block, &hmac->inner);
    } else if (length > 0) {
        memcpy(block, key, length);
    }
    for (size_t place = 0; place < sizeof block; place++) block[place] ^= 0x36;
    SHA256_Init(&hmac->inner);
    SHA256_Update(&hmac->inner, block, sizeof block);
    for (size_t place = 0; place < sizeof block; place++) block[place] ^= 0x36 ^ 0x5C;
    SHA256_Init(&hmac->outer);
    SHA256_Update(&hmac->outer, block, sizeof block);
    OPENSSL_cleanse(block, sizeof block);
}

// Ends a message that was hashed on from the inner state.
static inline void copenssl_hmac_end(const copenssl_hmac *hmac, SHA256_CTX *running, unsigned char *code) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX outer = hmac->outer;
    SHA256_Final(digest, running);
    SHA256_Update(&outer, digest, sizeof digest);
    SHA256_Final(code, &outer);
}

static inline void copenssl_hmac_store(unsigned char *code, const SHA_LONG state[8]) {
    for (int place = 0; place < 8; place++) {
        SHA_LONG word = __builtin_bswap32(state[place]);
        memcpy(code + 4 * place, &word, sizeof word);
    }
}

// The code of one message. A message of one block is padded here (FIPS 180-4, 5.1.1), which saves two walks through
// update and final and their cleansing; both keys' blocks are hashed already, hence 64 bytes more in the length.
static inline void copenssl_hmac_once(
    const copenssl_hmac *hmac, const unsigned char *message, size_t length, unsigned char *code) {
    SHA256_CTX running = hmac->inner;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (length <= 55) {
        unsigned char block[SHA256_CBLOCK] = {0};
        if (length > 0) memcpy(block, message, length);
        block[length] = 0x80;
        size_t bits = (length + SHA256_CBLOCK) * 8;
        block[62] = (unsigned char)(bits >> 8);
        block[63] = (unsigned char)bits;
        SHA256_Transform(&running, block);
        memset(block + 32, 0, 32);
        copenssl_hmac_store(block, running.h);
        block[32] = 0x80;
        block[62] = (unsigned char)((96 * 8) >> 8);
        block[63] = (unsigned char)(96 * 8);
        running = hmac->outer;
        SHA256_Transform(&running, block);
        copenssl_hmac_store(code, running.h);
        return;
    }
#endif
    SHA256_Update(&running, message, length);
    copenssl_hmac_end(hmac, &running, code);
}

static inline void copenssl_sha256(const unsigned char *message, size_t length, unsigned char *digest) {
    SHA256_CTX context;
    SHA256_Init(&context);
    if (length > 0) SHA256_Update(&context, message, length);
    SHA256_Final(digest, &context);
}

// Reads every certificate of a PEM text, or the one that the bytes are in DER; NULL where there is none.
// Stacks of certificates are macros, which Swift does not see.
static inline STACK_OF(X509) *copenssl_certificates(const unsigned char *bytes, int length) {
    STACK_OF(X509) *certificates = sk_X509_new_null();
    BIO *source = BIO_new_mem_buf(bytes, length);
    X509 *certificate = NULL;
    while (certificates != NULL && source != NULL
           && (certificate = PEM_read_bio_X509(source, NULL, NULL, (void *)"")) != NULL)
        if (sk_X509_push(certificates, certificate) == 0) X509_free(certificate);
    BIO_free(source);
    if (certificates != NULL && sk_X509_num(certificates) == 0) {
        const unsigned char *start = bytes;
        certificate = d2i_X509(NULL, &start, length);
        if (certificate != NULL && sk_X509_push(certificates, certificate) == 0) X509_free(certificate);
    }
    ERR_clear_error();
    if (certificates != NULL && sk_X509_num(certificates) > 0) return certificates;
    sk_X509_free(certificates);
    return NULL;
}

static inline void copenssl_certificates_free(STACK_OF(X509) *certificates) {
    sk_X509_pop_free(certificates, X509_free);
}

// Keeps the first reason for refusing a chain of certificates where the maker of the store wants it.
static inline int copenssl_keep_reason(int accepted, X509_STORE_CTX *chain) {
    int *reason = (int *)X509_STORE_get_ex_data(X509_STORE_CTX_get0_store(chain), 0);
    if (!accepted && reason != NULL && *reason == X509_V_OK) *reason = X509_STORE_CTX_get_error(chain);
    return accepted;
}

// A store that trusts each of the certificates by itself, whoever issued it, and judges validity at a time.
static inline X509_STORE *copenssl_trusting(STACK_OF(X509) *certificates, time_t at, int *reason) {
    X509_STORE *store = X509_STORE_new();
    if (store == NULL) return NULL;
    for (int place = 0; place < sk_X509_num(certificates); place++)
        X509_STORE_add_cert(store, sk_X509_value(certificates, place));
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), at);
    X509_VERIFY_PARAM_set_flags(X509_STORE_get0_param(store), X509_V_FLAG_PARTIAL_CHAIN);
    X509_STORE_set_ex_data(store, 0, reason);
    X509_STORE_set_verify_cb(store, copenssl_keep_reason);
    return store;
}

// The reason within the code of an error; inline in OpenSSL 3 in a way that Swift sees with other types.
static inline int copenssl_reason(unsigned long error) { return ERR_GET_REASON(error); }
