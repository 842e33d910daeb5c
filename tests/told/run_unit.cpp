// What is told of a run, piece by piece.
#include <doctest/doctest.h>

#include "aforo/told/run.hpp"
#include "report/sample_run.hpp"

using namespace aforo;

TEST_CASE("x") { CHECK(!told::run(report::testing::sample_run(), {}, {}, core::Lang::es).sections.empty()); }
