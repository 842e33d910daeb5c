// Fills in what a sheet does not publish, in proportion to another sheet: staff as production, the cost of a person as
// the cost of a unit.
#include "aforo/reference/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sheet_figures.hpp"

namespace aforo::reference {

namespace {

using core::Lang;
using core::Text;
using scenario::PlannedComponent;
using scenario::Quantity;

enum class By { production, unit_cost, spending };
struct Scaled {
    const char* path;
    PlannedComponent scenario::Plan::*component;
    By by;
    Text to;  // names what it is in proportion to
};
constexpr auto attention = &scenario::Plan::attention;
constexpr auto advisory = &scenario::Plan::advisory;
constexpr auto alliances = &scenario::Plan::alliances;
constexpr Text attended{"a las personas atendidas", "to the persons attended"},
    advised{"a las personas asesoradas", "to the persons advised"}, allied{"a las alianzas", "to the alliances"},
    unit{"al gasto por unidad", "to the spending on a unit"},
    spent{"al gasto en asesoría", "to the spending on advisory"};
// Staff and arrivals are scaled by production, and what each costs by the unit cost. The network stays the same, so the
// cost of a satellite is scaled by the component's spending.
constexpr std::array scaled = {
    Scaled{"demand.arrivals", attention, By::production, attended},
    Scaled{"attention.staff", attention, By::production, attended},
    Scaled{"attention.annual_cost", attention, By::unit_cost, unit},
    Scaled{"attention.cost", attention, By::unit_cost, unit},
    Scaled{"advisory.advisors", advisory, By::production, advised},
    Scaled{"advisory.annual_cost", advisory, By::unit_cost, unit},
    Scaled{"advisory.plan_cost", advisory, By::unit_cost, unit},
    Scaled{"advisory.satellite_cost", advisory, By::spending, spent},
    Scaled{"alliances.coordinators", alliances, By::production, allied},
    Scaled{"alliances.annual_cost", alliances, By::unit_cost, unit},
    Scaled{"alliances.cost", alliances, By::unit_cost, unit},
};
// Growths that the plan takes from its beneficiaries, and growths that nobody knows.
constexpr std::array planned_growths = {"attention.budget_growth",       "attention.staff_growth",
                                        "advisory.budget_growth",        "advisory.advisors_growth",
                                        "advisory.satellite_growth",     "alliances.budget_growth",
                                        "alliances.coordinators_growth", "administration.budget_growth"};
constexpr std::array assumed_growths = {"demand.growth", "horizon.run_in_growth"};
constexpr const char* fewest = "advisory.advisors_at_least";
constexpr const char* admin_share = "administration.share";

double unit_cost(const PlannedComponent& c) { return c.spending.in_thousands() / c.production; }

// Rounds to four digits: more than an estimate is worth, few enough to read.
double rounded(double value) { return std::stod(fmt::format("{:.3e}", value)); }

// As files state it: money in thousands of pesos.
std::string said(const Quantity& q) {
    return q.kind == Quantity::Kind::money ? fmt::format("{} M$", q.amount / 1000) : fmt::format("{}", q.amount);
}
std::string times(const std::string& text, double factor) {
    Quantity q = Quantity::of(text).value_or(Quantity{});
    q.amount = q.kind == Quantity::Kind::money ? 1000 * rounded(q.amount * factor / 1000) : rounded(q.amount * factor);
    return said(q);
}
// With the decimal mark that people write.
std::string decimal(std::string text, Lang lang) {
    if (lang == Lang::es) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

class Proportions {
public:
    Proportions(SheetFigures& figures, Lang lang) : figures_(figures), lang_(lang) {}

    std::string make(const std::string& extends) {
        scale();
        grow();
        limit_advisors();
        share_administration();
        if (!figures_.is_whole_with(numbers_)) return "";
        return header(extends) + lines() + targets();
    }

private:
    [[nodiscard]] const scenario::Scenario& sheet() const { return figures_.sheet(); }

    [[nodiscard]] double ratio(PlannedComponent scenario::Plan::*component, By by) const {
        const PlannedComponent &here = sheet().plan.*component, &there = figures_.base().plan.*component;
        const double production = here.production / there.production, cost = unit_cost(here) / unit_cost(there);
        return by == By::production ? production : by == By::unit_cost ? cost : production * cost;
    }

    // `range` is written with its key; it may be empty.
    void add(const std::string& path, const std::string& value, const std::string& range, const char* source,
             const std::string& note) {
        numbers_.push_back({path, value});
        const auto dot = path.find('.');
        const std::string section = path.substr(0, dot);
        auto at = std::find_if(lines_.begin(), lines_.end(), [&](const auto& one) { return one.first == section; });
        if (at == lines_.end()) at = lines_.insert(at, {section, ""});
        at->second += fmt::format("  {}: {{value: {}, {}source: {}, note: \"{}\"}}\n", path.substr(dot + 1), value,
                                  range, source, note);
    }
    template <class... Values>
    [[nodiscard]] std::string say(Text text, const Values&... values) const {
        return fmt::format(fmt::runtime(text.in(lang_)), values...);
    }

    void scale() {
        constexpr Text why{"{0} × {1}, en proporción {2}", "{0} × {1}, in proportion {2}"};
        for (const auto& n : scenario::numbers(sheet())) {
            const auto s = std::find_if(scaled.begin(), scaled.end(), [&](const auto& o) { return n.path == o.path; });
            if (s == scaled.end() || figures_.says(n.path)) continue;
            const double by = ratio(s->component, s->by);
            std::string range;
            if (const auto& r = n.provenance.range)
                range = fmt::format("range: [{}, {}], ", times(r->low_text, by), times(r->high_text, by));
            const auto before = Quantity::of(n.value).value_or(Quantity{});
            add(n.path, times(n.value, by), range, "supuesto",
                say(why, decimal(said(before), lang_), decimal(fmt::format("{:.4g}", by), lang_), s->to.in(lang_)));
        }
    }

    // The yearly factor that leads from the first year's beneficiaries to the last year's.
    [[nodiscard]] double growth() const {
        const auto& b = sheet().plan.beneficiaries;
        const int first = sheet().horizon.first_year, last = sheet().horizon.last_year;
        return last > first ? rounded(std::pow(b.at(last) / b.at(first), 1.0 / (last - first))) : 1;
    }
    void grow() {
        constexpr Text why{"como los beneficiarios planificados, de {0} a {1}",
                           "as the beneficiaries that are planned, {0} to {1}"};
        const double by = growth();
        const std::string note = say(why, sheet().horizon.first_year, sheet().horizon.last_year);
        const std::string value = fmt::format("{}", by);
        const std::string range =
            fmt::format("range: {{low: {}, high: {}, shape: uniform}}, ", std::min(1.0, by), std::max(1.25, by));
        for (const char* path : planned_growths) {
            if (!figures_.says(path)) add(path, value, "", "derivado", note);
        }
        for (const char* path : assumed_growths) {
            if (!figures_.says(path)) add(path, value, range, "supuesto", note);
        }
    }

    // Keeps the least number of advisors per centre, or lowers it to what there is, run-in years included.
    void limit_advisors() {
        constexpr Text why{"no hay asesores para {0} en cada centro", "there are no advisors for {0} in each centre"};
        const auto& a = sheet().advisory;
        if (figures_.says(fewest)) return;
        const double by = figures_.says("advisory.advisors") ? 1 : ratio(advisory, By::production);
        const double least =
            std::floor(a.advisors * by / std::pow(std::max(1.0, growth()), sheet().horizon.run_in_years));
        const auto centres = std::max<double>(1, static_cast<double>(sheet().network.centres.size()));
        const int each = static_cast<int>(std::floor(least / centres));
        if (each < a.advisors_at_least)
            add(fewest, fmt::format("{}", each), "", "supuesto", say(why, a.advisors_at_least));
    }

    [[nodiscard]] double total() const {
        const auto& p = sheet().plan;
        return (p.attention.spending + p.advisory.spending + p.alliances.spending + p.administration).in_thousands();
    }
    [[nodiscard]] double administration() const { return sheet().plan.administration.in_thousands() / total(); }
    void share_administration() {
        constexpr Text why{"gasto administrativo entre gasto total", "administrative spending over total spending"};
        if (!figures_.says(admin_share))
            add(admin_share, fmt::format("{}", rounded(administration())), "", "derivado", say(why));
    }

    [[nodiscard]] std::string header(const std::string& extends) const {
        constexpr Text first{
            "Lo que la ficha no publica, en proporción a la de {0}. Lo escribió aforo init --from {1}.",
            "What the sheet does not publish, in proportion to that of {0}. Written by aforo init --from {1}."};
        constexpr Text then{
            "Son supuestos: ponga lo que sepa en su lugar, con su fuente. Si cambian las cifras, hágalo de nuevo.",
            "These are assumptions: put what you know in their place, with its source. If figures change, do it "
            "again."};
        constexpr Text question{
            "¿Qué produce el programa de la ficha {0}, con lo que no publica en proporción a la de {1}?",
            "What does the programme of the sheet of {0} produce, the rest in proportion to {1}?"};
        const int year = sheet().horizon.first_year, before = figures_.base().horizon.first_year;
        return fmt::format("# {}\n# {}\naforo: 1\nname: {}\ndescription: \"{}\"\nextends: {}\n\n",
                           say(first, before, extends), say(then), quoted(sheet().name), say(question, year, before),
                           quoted(extends));
    }
    // As a quoted YAML text.
    [[nodiscard]] static std::string quoted(const std::string& text) {
        std::string all = "'";
        for (const char c : text) all += c == '\'' ? "''" : std::string(1, c);
        return all + "'";
    }

    [[nodiscard]] std::string lines() const {
        std::string all;
        for (const auto& [section, numbers] : lines_) all += fmt::format("{}:\n{}\n", section, numbers);
        return all;
    }

    // The figures that the sheet derives, and the tolerances. Spending is aimed three standard deviations below its
    // budget, and those weigh more the less is produced, so its tolerance grows.
    [[nodiscard]] std::string targets() const {
        constexpr Text derived{"Salen de las demás: la ficha debe imprimir lo mismo.",
                               "These follow from the others: the sheet should print the same."};
        const auto& p = sheet().plan;
        std::string all = fmt::format("# {}\ncalibration:\n  targets:\n", say(derived));
        const auto figure = [&](const char* name, const std::string& value) {
            if (sheet().calibration.targets.contains(name)) all += fmt::format("    {}: {{figure: {}}}\n", name, value);
        };
        const auto tolerance = [&](const char* name, PlannedComponent scenario::Plan::*component, By by) {
            const auto target = sheet().calibration.targets.find(name);
            if (target == sheet().calibration.targets.end()) return;
            const double luck = by == By::spending ? 1 / std::sqrt(std::min(1.0, ratio(component, By::production))) : 1;
            all += fmt::format("    {}: {{tolerance: {}}}\n", name,
                               rounded(target->second.tolerance * ratio(component, by) * luck));
        };
        tolerance("attended", attention, By::production);
        tolerance("advised", advisory, By::production);
        tolerance("alliances", alliances, By::production);
        tolerance("spending_attention", attention, By::spending);
        tolerance("spending_advisory", advisory, By::spending);
        tolerance("spending_alliances", alliances, By::spending);
        const double beneficiaries = p.beneficiaries.at(sheet().horizon.first_year);
        figure("beneficiaries", fmt::format("plan.beneficiaries.{}", sheet().horizon.first_year));
        figure("coverage_target", fmt::format("{:.4f}", beneficiaries / sheet().population.target));
        figure("coverage_potential", fmt::format("{:.4f}", beneficiaries / sheet().population.potential));
        figure("unit_cost_attention", printed(unit_cost(p.attention)));
        figure("unit_cost_advisory", printed(unit_cost(p.advisory)));
        figure("unit_cost_alliances", printed(unit_cost(p.alliances)));
        figure("spending", fmt::format("{:.0f} M$", total()));
        figure("admin_share", fmt::format("{:.2f}", administration()));
        return all;
    }
    // Whole M$; below 10, one decimal.
    [[nodiscard]] static std::string printed(double cost) { return fmt::format("{:.{}f}", cost, cost < 10 ? 1 : 0); }

    SheetFigures& figures_;
    Lang lang_;
    std::vector<scenario::Setting> numbers_;
    std::vector<std::pair<std::string, std::string>> lines_;  // by section
};

}  // namespace

Proportioned in_proportion(const std::string& list, const std::string& extends, Lang lang) {
    std::vector<std::string> paths;
    for (const Scaled& s : scaled) paths.emplace_back(s.path);
    SheetFigures figures(list, paths, lang);
    if (!figures.complaints().empty()) return {std::nullopt, figures.complaints()};
    std::string text = Proportions(figures, lang).make(extends);
    if (!figures.complaints().empty()) return {std::nullopt, figures.complaints()};
    return {std::move(text), {}};
}

}  // namespace aforo::reference
