// Who tells never formats a figure, who renders never names a measure. The walls between modules keep most of it; what
// the standard library and plain texts allow is looked for here.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "aforo/measure/probe.hpp"
#include "docs/sources.hpp"

using namespace aforo;
using docs::testing::sources;
using docs::testing::without_comments;

namespace {

struct Exception {
    std::string path, found, reason;

    friend bool operator<(const Exception& a, const Exception& b) {
        return std::tie(a.path, a.found) < std::tie(b.path, b.found);
    }
};

// Takes what is allowed off the list, so that what is left at the end is allowed for nothing.
class Exceptions {
public:
    explicit Exceptions(std::set<Exception> all) : all_(std::move(all)), left_(all_) {}

    void check(const std::string& path, const std::string& found) {
        left_.erase({path, found, {}});
        CAPTURE(path);
        CAPTURE(found);
        CHECK(all_.contains({path, found, {}}));
    }

    void check_that_all_are_needed() const {
        for (const auto& e : all_) {
            CAPTURE(e.path);
            CAPTURE(e.found);
            CHECK(!e.reason.empty());
            CHECK(!left_.contains(e));
        }
    }

private:
    std::set<Exception> all_, left_;
};

}  // namespace

TEST_CASE("a told file formats no number and no date") {
    Exceptions exceptions({
        {"sim/told/words.cpp", "to_string", "years, months, ordinals and seeds, which no language or medium groups"},
        {"sim/told/answers.cpp", "to_string", "a number of a command that is typed"},
        {"sim/told/run_money.cpp", "iso(", "a date of a document is an ISO day, which the renderer writes"},
    });
    // The last one is a text with a format, {:.1f} or {0:02}.
    const std::regex formats(R"(\bto_string\b|\bto_chars\b|\bfmt::|\bstd::v?format|\bv?s?n?printf\b|\biso\(|)"
                             R"(\b[io]?stringstream\b|\bset(precision|fill|w)\b|\bput_(time|money)\b|\bstrftime\b|)"
                             R"(\{[0-9]*:[^ "}]*\})");
    const auto all = sources({"sim/told", "include/aforo/told"});
    CHECK(all.size() > 60);
    for (const auto& source : all) {
        const std::string code = without_comments(source.text);
        for (std::sregex_iterator found(code.begin(), code.end(), formats), none; found != none; ++found)
            exceptions.check(source.path, found->str());
    }
    exceptions.check_that_all_are_needed();
}

TEST_CASE("a renderer names no measure") {
    Exceptions exceptions({
        {"sim/render/json.cpp", "beneficiaries", "a key of marginals.json, as the member of results::Marginal"},
        {"sim/render/csv.cpp", "alliances", "a unit"},
        {"sim/render/ledger_csv.cpp", "appropriation", "an account of the ledger"},
        {"sim/render/ledger_csv.cpp", "overrun", "an account of the ledger"},
        {"sim/render/ledger_csv.cpp", "transferred", "an account of the ledger"},
    });
    std::set<std::string> measures = {results::marginal_cost_column().name};
    for (const auto& column : measure::catalogue()) measures.insert(column.name);
    CHECK(measures.size() > 80);
    const std::regex quoted(R"(["'`]([a-z0-9_]+)["'`])");
    const auto all = sources({"sim/render", "include/aforo/render"});
    CHECK(all.size() > 30);
    for (const auto& source : all) {
        const std::string code = without_comments(source.text);
        for (std::sregex_iterator found(code.begin(), code.end(), quoted), none; found != none; ++found) {
            if (measures.contains((*found)[1])) exceptions.check(source.path, (*found)[1]);
        }
    }
    exceptions.check_that_all_are_needed();
}
