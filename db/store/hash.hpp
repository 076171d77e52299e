#pragma once
// SHA-256, and the chain that it makes of the journal.
#include <string>
#include <string_view>

namespace accord {

// 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

// What the first entry is chained to.
inline const std::string no_hash(64, '0');

}  // namespace accord
