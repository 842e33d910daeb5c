#include "aforo/core/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "aforo/core/text.hpp"

namespace aforo::core {

std::string to_string(const Diagnostic& d, Lang lang) {
    std::string text = escaped(d.place.file);
    if (d.place.line > 0) {
        text += fmt::format(":{}:{}", d.place.line, d.place.column);
    }
    text += d.severity == Severity::error ? ": error: " : lang == Lang::es ? ": aviso: " : ": warning: ";
    if (!d.path.empty()) {
        text += escaped(d.path) + ": ";
    }
    text += escaped(d.what);
    if (!d.hint.empty()) {
        text += "; " + escaped(d.hint);
    }
    return text;
}

namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
    if (word.size() > 64) {
        return "";
    }
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto& candidate : known) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace aforo::core
