#ifndef GONGKAI_SHA256_H
#define GONGKAI_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the processor has instructions for SHA-256.
bool sha256_has_instructions(void);

/// Adds `count` blocks of 64 bytes to a state (FIPS 180-4, section 6.2.2) with the processor's instructions.
///
/// @param constants The 64 words K of section 4.2.2.
void sha256_add_blocks(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);

#endif
