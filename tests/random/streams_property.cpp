#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "aforo/random/streams.hpp"

using namespace aforo::random;

namespace {

// Chi-square of `counts` against equal expectations, as an approximate standard normal (Wilson and Hilferty 1931).
double z_of_chi_square(const std::vector<int>& counts) {
    double total = 0, chi = 0;
    for (const int c : counts) total += c;
    const double expected = total / static_cast<double>(counts.size());
    for (const int c : counts) chi += (c - expected) * (c - expected) / expected;
    const double k = static_cast<double>(counts.size()) - 1;
    return (std::cbrt(chi / k) - (1 - 2 / (9 * k))) / std::sqrt(2 / (9 * k));
}

}  // namespace

TEST_CASE("a draw depends on who, in which visit, what for, replication and seed, and on nothing else") {
    const Streams s(2024, 5);
    CHECK(s.draw(77, 3, 1)[2] == Streams(2024, 5).draw(77, 3, 1)[2]);
    CHECK(s.draw(77, 3, 1)[2] != s.draw(78, 3, 1)[2]);
    CHECK(s.draw(77, 3, 1)[2] != s.draw(77, 4, 1)[2]);
    CHECK(s.draw(77, 3, 1)[2] != s.draw(77, 3, 2)[2]);
    CHECK(s.draw(77, 3, 1)[2] != s.draw(77, 3, 1)[3]);
    CHECK(s.draw(77, 3, 1)[2] != Streams(2024, 6).draw(77, 3, 1)[2]);
    CHECK(s.draw(77, 3, 1)[2] != Streams(2025, 5).draw(77, 3, 1)[2]);
}

TEST_CASE("a uniform is never 0 and never 1") {
    CHECK(Uniforms(Block{0, 0})[0] > 0);
    CHECK(Uniforms(Block{~0ull, ~0ull})[3] < 1);
}

TEST_CASE("uniforms fill the interval evenly, along entities, visits, blocks and replications") {
    std::vector<std::vector<int>> bins(4, std::vector<int>(256));
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const auto bin = [](double u) { return static_cast<std::size_t>(u * 256); };
        ++bins[0][bin(Streams(1, 0).draw(i, 0)[0])];
        ++bins[1][bin(Streams(1, 0).draw(9, 0, i)[1])];
        ++bins[2][bin(Streams(1, i).draw(9, 0)[2])];
        ++bins[3][bin(Streams(i, 0).draw(9, 0)[3])];
    }
    for (const auto& b : bins) CHECK(std::abs(z_of_chi_square(b)) < 4.5);
}

TEST_CASE("neighbours are independent: pairs along each axis fill the square evenly") {
    std::vector<std::vector<int>> cells(4, std::vector<int>(std::size_t{32} * 32));
    const auto cell = [](double u, double v) {
        return static_cast<std::size_t>(u * 32) * 32 + static_cast<std::size_t>(v * 32);
    };
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const Uniforms here = Streams(1, 0).draw(i, 7);
        ++cells[0][cell(here[0], here[1])];                          // lanes
        ++cells[1][cell(here[0], Streams(1, 0).draw(i + 1, 7)[0])];  // entities
        ++cells[2][cell(here[0], Streams(1, 0).draw(i, 7, 1)[0])];   // visits
        ++cells[3][cell(here[0], Streams(1, 1).draw(i, 7)[0])];      // replications
    }
    for (const auto& c : cells) CHECK(std::abs(z_of_chi_square(c)) < 4.5);
}
