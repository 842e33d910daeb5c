// Collects diagnostics while a scenario is read, each in the reader's language.
#pragma once

#include <string>
#include <utility>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"

namespace aforo::scenario {

// A message in both languages; the reader's is chosen when it is reported.
struct Message {
    std::string es, en;
};

class Report {
public:
    explicit Report(core::Lang lang) : lang_(lang) {}

    void error(core::Place place, std::string path, const Message& what, const Message& hint = {}) {
        found_.push_back({std::move(place), std::move(path), pick(what), pick(hint)});
    }
    [[nodiscard]] core::Diagnostics& found() { return found_; }

private:
    [[nodiscard]] const std::string& pick(const Message& m) const { return lang_ == core::Lang::es ? m.es : m.en; }

    core::Lang lang_;
    core::Diagnostics found_;
};

}  // namespace aforo::scenario
