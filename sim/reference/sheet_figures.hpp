// A filled list of a sheet's figures together with the scenario that it extends: what the list says and everything that
// is wrong with it.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::reference {

class SheetFigures {
public:
    // `scaled` are the paths of numbers that the list may leave to the scenario that it extends.
    SheetFigures(const std::string& list, const std::vector<std::string>& scaled, core::Lang lang);

    // The errors, in order of place. When there are any, no other member may be called.
    [[nodiscard]] const core::Diagnostics& complaints() const { return complaints_; }
    // The list applied to what it extends (the two need not be consistent), and what it extends.
    [[nodiscard]] const scenario::Scenario& sheet() const { return sheet_; }
    [[nodiscard]] const scenario::Scenario& base() const { return base_; }
    // Whether the list itself states the path.
    [[nodiscard]] bool says(const std::string& path) const;
    // Whether the list with these numbers can be simulated; reasons why not become complaints.
    [[nodiscard]] bool is_whole_with(const std::vector<scenario::Setting>& numbers);

private:
    void complain(const std::string& path, core::Text what, core::Text hint);
    void find_missing();
    void look_at_figures();
    void find_base(const std::vector<std::string>& scaled);
    void sort();

    std::string list_;
    core::Lang lang_;
    scenario::Scenario sheet_, base_;
    core::Diagnostics complaints_;
};

}  // namespace aforo::reference
