// The common part of all kinds of warning: the scenario, which file wrote each key, and the warnings so far.
//
// Only keys that some file writes are told, and a key at its neutral value claims nothing that could be untrue. When a
// later file takes away the effect of a key, that file does so knowingly, and nothing is told.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "visitor_reader.hpp"

namespace aforo::scenario {

// Why something never happens in the scenario, and the keys that cause it.
struct Off {
    Message why;
    std::vector<std::string> by;
};

class WarningSearch {
public:
    WarningSearch(const Scenario& scenario, const Places& places) : s(scenario), places_(places) {}

    const Scenario& s;

    void begin(const char* kind) { kind_ = kind; }

    // Warns about a written key, unless a later file wrote one of the keys `by` that cause the warning.
    void tell(const std::string& path, const Message& what, const Message& hint,
              const std::vector<std::string>& by = {});
    // Warns that a key has no effect, unless it is at its neutral value.
    void idle(const std::string& path, const Off& off);
    // The same for all values in a group except those at the paths `but`.
    void idle_in(const std::string& group, const Off& off, const std::set<std::string>& but = {});
    // The same for an item of a list or of a group of names, which has no neutral value.
    void idle_part(const std::string& path, const Off& off);

    [[nodiscard]] bool is_written(const std::string& path) const { return places_.of.contains(path); }
    // Whether the key has its default value.
    [[nodiscard]] bool is_neutral(const std::string& path);
    // The last file that wrote the key; "" when none did.
    [[nodiscard]] std::string written_in(const std::string& path) const {
        const auto place = places_.of.find(path);
        return place == places_.of.end() ? "" : place->second.file;
    }
    // Whether a file set the key again after an earlier one.
    [[nodiscard]] bool is_rewritten(const std::string& path) const { return places_.rewritten.contains(path); }
    // The name that an earlier file gave; nullptr when none did.
    [[nodiscard]] const Places::Former* former_name(const std::string& path) const {
        const auto former = places_.former.find(path);
        return former == places_.former.end() ? nullptr : &former->second;
    }
    // The path of an item of a list, or of the list itself when a single item is written without brackets.
    [[nodiscard]] std::string part(const std::string& list, std::size_t i) const;

    // Why nobody reaches this stage; nothing if somebody does.
    [[nodiscard]] std::optional<Off> nobody_attended() const;
    [[nodiscard]] std::optional<Off> nobody_diagnosed() const;
    [[nodiscard]] std::optional<Off> nobody_admitted() const;
    [[nodiscard]] std::optional<Off> nobody_repeats() const;
    [[nodiscard]] std::optional<Off> no_linkages() const;
    [[nodiscard]] bool has_advisors() const;
    // Whether some office has fewer, or more, advisors on some day than on the day before.
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
    std::optional<std::vector<std::string>> set_;  // keys not at their neutral value; empty until asked for
};

}  // namespace aforo::scenario
