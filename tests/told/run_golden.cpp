// What is told of a run, whole, as a terminal shows it.
#include <doctest/doctest.h>

#include "aforo/render/terminal.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "report/sample_run.hpp"
#include "support/golden.hpp"

using namespace aforo;
using core::Lang;

namespace {

std::string told_text(const results::Run& run, Lang lang) { return render::text(told::run(run, {}, {}, lang)); }

void check(const std::string& file, const results::Run& run, Lang lang) {
    testing::check_golden("tests/told/golden/" + file, told_text(run, lang));
}

}  // namespace

TEST_CASE("a run is told as kept, in both languages") {
    using namespace testing;
    check("summary.es.txt", sample_run(), Lang::es);
    check("summary.en.txt", sample_run(), Lang::en);
    check("summary_constrained.es.txt", constrained_run(), Lang::es);
    check("summary_once.en.txt", single_run(), Lang::en);
}
