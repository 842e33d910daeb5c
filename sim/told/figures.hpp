// The figures of a run as cells: found once, with their shape and what they are of, and shown in the forms that tables
// and sentences need.
#pragma once

#include <string>
#include <string_view>

#include "aforo/document/cell.hpp"
#include "aforo/results/index.hpp"

namespace aforo::told {

// A figure that was looked for: undefined where the run has none such.
struct Figure {
    const results::Estimate* estimate = nullptr;
    results::Shape shape = {};
    document::Of of = {};

    // Defined in at least one replication.
    [[nodiscard]] bool has_value() const;
    [[nodiscard]] double mean_value() const;
    // Its spread, of more than one replication that differ.
    [[nodiscard]] bool varies() const;
    [[nodiscard]] Figure shaped(results::Shape other) const { return {estimate, other, of}; }

    [[nodiscard]] document::Sentence with_error() const { return shown(document::Estimated::Show::mean_and_error); }
    [[nodiscard]] document::Sentence mean() const { return shown(document::Estimated::Show::mean); }
    [[nodiscard]] document::Sentence error() const { return shown(document::Estimated::Show::half_width); }
    [[nodiscard]] document::Sentence range() const { return shown(document::Estimated::Show::range); }
    [[nodiscard]] document::Sentence from(double planned) const;  // its distance
    // In % of what is planned, of shares too.
    [[nodiscard]] document::Sentence percent_from(double planned) const;

private:
    [[nodiscard]] document::Sentence shown(document::Estimated::Show show) const;
};

// What was planned, in the shape of what is simulated.
[[nodiscard]] document::Sentence planned(double value, results::Shape shape);

class Figures {
public:
    explicit Figures(const results::Run& run) : run_(run), index_(run) {}
    Figures(const results::Run& run, const results::Samples& samples) : run_(run), index_(run, samples) {}

    [[nodiscard]] const results::Run& run() const { return run_; }
    [[nodiscard]] const results::Index& index() const { return index_; }
    [[nodiscard]] Figure find(const results::At& at) const;
    // Of a component's money; where a total is kept for the programme instead of the components, that one.
    [[nodiscard]] Figure money(std::string_view measure, int year, std::string_view component = "") const;

private:
    const results::Run& run_;
    results::Index index_;
};

}  // namespace aforo::told
