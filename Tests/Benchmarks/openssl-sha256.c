/* Hashes what a tree of so many entries has to hash, with the system's OpenSSL and nothing else: for each entry the
 * 34 bytes of a leaf (00, then 33) and the 65 bytes of a node (01, then two hashes).
 *
 * One context and one fetched algorithm for all of it, the fastest way that libcrypto's public functions offer. Prints
 * the nanoseconds of processor time, the best of five rounds or of so many. With a length, so many messages of it are
 * hashed instead. Usage: openssl-sha256 ENTRIES [ROUNDS [LENGTH]]
 */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **words) {
    long entries = count > 1 ? atol(words[1]) : 1000000;
    int rounds = count > 2 ? atoi(words[2]) : 5;
    EVP_MD *algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    size_t shortest = 34, longest = 65;
    if (count > 3) shortest = longest = (size_t)atol(words[3]);
    unsigned char *message = calloc(1, longest + 33);
    if (message == NULL || algorithm == NULL || context == NULL || EVP_DigestInit_ex2(context, algorithm, NULL) != 1) return 1;
    long long best = 0;
    for (int round = 0; round < rounds; round++) {
        long long start = now();
        for (long entry = 0; entry < entries; entry++) {
            for (size_t length = shortest; length <= longest; length += 31) {
                /* What comes out goes into the next message, so that nothing can be left out. */
                if (EVP_DigestUpdate(context, message, length) != 1
                    || EVP_DigestFinal_ex(context, message + 1, NULL) != 1
                    || EVP_DigestInit_ex2(context, NULL, NULL) != 1)
                    return 1;
            }
        }
        long long taken = now() - start;
        if (best == 0 || taken < best) best = taken;
    }
    printf("%lld\n", best);
    return 0;
}
