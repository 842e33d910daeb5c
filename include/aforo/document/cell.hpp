// What a report says, piece by piece, before anybody writes it: texts, figures with their shape, dates, formulas. Who
// tells (told/) chooses pieces and never formats one; who draws (render/) formats them in the reader's language and
// never asks what they are about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::document {

using core::Lang;
using results::Shape;

// In a text {} and {0} stand for what is said with it, and a line break breaks the line.
using core::Text;

// Which measure a figure is of: who checks a report finds it in results.json by this. Empty: of none, as of a count of
// centres.
struct Of {
    std::string measure;
    int year = 0;  // 0: all measured years together
    results::Level level = results::Level::programme;
    std::string id;
    int month = 0;

    friend bool operator==(const Of&, const Of&) = default;
};

// A plain number: what was planned, a count, a ratio.
struct Value {
    enum class Style : std::uint8_t {
        plain,    // 1.234, and 12,3 % for a share
        signed_,  // +1.234; 0 without a sign
        trimmed,  // at most so many places, without trailing zeros
        sheet     // as the sheet writes a percentage: 6,9%, without trailing zeros
    };
    double value = results::undefined;
    Shape shape = {};
    Style style = Style::plain;
    Of of = {};
};

// A figure with its error.
struct Estimated {
    enum class Show : std::uint8_t {
        mean_and_error,  // 20.010 ± 200; a workbook gives each a column of its own
        mean,
        half_width,
        range,            // p10–p90
        signed_and_error  // +620 ± 90
    };
    results::Estimate value;
    Shape shape = {};
    Show show = Show::mean_and_error;
    Of of = {};
};

// How far a figure is from what was planned for it: +1,2 %; of a share in percentage points.
struct Distance {
    results::Estimate value;
    double planned = results::undefined;
    Shape shape = {};
    Of of = {};
};

// A paired difference: +620 ± 90; that it cannot be told apart where its error holds 0; = where no replication differs.
struct Differing {
    results::Difference value;
    Shape shape = {};
};

struct Pesos {
    std::int64_t amount = 0;
};

// An ISO date: 15-10-2026 · 15 de octubre · 15-10.
struct Date {
    enum class Style : std::uint8_t { whole, day_and_month, short_ };
    std::string iso;
    Style style = Style::whole;
};

// «septiembre de 2025»; a date in a workbook.
struct Month {
    int year = 0, month = 1;
};

// A text of others (a name of a scenario or an office, a path, a value as written): made safe by who draws it.
struct Name {
    std::string text;
};

// A text of ours, already in the reader's language.
struct Words {
    std::string text;
};

// A live formula of a workbook; elsewhere its value. Its parts are joined: texts as they are, references as the cells
// come to lie. Rows and columns count from 0 in the body of a table, which is its place among the tables of the
// section.
struct Formula {
    struct Reference {
        std::size_t table = 0, row = 0, column = 0;
        std::size_t last_row = 0, last_column = 0;  // of a range
        bool is_range = false, is_absolute = false;
    };
    using Part = std::variant<std::string, Reference>;
    std::vector<Part> parts;
    double value = results::undefined;  // what it gives: stored for those who do not compute
    Shape shape = {};
    Value::Style style = Value::Style::plain;
    bool is_money_of_pesos = false;  // $1.234
};

using Cell =
    std::variant<std::monostate, Words, Name, Value, Estimated, Distance, Differing, Pesos, Date, Month, Formula>;

// Running text: pieces, one after another.
class Sentence {
public:
    Sentence() = default;
    Sentence(Cell piece) { *this += std::move(piece); }

    Sentence& operator+=(Cell piece);
    Sentence& operator+=(const Sentence& other);
    friend Sentence operator+(Sentence left, const Sentence& right) { return left += right; }
    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    [[nodiscard]] const std::vector<Cell>& pieces() const { return pieces_; }

    // Its first letter as within a sentence, or as at the start of one.
    [[nodiscard]] Sentence lower() const;
    [[nodiscard]] Sentence upper() const;

private:
    std::vector<Cell> pieces_;
};

// They read the same: the same texts, and figures that are the same once rounded as their shape asks.
[[nodiscard]] bool reads_alike(const Sentence& a, const Sentence& b);

// All of them, with what stands between two.
[[nodiscard]] Sentence joined(const std::vector<Sentence>& parts, std::string_view between);

// The pattern with each {} and {0} replaced. A pattern that asks for what is not given is a bug and throws.
[[nodiscard]] Sentence filled(std::string_view pattern, const std::vector<Sentence>& values);

// What can be said with a text: cells, sentences, whole numbers, and texts of others.
[[nodiscard]] Sentence sayable(const Sentence& s);
[[nodiscard]] Sentence sayable(Cell c);
[[nodiscard]] Sentence sayable(int whole);  // as it is, without grouping: a year
[[nodiscard]] Sentence sayable(std::size_t whole);
[[nodiscard]] Sentence sayable(const std::string& name);
[[nodiscard]] Sentence sayable(const char* name);

template <class... Args>
[[nodiscard]] Sentence say(const Text& text, Lang lang, const Args&... args) {
    return filled(text.in(lang), {sayable(args)...});
}

// A whole number with the grouping of the reader: 60.000.
[[nodiscard]] Value count(double value);
[[nodiscard]] Value share(double ratio, int decimals = 0);

}  // namespace aforo::document
