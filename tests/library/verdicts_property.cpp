// What a verdict says is what its table says: over the pairs of the library (each scenario against the bases that it
// names) and over random ones. AFORO_VERDICTS=all takes all pairs and 200 random ones; otherwise a few of each.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "aforo/experiment/compare.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/results/difference.hpp"
#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/told/documents.hpp"
#include "concern.hpp"
#include "library/claims.hpp"
#include "support/random_scenario.hpp"
#include "told/said.hpp"
#include "views.hpp"

using namespace aforo;
using core::Lang;
using document::Cell;
using document::Sentence;
using document::Verdict;
using results::Difference;
using results::Level;

namespace {

bool is_whole_test() {
    const char* asked = std::getenv("AFORO_VERDICTS");
    return asked != nullptr && std::string(asked) == "all";
}

std::optional<scenario::Scenario> read(const std::string& path) {
    return scenario::read((testing::scenarios_folder() / path).string(), Lang::es).scenario;
}

results::Comparison compared(const scenario::Scenario& base, const scenario::Scenario& other, int replications) {
    experiment::Options options;
    options.seed = 2024;
    options.replications = replications;
    return experiment::compare({base, other}, options).comparison;
}

std::set<std::string> words_of(const Sentence& sentence, Lang lang) {
    std::istringstream text(told::testing::said(sentence, lang));
    std::set<std::string> words;
    for (std::string word; text >> word;) {
        while (!word.empty() && std::string(".,;:()").find(word.back()) != std::string::npos) word.pop_back();
        words.insert(word);
    }
    return words;
}

// Signs are no words.
std::size_t count_of_words(const Sentence& sentence, Lang lang) {
    std::istringstream text(told::testing::said(sentence, lang));
    std::size_t count = 0;
    for (std::string word; text >> word;) {
        count +=
            std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80U; }) &&
                    word != "±"
                ? 1U
                : 0U;
    }
    return count;
}

// The figures of a sentence that say which measure they are of.
struct Said {
    document::Of of;
    double value = 0;
};
std::vector<Said> figures_of(const Sentence& sentence) {
    std::vector<Said> all;
    for (const Cell& piece : sentence.pieces()) {
        if (const auto* e = std::get_if<document::Estimated>(&piece)) all.push_back({e->of, e->value.mean});
        if (const auto* v = std::get_if<document::Value>(&piece)) all.push_back({v->of, v->value});
    }
    std::erase_if(all, [](const Said& s) { return s.of.measure.empty(); });
    return all;
}

bool is_fate(const std::string& measure) {
    return std::find(results::fate_names.begin(), results::fate_names.end(), measure) != results::fate_names.end();
}

class Checked {
public:
    Checked(const results::Comparison& c, Lang lang)
        : c_(c), a_(c.alternatives.front()), index_(a_.differences), lang_(lang) {
        verdict_ = told::comparison(c, lang).verdicts.front();
        sentences_ = {verdict_.lead};
        for (const auto& clause : verdict_.clauses) sentences_.push_back(clause.text);
    }

    void all() {
        CAPTURE(told::testing::said(verdict_.lead, lang_));
        CHECK(count_of_words(verdict_.lead, lang_) <= 25);
        for (const auto& sentence : sentences_) figures(sentence);
        for (const auto& clause : verdict_.clauses) sign(clause);
        sign({verdict_.lead, {"beneficiaries", c_.base.years.size() > 1 ? 0 : c_.base.years.back()}, true});
        const bool is_same = std::all_of(a_.differences.begin(), a_.differences.end(),
                                         [](const Difference& d) { return d.value.n == 0 || results::is_nothing(d); });
        if (is_same) return;
        concern();
        outstanding();
    }
    [[nodiscard]] bool speaks_of(const std::string& measure, Level level = Level::programme, const std::string& id = "",
                                 int year = -1) const {
        for (const auto& sentence : sentences_) {
            for (const auto& said : figures_of(sentence)) {
                if (said.of.measure == measure && said.of.level == level && said.of.id == id &&
                    (year < 0 || said.of.year == year))
                    return true;
            }
        }
        return std::any_of(verdict_.clauses.begin(), verdict_.clauses.end(), [&](const document::Clause& clause) {
            return clause.of.measure == measure && clause.of.level == level && clause.of.id == id &&
                   (year < 0 || clause.of.year == year);
        });
    }
    [[nodiscard]] const results::Index& index() const { return index_; }

private:
    [[nodiscard]] const Difference* difference(const document::Of& of) const {
        return index_.difference({of.measure, of.year, of.level, of.id});
    }

    // No mean wait; every figure is one of the comparison.
    void figures(const Sentence& sentence) {
        CAPTURE(told::testing::said(sentence, lang_));
        for (const Said& said : figures_of(sentence)) {
            CHECK(said.of.measure.find("wait_days") == std::string::npos);
            if (is_fate(said.of.measure)) continue;
            const Difference* d = difference(said.of);
            CAPTURE(said.of.measure);
            REQUIRE(d != nullptr);
            const double mean = d->value.mean;
            const bool is_there = said.value == mean || said.value == std::abs(mean) || said.value == d->base.mean ||
                                  said.value == d->alternative.mean || said.value == mean / d->base.mean;
            CAPTURE(said.value);
            CHECK((is_there || (std::isnan(said.value) && std::isnan(d->alternative.mean))));
        }
    }

    // A clause says that something can be told if the table does, and goes the way that the table goes.
    void sign(const document::Clause& clause) {
        if (clause.of.measure.empty()) return;
        // «More» and «less» of a marginal cost are of the beneficiaries among whom the money is shared.
        const Difference* d = clause.of.measure == results::marginal_cost ? index_.difference({"beneficiaries", 0})
                                                                          : difference(clause.of);
        CAPTURE(told::testing::said(clause.text, lang_));
        if (d == nullptr) return;
        const auto words = words_of(clause.text, lang_);
        const bool is_up = words.contains("más") || words.contains("more"),
                   is_down = words.contains("menos") || words.contains("fewer") || words.contains("less");
        if (is_up && !is_down) CHECK(d->value.mean > 0);
        if (is_down && !is_up) CHECK(d->value.mean < 0);
        const std::string said = told::testing::said(clause.text, lang_);
        const bool says_untold =
            said.find("no se distingue") != std::string::npos || said.find("cannot be told") != std::string::npos;
        if ((is_up || is_down) && !says_untold) CHECK(results::is_told(*d));
        if (says_untold && d->level == Level::programme) CHECK(!results::is_told(*d));
    }

    // What the changed keys are about is spoken of, wherever there is such a figure.
    void concern() {
        const told::Concern concern = told::concern_of(a_.changes, c_.base);
        const int last = c_.base.years.back();
        for (const auto& group : concern.groups) {
            CAPTURE(group);
            const Difference* d = index_.difference({"served_share_of_qualified", last, Level::group, group});
            if (d != nullptr && d->value.n > 0) CHECK(speaks_of("served_share_of_qualified", Level::group, group));
        }
        for (const int year : concern.years) {
            CAPTURE(year);
            CHECK(speaks_of("beneficiaries", Level::programme, "", year));
        }
        for (const auto& id : concern.components) {
            CAPTURE(id);
            const Difference* d = index_.difference({"spending", last, Level::component, id});
            if (d != nullptr && d->value.n > 0) CHECK(speaks_of("spending", Level::component, id));
        }
    }

    // What stands most out of its error among the outcomes of a verdict is in it.
    void outstanding() {
        const Difference* most = nullptr;
        const auto away = [](const Difference& d) {
            return d.value.half_width > 0 ? std::abs(d.value.mean) / d.value.half_width : INFINITY;
        };
        for (const char* measure : told::views::in_verdict) {
            const Difference* d = index_.difference({measure, c_.base.years.back()});
            if (d == nullptr || !results::is_told(*d)) continue;
            if (most == nullptr || away(*d) > away(*most)) most = d;
        }
        if (most == nullptr) return;
        // Both coverages are of the same beneficiaries, over two populations.
        const bool is_coverage = most->measure == std::string("coverage_potential");
        CAPTURE(most->measure);
        CHECK((speaks_of(most->measure) || (is_coverage && speaks_of("coverage_target"))));
    }

    const results::Comparison& c_;
    const results::Alternative& a_;
    const results::Index index_;
    const Lang lang_;
    Verdict verdict_;
    std::vector<Sentence> sentences_;
};

// A measure of the programme that is claimed to rise or fall, and does, is in the verdict if verdicts speak of it.
void check_claims(const Checked& checked, const testing::LibraryFile& file, const std::string& base) {
    using What = scenario::Claim::What;
    for (const auto& claim : file.claims) {
        const bool is_of_verdicts = std::find(told::views::in_verdict.begin(), told::views::in_verdict.end(),
                                              claim.measure) != told::views::in_verdict.end();
        if (claim.base != base || !claim.id.empty() || !is_of_verdicts) continue;
        if (claim.what != What::rises && claim.what != What::falls) continue;
        const Difference* d = checked.index().difference({claim.measure, claim.year});
        if (d == nullptr || !results::is_told(*d)) continue;
        CAPTURE(claim.text());
        CHECK((checked.speaks_of(claim.measure) || claim.measure == "coverage_potential"));
    }
}

void check_pair(const std::string& path, const std::string& base) {
    CAPTURE(path);
    CAPTURE(base);
    const auto one = read(base), other = read(path);
    REQUIRE(one.has_value());
    REQUIRE(other.has_value());
    const results::Comparison c = compared(*one, *other, 3);
    REQUIRE(c.alternatives.size() == 1);
    for (const Lang lang : {Lang::es, Lang::en}) {
        Checked checked(c, lang);
        checked.all();
        check_claims(checked, testing::read_header(path), base);
    }
}

}  // namespace

TEST_CASE("no verdict on a scenario of the library contradicts its table") {
    if (!is_whole_test()) {
        check_pair("priorizacion/mujeres-primero.yaml", "priorizacion/lista-de-espera.yaml");
        check_pair("presupuesto/mas-10.yaml", "presupuesto/plano.yaml");
        return;
    }
    for (const char* folder : testing::library_folders) {
        for (const auto& path : testing::library_paths(folder)) {
            std::set<std::string> bases;
            for (const auto& claim : testing::read_header(path).claims) bases.insert(claim.base);
            for (const auto& base : bases) check_pair(path, base);
        }
    }
}

TEST_CASE("no verdict on a random scenario contradicts its table") {
    const std::vector<std::vector<scenario::Setting>> changes = {
        {{"demand.growth", "1.4"}},
        {{"advisory.budget_growth", "0.6"}},
        {{"attention.budget_growth", "0.5"}, {"attention.staff_growth", "0.5"}},
        {{"waiting_list.priority", "[women_first, arrival]"}},
        {{"waiting_list.reserves", "[{group: rural, share: 0.5}]"}},
        {{"targeting.criteria", "[sector, {bands: [high]}]"}},
        {{"advisory.caseload", "3"}}};
    const scenario::Key language = scenario::language();
    const std::size_t wanted = is_whole_test() ? 200 : 12;
    std::size_t checked = 0;
    for (std::uint64_t seed = 1; checked < wanted && seed < 20 * wanted; ++seed) {
        CAPTURE(seed);
        const auto file =
            std::filesystem::temp_directory_path() / fmt::format("aforo-verdict-{}-{}.yaml", getpid(), seed);
        std::ofstream(file) << testing::RandomScenario(language, seed).text();
        const auto base = scenario::read(file.string(), Lang::es).scenario;
        std::filesystem::remove(file);
        if (!base) continue;
        const auto other = scenario::with(*base, changes[seed % changes.size()], "test", Lang::es).scenario;
        if (!other) continue;
        const results::Comparison c = compared(*base, *other, 4);
        if (c.alternatives.empty()) continue;
        for (const Lang lang : {Lang::es, Lang::en}) Checked(c, lang).all();
        ++checked;
    }
    CHECK(checked == wanted);
}
