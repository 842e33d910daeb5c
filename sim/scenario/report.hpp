// Collects diagnostics, in the reader's language, while a scenario is read.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/scenario/warnings.hpp"

namespace aforo::scenario {

class Report {
public:
    explicit Report(core::Lang lang) : lang_(lang) {}

    void error(core::Place place, std::string path, const Message& what, const Message& hint = {}) {
        if (++count_ <= most) found_.push_back({std::move(place), std::move(path), pick(what), pick(hint)});
    }
    [[nodiscard]] core::Lang lang() const { return lang_; }
    // The number of errors reported so far, whether kept or not.
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] bool is_full() const { return count_ >= most; }
    [[nodiscard]] const core::Diagnostics& found() const { return found_; }

    // All diagnostics in order of place; if some were not kept, a last one at `file` says how many.
    [[nodiscard]] core::Diagnostics take(const std::string& file) {
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
        if (count_ > most) {
            const std::string more = std::to_string(count_ - most);
            found_.push_back(
                {{file, 0, 0}, "", pick({"y " + more + " errores más", "and " + more + " more errors"}), ""});
        }
        return std::move(found_);
    }

private:
    static constexpr std::size_t most = 1000;  // diagnostics kept: more than anyone reads, few enough for any file

    [[nodiscard]] const std::string& pick(const Message& m) const { return lang_ == core::Lang::es ? m.es : m.en; }

    core::Lang lang_;
    core::Diagnostics found_;
    std::size_t count_ = 0;
};

}  // namespace aforo::scenario
