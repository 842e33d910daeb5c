// What kinds of warning share: the scenario, who wrote each key and when, and what is told so far.
//
// Only a key that some file writes is told, and one that stands at its neutral value says nothing that is not so. Of a
// key without effect: where a later file takes its effect away, that file knows what it does, and nothing is told.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "visitor_reader.hpp"

namespace aforo::scenario {

// Why something never happens in the scenario, and the keys that say so.
struct Off {
    Message why;
    std::vector<std::string> by;
};

class WarningSearch {
public:
    WarningSearch(const Scenario& scenario, const Places& places) : s(scenario), places_(places) {}

    const Scenario& s;

    void begin(const char* kind) { kind_ = kind; }

    // Tells something of a key that is written, unless a later file wrote one of those `by` which it is so.
    void tell(const std::string& path, const Message& what, const Message& hint,
              const std::vector<std::string>& by = {});
    // Tells that a key has no effect, unless it stands at its neutral value.
    void idle(const std::string& path, const Off& off);
    // The same of all values in a group, but for those at these paths.
    void idle_in(const std::string& group, const Off& off, const std::set<std::string>& but = {});
    // The same of a part of a list or a group of names, which has no neutral value.
    void idle_part(const std::string& path, const Off& off);

    [[nodiscard]] bool is_written(const std::string& path) const { return places_.of.contains(path); }
    // It stands at what it is by default.
    [[nodiscard]] bool is_neutral(const std::string& path);
    // The file that wrote it last; "" when none did.
    [[nodiscard]] std::string written_in(const std::string& path) const {
        const auto place = places_.of.find(path);
        return place == places_.of.end() ? "" : place->second.file;
    }
    // A file set the key that an earlier one had set.
    [[nodiscard]] bool is_rewritten(const std::string& path) const { return places_.rewritten.contains(path); }
    // The path of a member of a list, or of the list where one member is written without brackets.
    [[nodiscard]] std::string part(const std::string& list, std::size_t i) const;

    // Why nobody gets so far, if nobody does.
    [[nodiscard]] std::optional<Off> nobody_attended() const;
    [[nodiscard]] std::optional<Off> nobody_diagnosed() const;
    [[nodiscard]] std::optional<Off> nobody_admitted() const;
    [[nodiscard]] std::optional<Off> nobody_repeats() const;
    [[nodiscard]] std::optional<Off> no_linkages() const;
    [[nodiscard]] bool has_advisors() const;
    // On some day there are fewer, or more, advisors in some office than on the day before.
    [[nodiscard]] bool advisors_fall() const { return advisors_move(false); }
    [[nodiscard]] bool advisors_rise() const { return advisors_move(true); }

    [[nodiscard]] core::Date first_day() const { return core::new_year(s.horizon.start_year()); }
    [[nodiscard]] core::Date end_day() const { return core::new_year(s.horizon.last_year + 1); }

    [[nodiscard]] std::vector<Warning> take();

private:
    [[nodiscard]] int file_of(const std::string& path) const;
    [[nodiscard]] bool advisors_move(bool up) const;

    const Places& places_;
    const char* kind_ = "";
    std::vector<Warning> found_;
    std::set<std::string> told_;
    std::optional<std::vector<std::string>> set_;  // the keys that are not at their neutral value
};

}  // namespace aforo::scenario
