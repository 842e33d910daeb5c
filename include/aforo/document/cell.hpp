// The pieces of a report before they are written: texts, figures with their shape, dates, formulas. told/ chooses
// pieces and never formats them; render/ formats them in the reader's language and never knows what they are about.
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

// In a text, {} and {0} stand for inserted values, and a line break breaks the line.
using core::Text;

// The measure that a figure shows, by which tests find it in results.json. Empty for a figure of no measure, such as a
// number of centres.
struct Of {
    std::string measure;
    int year = 0;  // 0: all measured years together
    results::Level level = results::Level::programme;
    std::string id;
    int month = 0;

    friend bool operator==(const Of&, const Of&) = default;
};

// A plain number: a planned value, a count, a ratio.
struct Value {
    enum class Style : std::uint8_t {
        plain,    // 1.234, and 12,3 % for a share
        signed_,  // +1.234; 0 without a sign
        trimmed,  // at most `decimals` places, without trailing zeros
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
        mean_and_error,  // 20.010 ± 200; two columns in a workbook
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

// The distance of a figure from its planned value: +1,2 %; for a share in percentage points.
struct Distance {
    results::Estimate value;
    double planned = results::undefined;
    Shape shape = {};
    Of of = {};
};

// A paired difference: +620 ± 90; a text when its error includes 0; «=» when no replication differs.
struct Differing {
    results::Difference value;
    Shape shape = {};
};

struct Pesos {
    std::int64_t amount = 0;
};

// An ISO date, written 15-10-2026, «15 de octubre» or 15-10.
struct Date {
    enum class Style : std::uint8_t { whole, day_and_month, short_ };
    std::string iso;
    Style style = Style::whole;
};

// «septiembre de 2025»; in a workbook a date.
struct Month {
    int year = 0, month = 1;
};

// A text from others (the name of a scenario or office, a path, a value as written); render/ makes it safe.
struct Name {
    std::string text;
};

// A text of aforo's own, already in the reader's language.
struct Words {
    std::string text;
};

// A live formula in a workbook; its value elsewhere. Its parts are joined: texts as they are, references as cell
// addresses. Rows and columns count from 0 in the body of a table, which is given by its position among the tables of
// the section.
struct Formula {
    struct Reference {
        std::size_t table = 0, row = 0, column = 0;
        std::size_t last_row = 0, last_column = 0;  // for a range
        bool is_range = false, is_absolute = false;
    };
    using Part = std::variant<std::string, Reference>;
    std::vector<Part> parts;
    double value = results::undefined;  // its result, for readers that do not compute formulas
    Shape shape = {};
    Value::Style style = Value::Style::plain;
    bool is_money_of_pesos = false;  // written $1.234
};

using Cell =
    std::variant<std::monostate, Words, Name, Value, Estimated, Distance, Differing, Pesos, Date, Month, Formula>;

// Running text made of consecutive pieces.
class Sentence {
public:
    Sentence() = default;
    Sentence(Cell piece) { *this += std::move(piece); }

    Sentence& operator+=(Cell piece);
    Sentence& operator+=(const Sentence& other);
    friend Sentence operator+(Sentence left, const Sentence& right) { return left += right; }
    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    [[nodiscard]] const std::vector<Cell>& pieces() const { return pieces_; }

    // The sentence with its first letter lower-case, for use inside another sentence, or upper-case.
    [[nodiscard]] Sentence lower() const;
    [[nodiscard]] Sentence upper() const;

private:
    std::vector<Cell> pieces_;
};

// Whether two sentences read the same: equal texts, and equal figures once rounded to their shapes.
[[nodiscard]] bool reads_alike(const Sentence& a, const Sentence& b);

// Joins all parts with a text between each two.
[[nodiscard]] Sentence joined(const std::vector<Sentence>& parts, std::string_view between);

// Replaces each {} and {0} of the pattern. A pattern with more placeholders than values is a bug and throws.
[[nodiscard]] Sentence filled(std::string_view pattern, const std::vector<Sentence>& values);

// What can be inserted in a text: cells, sentences, whole numbers, and texts from others.
[[nodiscard]] Sentence sayable(const Sentence& s);
[[nodiscard]] Sentence sayable(Cell c);
[[nodiscard]] Sentence sayable(int whole);  // without grouping, as for a year
[[nodiscard]] Sentence sayable(std::size_t whole);
[[nodiscard]] Sentence sayable(const std::string& name);
[[nodiscard]] Sentence sayable(const char* name);

template <class... Args>
[[nodiscard]] Sentence say(const Text& text, Lang lang, const Args&... args) {
    return filled(text.in(lang), {sayable(args)...});
}

// A whole number, grouped as the reader expects: 60.000.
[[nodiscard]] Value count(double value);
[[nodiscard]] Value share(double ratio, int decimals = 0);

}  // namespace aforo::document
