// SHA-256 for the page, by Mbed TLS, as sim/core/sha256.cpp is by OpenSSL.
#include "aforo/core/sha256.hpp"

#include <fmt/format.h>
#include <mbedtls/base64.h>
#include <mbedtls/sha256.h>

#include <array>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

namespace {

constexpr std::size_t length = 32;

void demand(int code) { ensure(code == 0, "SHA-256 is not available in the cryptographic library"); }

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

struct Sha256::Context {
    mbedtls_sha256_context of;
    Context() { mbedtls_sha256_init(&of); }
    ~Context() { mbedtls_sha256_free(&of); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { demand(mbedtls_sha256_starts_ret(&context_->of, 0)); }

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    demand(mbedtls_sha256_update_ret(&context_->of, bytes_of(bytes), bytes.size()));
}

std::string Sha256::hex() {
    std::array<unsigned char, length> digest{};
    demand(mbedtls_sha256_finish_ret(&context_->of, digest.data()));
    std::string hex;
    for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::string sha256_base64(std::string_view bytes) {
    std::array<unsigned char, length> digest{};
    demand(mbedtls_sha256_ret(bytes_of(bytes), bytes.size(), digest.data(), 0));
    std::array<unsigned char, 4 * (length / 3 + 1) + 1> text{};
    std::size_t written = 0;
    demand(mbedtls_base64_encode(text.data(), text.size(), &written, digest.data(), length));
    return {text.begin(), text.begin() + static_cast<std::ptrdiff_t>(written)};
}

}  // namespace aforo::core
