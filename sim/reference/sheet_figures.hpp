// A list of a sheet's figures as it was filled in, beside the scenario that it extends: what it says, and all that is
// wrong with it.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::reference {

class SheetFigures {
public:
    // `scaled`: paths of numbers that the list may leave to what it extends.
    SheetFigures(const std::string& list, const std::vector<std::string>& scaled, core::Lang lang);

    // What is wrong, in order of place. Nothing else may be asked while there is something.
    [[nodiscard]] const core::Diagnostics& complaints() const { return complaints_; }
    // The list laid over what it extends, which need not go together, and what it extends.
    [[nodiscard]] const scenario::Scenario& sheet() const { return sheet_; }
    [[nodiscard]] const scenario::Scenario& base() const { return base_; }
    // The list says it itself.
    [[nodiscard]] bool says(const std::string& path) const;
    // The list with these numbers is a scenario that can be simulated; what is not so becomes a complaint.
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
