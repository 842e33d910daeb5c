#include "sheet_figures.hpp"

#include <algorithm>
#include <array>

namespace aforo::reference {

namespace {

// The paths that the list asks for.
constexpr std::array asked = {"name",
                              "horizon.first_year",
                              "horizon.last_year",
                              "population.potential",
                              "population.target",
                              "plan.price_year",
                              "plan.attention.spending",
                              "plan.attention.production",
                              "plan.advisory.spending",
                              "plan.advisory.production",
                              "plan.alliances.spending",
                              "plan.alliances.production",
                              "plan.administration",
                              "plan.beneficiaries",
                              "plan.survival_t2",
                              "plan.sales_up_t1",
                              "attention.budget",
                              "advisory.budget",
                              "alliances.budget",
                              "administration.budget",
                              "calibration.targets.served.figure"};

}  // namespace

SheetFigures::SheetFigures(const std::string& list, const std::vector<std::string>& scaled, core::Lang lang)
    : list_(list), lang_(lang) {
    auto read = scenario::read_draft(list, lang);
    complaints_ = std::move(read.diagnostics);
    find_missing();
    if (read.scenario) {
        sheet_ = std::move(*read.scenario);
        if (complaints_.empty()) look_at_figures();
        if (complaints_.empty()) find_base(scaled);
    }
    sort();
}

bool SheetFigures::says(const std::string& path) const { return scenario::place_of(list_, path).file == list_; }

bool SheetFigures::is_whole_with(const std::vector<scenario::Setting>& numbers) {
    const auto whole = scenario::with(sheet_, numbers, list_, lang_);
    std::vector<std::string> paths;
    for (const auto& d : whole.diagnostics) paths.push_back(d.path);
    const auto places = scenario::places_of(list_, paths);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        complaints_.push_back(whole.diagnostics[i]);
        complaints_.back().place = places[i];
    }
    sort();
    return complaints_.empty();
}

void SheetFigures::complain(const std::string& path, core::Text what, core::Text hint) {
    core::Place place = scenario::place_of(list_, path);
    if (place.file != list_) place = {list_, 1, 1};
    complaints_.push_back({place, path, std::string(what.in(lang_)), std::string(hint.in(lang_))});
}

// A figure that is left out would silently be the one of the sheet that the list extends.
void SheetFigures::find_missing() {
    const bool is_unreadable = std::any_of(complaints_.begin(), complaints_.end(),
                                           [](const auto& d) { return d.path.empty() || d.path == "extends"; });
    if (is_unreadable) return;
    for (const char* path : asked) {
        const bool is_told =
            std::any_of(complaints_.begin(), complaints_.end(), [&](const auto& d) { return d.path == path; });
        if (is_told || says(path)) continue;
        complain(path, {"falta esta cifra de la ficha", "this figure of the sheet is missing"},
                 {"aforo init --ficha escribe la lista entera", "aforo init --ficha writes the whole list"});
    }
}

void SheetFigures::look_at_figures() {
    const auto positive = [&](const char* path, double value) {
        if (value <= 0) complain(path, {"debe ser mayor que cero", "must be greater than zero"}, {});
    };
    const auto covered = [&](const char* path, core::Money budget, core::Money spending) {
        if (budget >= spending) return;
        complain(path, {"es menos que lo que se gasta", "is less than what is spent"},
                 {"revise el presupuesto y el gasto del componente", "look at the component's budget and spending"});
    };
    const auto& plan = sheet_.plan;
    positive("population.potential", sheet_.population.potential);
    positive("population.target", sheet_.population.target);
    positive("plan.attention.production", plan.attention.production);
    positive("plan.advisory.production", plan.advisory.production);
    positive("plan.alliances.production", plan.alliances.production);
    positive("plan.attention.spending", plan.attention.spending.in_thousands());
    positive("plan.advisory.spending", plan.advisory.spending.in_thousands());
    positive("plan.alliances.spending", plan.alliances.spending.in_thousands());
    covered("attention.budget", sheet_.attention.budget, plan.attention.spending);
    covered("advisory.budget", sheet_.advisory.budget, plan.advisory.spending);
    covered("alliances.budget", sheet_.alliances.budget, plan.alliances.spending);
    covered("administration.budget", sheet_.administration.budget, plan.administration);
    for (int year = sheet_.horizon.first_year; year <= sheet_.horizon.last_year; ++year) {
        const auto found = plan.beneficiaries.find(year);
        if (found != plan.beneficiaries.end() && found->second > 0) continue;
        complain("plan.beneficiaries", {"faltan los de algún año", "those of some year are missing"},
                 {"dé los de cada año, de first_year a last_year", "give those of each year, first_year to last_year"});
        break;
    }
}

// Reads the file of the first scaled number that the list leaves out; if it leaves none out, no base is needed.
void SheetFigures::find_base(const std::vector<std::string>& scaled) {
    base_ = sheet_;
    for (const auto& place : scenario::places_of(list_, scaled)) {
        if (place.file == list_) continue;
        auto read = scenario::read(place.file, lang_);
        complaints_ = std::move(read.diagnostics);
        if (read.scenario) base_ = std::move(*read.scenario);
        return;
    }
}

void SheetFigures::sort() {
    std::stable_sort(complaints_.begin(), complaints_.end(),
                     [](const auto& a, const auto& b) { return a.place < b.place; });
}

}  // namespace aforo::reference
