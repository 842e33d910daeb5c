// Every scenario of the library does what it says that theory expects, against the base that it names, under
// common random numbers. The figures are printed for who reads them with `ctest -R library -V`.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/scenario/reader.hpp"
#include "library/claims.hpp"

using namespace aforo;
using testing::Claim, testing::LibraryFile;

namespace {

constexpr int replications = 4;
constexpr std::uint64_t seed = 2024;

scenario::Scenario read(const std::string& path) {
    const auto read = scenario::read((testing::scenarios_folder() / path).string(), core::Lang::es);
    for (const auto& d : read.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE_MESSAGE(read.scenario.has_value(), path);
    return *read.scenario;
}

// A base is run once for all those that are compared with it, in this folder or in another.
const experiment::Outcome& outcome(const std::string& path, int n = replications) {
    static std::map<std::pair<std::string, int>, experiment::Outcome> known;
    const auto found = known.find({path, n});
    if (found != known.end()) return found->second;
    experiment::Options options;
    options.seed = seed;
    options.replications = n;
    return known.emplace(std::pair(path, n), experiment::run(read(path), options)).first->second;
}

std::span<const double> samples(const experiment::Outcome& o, const Claim& c) {
    for (std::size_t k = 0; k < o.run.rows.size(); ++k) {
        const auto& row = o.run.rows[k];
        if (row.year == c.year && row.level == c.level() && row.id == c.id &&
            o.run.columns[static_cast<std::size_t>(row.column)].name == c.measure)
            return o.samples.of(k);
    }
    return {};
}

bool is_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// What is equal in expectation falls outside its 95 % interval once in twenty; over all such claims that would be
// often, so these have an interval of 99.9 %.
bool is_within_the_error(std::span<const double> base, std::span<const double> other) {
    std::vector<double> paired;
    for (std::size_t r = 0; r < base.size(); ++r) paired.push_back(other[r] - base[r]);
    const auto e = experiment::estimate(paired, 0.001);
    return std::abs(e.mean) <= e.half_width;
}

bool holds(const Claim& claim, const results::Estimate& difference, std::span<const double> base,
           std::span<const double> other) {
    using What = scenario::Claim::What;
    if (claim.what == What::unchanged) return std::equal(base.begin(), base.end(), other.begin(), other.end(), is_same);
    if (claim.what == What::open) return true;
    if (difference.n < replications) return false;  // undefined somewhere: nothing can be said
    if (claim.what == What::rises) return difference.mean - difference.half_width > 0;
    if (claim.what == What::falls) return difference.mean + difference.half_width < 0;
    return is_within_the_error(base, other);
}

void check(const LibraryFile& file, const std::string& base_path) {
    const auto &base = outcome(base_path), &other = outcome(file.path);
    const auto differences = experiment::differences(base, other, 0.05);
    for (const Claim& claim : file.claims) {
        if (claim.base != base_path) continue;
        const auto d = std::find_if(differences.begin(), differences.end(), [&](const results::Difference& r) {
            return r.measure == claim.measure && r.year == claim.year && r.level == claim.level() && r.id == claim.id;
        });
        REQUIRE_MESSAGE(d != differences.end(), file.path << ": no run has " << claim.text());
        bool is_so = holds(claim, d->value, samples(base, claim), samples(other, claim));
        // Few replications may happen to lie close together: equality is given up only with more of them.
        if (!is_so && claim.what == scenario::Claim::What::cannot_be_told)
            is_so = is_within_the_error(samples(outcome(base_path, 4 * replications), claim),
                                        samples(outcome(file.path, 4 * replications), claim));
        std::printf("%s %-45s %-50s %12.6g ->%12.6g: %+.4g +- %.2g\n", is_so ? "ok  " : "FAIL", file.path.c_str(),
                    claim.text().c_str(), d->base.mean, d->alternative.mean, d->value.mean, d->value.half_width);
        INFO(file.path << " against " << base_path << ": " << claim.text());
        CAPTURE(d->base.mean);
        CAPTURE(d->alternative.mean);
        CAPTURE(d->value.mean);
        CAPTURE(d->value.half_width);
        CHECK(is_so);
    }
}

void check_folder(const std::string& folder) {
    for (const auto& path : testing::library_paths(folder)) {
        const LibraryFile file = testing::read_header(path);
        INFO(path);
        CHECK(file.question.find("¿") != std::string::npos);
        CHECK(read(path).description.find("¿") != std::string::npos);
        CHECK(std::any_of(file.claims.begin(), file.claims.end(),
                          [](const Claim& c) { return c.what != scenario::Claim::What::open; }));
        std::set<std::string> bases;
        for (const Claim& claim : file.claims) bases.insert(claim.base);
        for (const auto& base : bases) check(file, base);
        std::fflush(stdout);
    }
}

}  // namespace

TEST_CASE("presupuesto: what theory expects of each scenario is what it gives") { check_folder("presupuesto"); }
TEST_CASE("dipres: what theory expects of each scenario is what it gives") { check_folder("dipres"); }
TEST_CASE("priorizacion: what theory expects of each scenario is what it gives") { check_folder("priorizacion"); }
TEST_CASE("territorio: what theory expects of each scenario is what it gives") { check_folder("territorio"); }
TEST_CASE("tareas: what theory expects of each scenario is what it gives") { check_folder("tareas"); }
