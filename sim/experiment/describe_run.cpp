#include "describe_run.hpp"

#include <algorithm>
#include <filesystem>

#include "aforo/measure/probe.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"

namespace aforo::experiment {

namespace {

// A scenario without a component table has 0 everywhere in it; a 0 beside other figures is planned.
bool plans_components(const scenario::Plan& p) {
    const auto is_planned = [](const scenario::PlannedComponent& c) {
        return c.spending > core::Money() || c.production > 0;
    };
    return is_planned(p.attention) || is_planned(p.advisory) || is_planned(p.alliances) ||
           p.administration > core::Money();
}

results::Sheet planned_sheet(const scenario::Scenario& s, const results::Prices& prices) {
    using results::undefined;
    const auto& p = s.plan;
    const bool is_planned = plans_components(p);
    results::Sheet sheet;
    sheet.year = s.horizon.first_year;
    sheet.price_year = prices.year_of(sheet.year);
    const double factor = prices.factor(sheet.year);
    const auto money = [&](core::Money m) { return is_planned ? m.in_thousands() * factor : undefined; };
    const auto line = [&](scenario::Component which, const scenario::PlannedComponent& c) {
        return results::ComponentLine{measure::id_of(which), c.name, c.unit, money(c.spending),
                                      is_planned ? c.production : undefined};
    };
    sheet.components = {line(scenario::Component::attention, p.attention),
                        line(scenario::Component::advisory, p.advisory),
                        line(scenario::Component::alliances, p.alliances)};
    sheet.admin_spending = money(p.administration);
    sheet.total_spending = money(p.attention.spending + p.advisory.spending + p.alliances.spending + p.administration);
    if (p.survival_t2 > 0) sheet.survival_t2 = p.survival_t2;
    if (p.sales_up_t1 > 0) sheet.sales_up_t1 = p.sales_up_t1;
    sheet.sales_threshold = s.outcomes.sales.threshold;
    sheet.potential_population = s.population.potential > 0 ? s.population.potential : undefined;
    for (int year = s.horizon.first_year; year <= s.horizon.last_year; ++year) {
        const auto planned = p.beneficiaries.find(year);
        sheet.years.push_back(year);
        sheet.target_population.push_back(s.population.target > 0 ? s.population.target : undefined);
        sheet.beneficiaries.push_back(planned == p.beneficiaries.end() ? undefined : planned->second);
    }
    return sheet;
}

// Where the index comes from: the source of its number, or of the first of its years, and what is noted of it.
std::string source_of_index(const scenario::Scenario& s) {
    constexpr std::string_view path = "funding.index";
    const auto found = s.provenance.lower_bound(std::string(path));
    if (found == s.provenance.end() || !found->first.starts_with(path)) return "";
    const auto source = s.sources.find(found->second.source);
    const std::string title = source == s.sources.end() ? found->second.source : source->second.title;
    const std::string& note = found->second.note;
    return title + (title.empty() || note.empty() ? "" : ": ") + note;
}

results::About about_of(const scenario::Scenario& s) {
    const scenario::About& a = s.about;
    return {a.author, a.date ? core::iso(*a.date) : "", a.status ? scenario::word_of(*a.status) : "", a.reason};
}

results::Text meaning_of(const scenario::Key* key) {
    if (key == nullptr) return {};
    return {std::string(key->meaning.es), std::string(key->meaning.en)};
}

// The folder of a file must not enter results, which are the same in any folder.
std::string without_folder(const std::string& file) {
    const std::filesystem::path path(file);
    return (path.is_absolute() ? path.filename() : path.lexically_normal()).string();
}

}  // namespace

void describe_scenario(const scenario::Scenario& s, const std::string& digest, const results::Prices& prices,
                       results::Run& run) {
    run.scenario = s.name;
    run.about = about_of(s);
    run.digest = digest;
    run.prices = prices;
    run.prices.source = source_of_index(s);
    run.planned = planned_sheet(s, prices);
    for (int y = s.horizon.first_year; y <= s.horizon.last_year; ++y) run.years.push_back(y);
    std::vector<std::pair<int, results::RegionInfo>> regions;
    for (const auto& [key, region] : s.network.regions) regions.push_back({region.order, {key, region.name}});
    std::stable_sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [order, info] : regions) run.regions.push_back(std::move(info));
    for (const auto& [id, c] : s.network.centres)
        run.offices.push_back({std::to_string(id), c.name, c.region, "centre"});
    for (const auto& [id, sat] : s.network.satellites) {
        run.offices.push_back({std::to_string(id), sat.name, s.network.centres.at(sat.parent).region, "satellite"});
    }
    const scenario::Key language = scenario::language();
    for (const auto& n : scenario::numbers(s)) {
        const auto* key = scenario::find(language, n.path);
        run.assumptions.push_back({n.path, n.value, n.provenance.range_text(), n.provenance.source, n.provenance.note,
                                   meaning_of(key)});
    }
    for (const auto& rule : scenario::rules(s)) {
        const auto* key = scenario::find(language, rule.path);
        const auto origin = s.provenance.find(rule.path);
        const bool is_known = origin != s.provenance.end();
        run.assumptions.push_back({rule.path, rule.to, "", is_known ? origin->second.source : "",
                                   is_known ? origin->second.note : "",
                                   meaning_of(key)});
    }
    for (const auto& [id, source] : s.sources) run.sources.push_back({id, source.title, source.url});
    for (const auto& w : s.warnings) {
        const auto es = scenario::told(w, core::Lang::es), en = scenario::told(w, core::Lang::en);
        run.warnings.push_back({w.kind,
                                without_folder(w.place.file),
                                w.place.line,
                                w.place.column,
                                w.path,
                                {es.what, en.what},
                                {es.hint, en.hint}});
    }
}

}  // namespace aforo::experiment
