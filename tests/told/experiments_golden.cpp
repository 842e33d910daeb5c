// What comparisons, sweeps, explanations and marginals say, whole, as a terminal shows it.
#include <doctest/doctest.h>

#include "aforo/render/terminal.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "report/sample_comparison.hpp"
#include "support/golden.hpp"

using namespace aforo;
using core::Lang;
using document::Document;
namespace sample = aforo::testing;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

template <class Tell, class Results>
void check_both(const std::string& name, Tell tell, const Results& of) {
    for (const Lang lang : {Lang::es, Lang::en}) {
        const std::string file = name + (lang == Lang::es ? ".es.txt" : ".en.txt");
        testing::check_golden("tests/told/golden/" + file, render::text(tell(of, lang)));
    }
}

}  // namespace

TEST_CASE("a comparison is told as kept, in both languages") {
    const auto alone = [](const results::Comparison& c, Lang lang) { return told::comparison(c, lang); };
    check_both("comparison", alone, sample::sample_comparison());
}

TEST_CASE("a sweep is told as kept, in both languages") {
    const auto alone = [](const results::Sweep& s, Lang lang) { return told::sweep(s, lang); };
    check_both("sweep", alone, sample::sample_sweep());
}

TEST_CASE("explanations are told as kept, in both languages") {
    const auto two = [](const results::Explanation& e, Lang lang) { return told::explanation(e, lang); };
    const auto one = [](const results::Marginals& m, Lang lang) { return told::marginals(m, lang); };
    check_both("explanation", two, sample::sample_explanation());
    check_both("marginals", one, sample::sample_marginals());
}

TEST_CASE("definitions are told as kept, in both languages") {
    check_both("definitions", told::definitions, sample::sample_run());
}

TEST_CASE("values in an order that loses beneficiaries saturate nowhere") {
    auto s = sample::sample_sweep();
    CHECK(contains(render::text(told::sweep(s, Lang::es)), "desde 340, si no ya antes,"));
    s.steps.back().differences.front().value.mean = -1'200;
    const std::string text = render::text(told::sweep(s, Lang::es));
    CHECK(contains(text, "en el orden recorrido los beneficiarios no solo suben"));
    CHECK(!contains(text, "desde 340"));
}
