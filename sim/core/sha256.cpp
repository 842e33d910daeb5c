#include "aforo/core/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

namespace {

constexpr std::size_t length = 32;

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

void demand(bool is_done) { ensure(is_done, "SHA-256 is not available in the cryptographic library"); }

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    unsigned int written = 0;
    const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &written, EVP_sha256(), nullptr);
    demand(done == 1 && written == length);
    return digest;
}

std::string hex_of(const Digest& digest) {
    std::string hex;
    for (std::size_t i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace

struct Sha256::Context {
    EVP_MD_CTX* of = EVP_MD_CTX_new();
    Context() = default;
    ~Context() { EVP_MD_CTX_free(of); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
    demand(context_->of != nullptr && EVP_DigestInit_ex(context_->of, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { demand(EVP_DigestUpdate(context_->of, bytes.data(), bytes.size()) == 1); }

std::string Sha256::hex() {
    Digest digest{};
    unsigned int written = 0;
    demand(EVP_DigestFinal_ex(context_->of, digest.data(), &written) == 1 && written == length);
    return hex_of(digest);
}

std::string sha256_hex(std::string_view bytes) { return hex_of(digest_of(bytes)); }

std::string sha256_base64(std::string_view bytes) {
    const auto digest = digest_of(bytes);
    std::array<unsigned char, 4 * (length / 3 + 1) + 1> text{};
    const int written = EVP_EncodeBlock(text.data(), digest.data(), length);
    return {text.begin(), text.begin() + written};
}

}  // namespace aforo::core
