#include "aforo/core/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

namespace {

constexpr std::size_t length = 32;

std::array<unsigned char, EVP_MAX_MD_SIZE> digest_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int written = 0;
    const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &written, EVP_sha256(), nullptr);
    ensure(done == 1 && written == length, "SHA-256 is not available in the cryptographic library");
    return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    const auto digest = digest_of(bytes);
    std::string hex;
    for (std::size_t i = 0; i < length; ++i) {
        hex += fmt::format("{:02x}", digest[i]);
    }
    return hex;
}

std::string sha256_base64(std::string_view bytes) {
    const auto digest = digest_of(bytes);
    std::array<unsigned char, 4 * (length / 3 + 1) + 1> text{};
    const int written = EVP_EncodeBlock(text.data(), digest.data(), length);
    return {text.begin(), text.begin() + written};
}

}  // namespace aforo::core
