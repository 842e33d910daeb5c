// What compare, sweep and explain print, whole.
#include <doctest/doctest.h>

#include <numeric>

#include "aforo/report/comparison.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/sweep.hpp"
#include "report/golden.hpp"
#include "report/sample_comparison.hpp"

using namespace aforo;
using namespace aforo::report;
using testing::check_golden;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a comparison prints as kept, in both languages") {
    check_golden("comparison.es.txt", comparison_text(testing::sample_comparison(), Lang::es));
    check_golden("comparison.en.txt", comparison_text(testing::sample_comparison(), Lang::en));
}

TEST_CASE("a sweep prints as kept, in both languages") {
    check_golden("sweep.es.txt", sweep_text(testing::sample_sweep(), Lang::es));
    check_golden("sweep.en.txt", sweep_text(testing::sample_sweep(), Lang::en));
}

TEST_CASE("explanations print as kept, in both languages") {
    check_golden("explanation.es.txt", explanation_text(testing::sample_explanation(), Lang::es));
    check_golden("explanation.en.txt", explanation_text(testing::sample_explanation(), Lang::en));
    check_golden("marginals.es.txt", marginals_text(testing::sample_marginals(), Lang::es));
    check_golden("marginals.en.txt", marginals_text(testing::sample_marginals(), Lang::en));
}

TEST_CASE("the verdict of a null change says that every difference is exactly nothing") {
    auto c = testing::sample_comparison();
    for (auto& d : c.alternatives[0].differences) {
        d.alternative = d.base;
        d.value = {40, 0, 0, 0, 0, 0, 0};
    }
    CHECK(contains(comparison_verdict(c, c.alternatives[0], Lang::es), "cada diferencia es exactamente 0"));
    CHECK(contains(comparison_verdict(c, c.alternatives[0], Lang::en), "every difference is exactly 0"));
}

TEST_CASE("a difference inside its error is not told, whatever its size") {
    auto c = testing::sample_comparison();
    for (auto& d : c.alternatives[0].differences) d.value.half_width = 1e12;
    const std::string verdict = comparison_verdict(c, c.alternatives[0], Lang::es);
    CHECK(contains(verdict, "no se distinguen"));
    CHECK(!contains(verdict, "menos que con"));
    CHECK(!contains(verdict, "cobertura"));
}

TEST_CASE("values in an order that loses beneficiaries saturate nowhere") {
    auto s = testing::sample_sweep();
    CHECK(sweep_text(s, Lang::es).find("desde 340, si no ya antes,") != std::string::npos);
    s.steps.back().differences.front().value.mean = -1'200;
    CHECK(sweep_text(s, Lang::es).find("en el orden recorrido los beneficiarios no solo suben") != std::string::npos);
    CHECK(sweep_text(s, Lang::es).find("desde 340") == std::string::npos);
}

TEST_CASE("a sweep saturates at the value from which no step brings more") {
    auto s = testing::sample_sweep();
    CHECK(saturation(s, 0, 0) == 1);
    s.steps[1].differences[0].value.mean = 500;
    CHECK(saturation(s, 0, 0) == 3);  // not within the values
    for (auto& step : s.steps) step.differences[0].value.mean = 0;
    CHECK(saturation(s, 0, 0) == 0);
}

TEST_CASE("rounded shares sum to the rounded total") {
    for (const auto& values :
         {std::vector{0.5, 0.5, 0.5, -1.5}, std::vector{1.4, 1.4, 1.4}, std::vector{-2.6, 2.7, 0.3}}) {
        const double total = std::accumulate(values.begin(), values.end(), 0.0);
        const auto rounded = rounded_to_sum(values, total, 0);
        CHECK(std::accumulate(rounded.begin(), rounded.end(), 0.0) == std::round(total));
        for (std::size_t i = 0; i < values.size(); ++i) CHECK(std::abs(rounded[i] - values[i]) < 1);
    }
}

TEST_CASE("a queue that grows says since when and what lacks at how many centres") {
    const std::string story = queue_story(testing::queueing_run(), Lang::es);
    CAPTURE(story);
    CHECK(contains(story, "la cola por un cupo crece desde marzo de 2025"));
    CHECK(contains(story, "porque se agotan los cupos en 1 de 2 centros"));
    CHECK(contains(queue_story(testing::sample_run(), Lang::es),
                   "ni la cola por atención ni la cola por un cupo crecen"));
}

TEST_CASE("what machines read of them is JSON with exact shares") {
    const std::string shares = explanation_json(testing::sample_explanation());
    CHECK(contains(shares, R"("numerator": 406, "denominator": 20)"));
    CHECK(contains(shares, R"("numerator": null)"));
    CHECK(contains(comparison_json(testing::sample_comparison()), R"("fate": "winners")"));
    CHECK(contains(sweep_json(testing::sample_sweep()), R"("point": ["340"])"));
    CHECK(contains(marginals_json(testing::sample_marginals()), R"("cost": null)"));
    CHECK(sweep_csv(testing::sample_sweep()).starts_with("advisory.advisors,metric,unit,year"));
}
