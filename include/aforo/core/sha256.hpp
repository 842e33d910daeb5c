// SHA-256 (FIPS 180-4), by OpenSSL: what scenarios and results are recognised by.
// Not for secrets, and not a hash for tables.
#pragma once

#include <string>
#include <string_view>

namespace aforo::core {

// The digest as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The digest in base 64, as a page's security policy names its scripts.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace aforo::core
