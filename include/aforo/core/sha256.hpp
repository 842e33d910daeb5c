// SHA-256 (FIPS 180-4), by OpenSSL: what scenarios and results are recognised by.
// Not for secrets, and not a hash for tables.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace aforo::core {

// Of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    // The digest of all of them as 64 lower-case hexadecimal digits; nothing can be added afterwards.
    [[nodiscard]] std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

// The digest as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The digest in base 64, as a page's security policy names its scripts.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace aforo::core
