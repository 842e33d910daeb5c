// What the parts of a page are about: the run, found fast, and how its figures are written in the reader's language.
#pragma once

#include <string>

#include "aforo/report/estimate.hpp"
#include "aforo/report/format.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

struct Subject {
    Subject(const results::Run& r, const results::Samples& s, const results::Manifest& m, Lang l)
        : run(r), manifest(m), lang(l), index(r, s), format(l), estimates(l, r.replications) {}

    const results::Run& run;
    const results::Manifest& manifest;
    Lang lang;
    results::Index index;
    Format format;
    EstimateFormat estimates;

    template <class... Args>
    [[nodiscard]] std::string say(T key, const Args&... args) const {
        return phrase(key, lang, args...);
    }
    // Of a component's money; where a total is kept for the programme instead of the components, that one.
    [[nodiscard]] const results::Estimate* money(std::string_view measure, int year,
                                                 std::string_view component = "") const;
    // What the sheet plans for a year; NaN where it says nothing.
    [[nodiscard]] double planned_beneficiaries(int year) const;
    [[nodiscard]] double planned_target(int year) const;
    // «septiembre de 2025».
    [[nodiscard]] std::string month(int year, int month) const;
    // The range in which 8 out of 10 futures fall; empty for what does not vary.
    [[nodiscard]] std::string futures(const results::Estimate* e, Shape shape) const;
};

// Defined in at least one replication.
[[nodiscard]] bool has_value(const results::Estimate* e);

}  // namespace aforo::report
