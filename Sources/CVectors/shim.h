/* What processors do with sixteen bytes at once and Swift's SIMD types do not lower to it. */
#pragma once
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef long long cvectors_bytes __attribute__((vector_size(16)));

/* The highest bit of each of sixteen bytes, that of the first byte lowest. */
static inline uint64_t cvectors_high_bits(cvectors_bytes bytes) {
#if defined(__SSE2__)
    return (uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)bytes);
#else
    const uint64_t ones = 0x0101010101010101u, gather = 0x0102040810204080u;
    const uint64_t low = ((uint64_t)bytes[0] >> 7 & ones) * gather >> 56;
    const uint64_t high = ((uint64_t)bytes[1] >> 7 & ones) * gather >> 56;
    return low | high << 8;
#endif
}
