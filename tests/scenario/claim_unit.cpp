// What a scenario says that comes out of it: claims are read as they are written, and nothing else is one.
#include <doctest/doctest.h>

#include "aforo/scenario/claim.hpp"
#include "aforo/scenario/reader.hpp"
#include "scenario/reading.hpp"

using namespace aforo;
using scenario::Claim, scenario::claim_of;

TEST_CASE("a claim says a measure, perhaps of what, a year and what the difference is") {
    CHECK(claim_of("beneficiaries 2027 sube") == Claim{"beneficiaries", "", 2027, Claim::What::rises});
    CHECK(claim_of("wait_days_mean band=medium 2027 baja") ==
          Claim{"wait_days_mean", "band=medium", 2027, Claim::What::falls});
    CHECK(claim_of("arrivals 2024 2025 no cambia") == Claim{"arrivals", "2024", 2025, Claim::What::unchanged});
    CHECK(claim_of("spending advisory 2025 no se distingue") ==
          Claim{"spending", "advisory", 2025, Claim::What::cannot_be_told});
    for (const char* text : {"unit_cost advisory 2027 abierto", "arrivals 2024 2025 no cambia", "a 2030 sube"})
        CHECK(scenario::text_of(*claim_of(text)) == text);
}

TEST_CASE("what is no claim is none") {
    for (const char* text : {"", "sube", "beneficiaries sube", "beneficiaries 2027", "beneficiaries 2027 sube mucho",
                             "beneficiaries 27 sube", "Beneficiarios 2027 sube", "a b c 2027 sube", " 2027 sube",
                             "beneficiaries  2027 sube", "a 2027 Sube"})
        CHECK_FALSE(claim_of(text).has_value());
}

TEST_CASE("what a scenario is compared with is not inherited, and is no part of what it simulates") {
    const std::string alive =
        "aforo: 1\nname: it\nextends: '" AFORO_SOURCE_DIR "/tests/scenario/warnings/alive.yaml'\n";
    const auto plain = testing::read_text(alive);
    const auto said =
        testing::read_text(alive + "compare_with: [{base: '" AFORO_SOURCE_DIR
                                   "/tests/scenario/warnings/alive.yaml', claims: [beneficiaries 2027 no cambia]}]\n");
    REQUIRE(said.compare_with.size() == 1);
    CHECK(said.compare_with.front().claims == std::vector{Claim{"beneficiaries", "", 2027, Claim::What::unchanged}});
    CHECK(scenario::digest(said) == scenario::digest(plain));
    CHECK(scenario::resolved(said).find("beneficiaries 2027 no cambia") != std::string::npos);
    CHECK(scenario::resolved(plain).find("compare_with") == std::string::npos);
}
