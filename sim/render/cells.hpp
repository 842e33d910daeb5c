// Cells and sentences as texts in the reader's language: how every figure is written, whatever it is of. Private to the
// module.
//
// An estimate is its mean with the half-width of its interval, or its range of futures. It comes without them only when
// it does not vary between replications: then there is nothing to say of them. One that is defined in a single
// replication, of which nobody knows whether it varies, says so, unless all of the document has only that one and says
// it once.
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

    // In it a line break of ours breaks the line; a name has none.
    [[nodiscard]] std::string text(const document::Sentence& sentence) const;
    [[nodiscard]] std::string text(const document::Cell& cell) const;
    // As running text, where a figure has no more digits than are known of it: beside its error, and as a range, two
    // digits of their width; by itself, the first digit of its range of futures. Tables and files have it whole.
    [[nodiscard]] std::string prose(const document::Sentence& sentence) const;
    [[nodiscard]] std::string prose(const document::Cell& cell) const;

    [[nodiscard]] std::string value(double value, results::Shape shape) const;
    [[nodiscard]] std::string mean(const results::Estimate& e, results::Shape shape) const;
    // Empty for what does not vary, as is the range.
    [[nodiscard]] std::string half_width(const results::Estimate& e, results::Shape shape) const;
    [[nodiscard]] std::string range(const results::Estimate& e, results::Shape shape) const;
    // 20.010 ± 200, and 6,91 ± 0,02 %; 5 alone when it does not vary.
    [[nodiscard]] std::string mean_and_half_width(const results::Estimate& e, results::Shape shape) const;
    // +620 ± 90, of places that are fixed, so that a column of them sums.
    [[nodiscard]] std::string signed_mean_and_half_width(const results::Estimate& e, results::Shape shape) const;
    // Of the mean from what was planned: +1,2 %; for shares in percentage points: +0,1 pp.
    [[nodiscard]] std::string distance(const results::Estimate& e, double planned, results::Shape shape) const;
    // +620 ± 90; that it cannot be told inside its error; = for exactly nothing.
    [[nodiscard]] std::string difference(const results::Difference& d, results::Shape shape) const;

    // A number and the mark of its unit: %.
    [[nodiscard]] std::string with_unit(const std::string& number, results::Shape shape) const;

private:
    Format format_;
    bool is_single_;
};

}  // namespace aforo::render
