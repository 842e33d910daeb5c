// Writes cells and sentences as texts in the reader's language, whatever they are about. Private to the module.
//
// An estimate is written as its mean with the half-width of its interval, or as its range of futures. These are left
// out only if it does not vary between replications. An estimate defined in a single replication, which does not tell
// whether it varies, says so, unless the whole document has one replication and says it once.
#pragma once

#include <string>

#include "aforo/document/document.hpp"
#include "aforo/render/format.hpp"

namespace aforo::render {

class Cells {
public:
    explicit Cells(Lang lang, int replications = 2) : format_(lang), is_single_(replications == 1) {}
    explicit Cells(const document::Document& d) : Cells(d.lang, d.replications) {}
    [[nodiscard]] Lang lang() const { return format_.lang(); }
    [[nodiscard]] const Format& format() const { return format_; }

    // Line breaks of aforo's own texts are kept; names contain none.
    [[nodiscard]] std::string text(const document::Sentence& sentence) const;
    [[nodiscard]] std::string text(const document::Cell& cell) const;
    // As running text, in which figures show no more digits than are known: beside an error, or as a range, two digits
    // of the width; alone, the first digit of the range of futures. Tables and files have all digits.
    [[nodiscard]] std::string prose(const document::Sentence& sentence) const;
    [[nodiscard]] std::string prose(const document::Cell& cell) const;

    [[nodiscard]] std::string value(double value, results::Shape shape) const;
    [[nodiscard]] std::string mean(const results::Estimate& e, results::Shape shape) const;
    // Empty for an estimate that does not vary; range() likewise.
    [[nodiscard]] std::string half_width(const results::Estimate& e, results::Shape shape) const;
    [[nodiscard]] std::string range(const results::Estimate& e, results::Shape shape) const;
    // 20.010 ± 200, or 6,91 ± 0,02 %; only 5 if it does not vary.
    [[nodiscard]] std::string mean_and_half_width(const results::Estimate& e, results::Shape shape) const;
    // +620 ± 90 with fixed places, so that the numbers of a column add up.
    [[nodiscard]] std::string signed_mean_and_half_width(const results::Estimate& e, results::Shape shape) const;
    // The distance of the mean from the plan: +1,2 %; for shares in percentage points: +0,1 pp.
    [[nodiscard]] std::string distance(const results::Estimate& e, double planned, results::Shape shape) const;
    // +620 ± 90; a text if 0 is within the error; = if no replication differs.
    [[nodiscard]] std::string difference(const results::Difference& d, results::Shape shape) const;

    // A number with the sign of its unit: %.
    [[nodiscard]] std::string with_unit(const std::string& number, results::Shape shape) const;

private:
    Format format_;
    bool is_single_;
};

}  // namespace aforo::render
