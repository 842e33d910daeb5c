// The figures of a run as cells: looked up once, with their shape and identity, and shown in the forms that tables and
// sentences need.
#pragma once

#include <string>
#include <string_view>

#include "aforo/document/cell.hpp"
#include "aforo/results/index.hpp"

namespace aforo::told {

// A figure that was looked up; undefined if the run does not have it.
struct Figure {
    const results::Estimate* estimate = nullptr;
    results::Shape shape = {};
    document::Of of = {};

    // Whether it is defined in at least one replication.
    [[nodiscard]] bool has_value() const;
    [[nodiscard]] double mean_value() const;
    // Whether it differs between replications.
    [[nodiscard]] bool varies() const;
    [[nodiscard]] Figure shaped(results::Shape other) const { return {estimate, other, of}; }

    [[nodiscard]] document::Sentence with_error() const { return shown(document::Estimated::Show::mean_and_error); }
    [[nodiscard]] document::Sentence mean() const { return shown(document::Estimated::Show::mean); }
    [[nodiscard]] document::Sentence error() const { return shown(document::Estimated::Show::half_width); }
    [[nodiscard]] document::Sentence range() const { return shown(document::Estimated::Show::range); }
    [[nodiscard]] document::Sentence from(double planned) const;  // distance from the plan
    // The distance in % of the plan, for shares too.
    [[nodiscard]] document::Sentence percent_from(double planned) const;

private:
    [[nodiscard]] document::Sentence shown(document::Estimated::Show show) const;
};

// A planned value in the shape of the simulated one.
[[nodiscard]] document::Sentence planned(double value, results::Shape shape);

class Figures {
public:
    explicit Figures(const results::Run& run) : run_(run), index_(run) {}
    Figures(const results::Run& run, const results::Samples& samples) : run_(run), index_(run, samples) {}

    [[nodiscard]] const results::Run& run() const { return run_; }
    [[nodiscard]] const results::Index& index() const { return index_; }
    [[nodiscard]] Figure find(const results::At& at) const;
    // A figure of a component's money. If the total is kept for the programme instead of for all components, that one.
    [[nodiscard]] Figure money(std::string_view measure, int year, std::string_view component = "") const;

private:
    const results::Run& run_;
    results::Index index_;
};

}  // namespace aforo::told
