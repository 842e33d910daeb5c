// SHA-256 (FIPS 180-4), computed by OpenSSL. It identifies scenarios and results.
// It is not for secrets, and not a hash for tables.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace aforo::core {

// The digest of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    // The digest of all bytes added, as 64 lower-case hexadecimal digits; nothing can be added afterwards.
    [[nodiscard]] std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

// The digest as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The digest in base 64, the form in which a page's content security policy lists its scripts.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace aforo::core
