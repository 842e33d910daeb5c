#include <doctest/doctest.h>

#include <string>

#include "aforo/core/sha256.hpp"

using aforo::core::sha256_base64;
using aforo::core::sha256_hex;

TEST_CASE("SHA-256 gives the published answers") {  // FIPS 180-4 examples and the NIST long message
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 of pieces is that of the whole") {
    aforo::core::Sha256 digest;
    for (const char* piece : {"", "a", "", "bc"}) digest.add(piece);
    CHECK(digest.hex() == sha256_hex("abc"));
    CHECK(aforo::core::Sha256().hex() == sha256_hex(""));
}

TEST_CASE("SHA-256 sees zero bytes") {
    CHECK(sha256_hex(std::string(1, '\0')) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

TEST_CASE("SHA-256 in base 64 is the same digest") {  // 0xba78…15ad, as `openssl dgst -binary | base64` writes it
    CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}
