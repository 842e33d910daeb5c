// The chance of not reaching what was planned: fifty dots a year, each one future in fifty.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "page/figure.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

constexpr int dots = 50;
constexpr int columns = 80;        // of dots across the chart
constexpr int highest_stack = 10;  // dots
constexpr double dot_height = 7;   // pixels

struct Year {
    int year = 0;
    double planned = 0;
    std::vector<double> quantiles;  // of the beneficiaries, ascending
    int missed = 0;                 // of the dots, those below the plan: the first
};

// The dots of a sample: its quantiles at 1/100, 3/100 … 99/100, between order statistics (Hyndman and Fan, 1996, 7).
std::vector<double> quantiles_of(std::span<const double> values) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted), [](double v) { return std::isfinite(v); });
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> quantiles;
    for (int i = 0; i < dots && !sorted.empty(); ++i) {
        const double place = (i + 0.5) / dots * static_cast<double>(sorted.size() - 1);
        const auto low = static_cast<std::size_t>(place);
        const std::size_t high = std::min(low + 1, sorted.size() - 1);
        quantiles.push_back(sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]));
    }
    return quantiles;
}

std::vector<Year> years_of(const Subject& s) {
    std::vector<Year> years;
    for (const int year : s.run.years) {
        Year y = {year, s.planned_beneficiaries(year), quantiles_of(s.index.samples({"beneficiaries", year})), 0};
        if (!std::isfinite(y.planned) || y.quantiles.empty()) {
            continue;
        }
        y.missed = static_cast<int>(
            std::count_if(y.quantiles.begin(), y.quantiles.end(), [&](double q) { return q < y.planned; }));
        years.push_back(y);
    }
    return years;
}

// Where a dot stands: how many columns from the plan, and how high.
struct Spot {
    int column = 0, height = 0;
};

// Dots stack in columns that start at the plan, so that none holds both sides; a full column goes on in the next one
// away from the plan. In the order of their quantiles from the plan outwards.
class Stacks {
public:
    Spot place(int column, int away) {
        while (taken_[column] >= highest_stack) {
            column += away;
        }
        return {column, taken_[column]++};
    }

private:
    std::map<int, int> taken_;
};

struct Drawing {
    Array rows;
    int highest = 1;  // dots one above another
};

void add_year(const Subject& s, const Year& y, double width, Drawing& drawing) {
    Stacks stacks;
    const auto add = [&](double quantile, bool missed) {
        const auto column = static_cast<int>(std::floor((quantile - y.planned) / width));
        const Spot spot = stacks.place(column, missed ? -1 : 1);
        drawing.highest = std::max(drawing.highest, spot.height + 1);
        drawing.rows.push_back(Object{{"y", std::to_string(y.year)},
                                      {"x", datum((spot.column + 0.5) * width)},
                                      {"h", spot.height},
                                      {"k", s.say(missed ? T::dot_missed : T::dot_reached)},
                                      {"t", s.format.number(quantile)},
                                      {"p", s.format.number(y.planned)}});
    };
    const auto plan = y.quantiles.begin() + y.missed;
    std::for_each(std::make_reverse_iterator(plan), y.quantiles.rend(), [&](double q) { add(q, true); });
    std::for_each(plan, y.quantiles.end(), [&](double q) { add(q, false); });
}

Drawing drawing_of(const Subject& s, const std::vector<Year>& years) {
    double least = 0, most = 0;
    for (const auto& y : years) {
        least = std::min(least, y.quantiles.front() - y.planned);
        most = std::max(most, y.quantiles.back() - y.planned);
    }
    Drawing drawing;
    for (const auto& y : years) {
        add_year(s, y, std::max((most - least) / columns, 1.0), drawing);
    }
    return drawing;
}

Object spec(const Subject& s, const std::vector<Year>& years) {
    const Drawing drawing = drawing_of(s, years);
    const Array names = {boost::json::string(s.say(T::dot_missed)), boost::json::string(s.say(T::dot_reached))};
    const double step = std::max(drawing.highest * dot_height + 24, 50.0);
    const Object year =
        field("y", "ordinal",
              {{"title", nullptr},
               {"axis", {{"labelFontWeight", "bold"}, {"ticks", false}, {"domain", false}, {"grid", false}}}});
    const Object stack = quantity("h", "", {{"scale", {{"domain", Array{-1, drawing.highest + 1}}}}});
    const auto x = [&](const char* name) { return quantity(name, s.say(T::axis_risk), {{"axis", signed_axis(0)}}); };
    const Object points = {{"data", {{"values", drawing.rows}}},
                           {"mark", {{"type", "point"}, {"filled", true}, {"size", 34}, {"opacity", 1}}},
                           {"encoding",
                            {{"x", x("x")},
                             {"y", year},
                             {"yOffset", stack},
                             {"color", named_colours("k", names, Array{colour::plum, colour::teal})},
                             {"shape", named_colours("k", names, Array{"triangle-down", "circle"})},
                             {"tooltip", Array{field("y", "nominal", {{"title", s.say(T::year)}}),
                                               field("t", "nominal", {{"title", s.say(T::simulated)}}),
                                               field("p", "nominal", {{"title", s.say(T::planned)}}),
                                               field("k", "nominal", {{"title", s.say(T::dot)}})}}}}};
    const Object plan = {{"data", {{"values", Array{Object{{"x", 0}}}}}},
                         {"mark", {{"type", "rule"}, {"color", colour::ink}, {"strokeDash", Array{4, 3}}}},
                         {"encoding", {{"x", x("x")}}}};
    return {{"height", step * static_cast<double>(years.size())}, {"layer", Array{plan, points}}};
}

Table twin(const Subject& s, const std::vector<Year>& years) {
    Table table({{s.say(T::year), Align::left},
                 {s.say(T::planned)},
                 {s.say(T::simulated)},
                 {s.say(T::range_p10_p90)},
                 {s.say(T::dots_missed)},
                 {s.say(T::probability_missed)}});
    for (const auto& y : years) {
        const auto* e = s.index.estimate({"beneficiaries", y.year});
        const auto values = s.index.samples({"beneficiaries", y.year});
        const auto below = std::count_if(values.begin(), values.end(), [&](double v) { return v < y.planned; });
        table.row({std::to_string(y.year), s.format.number(y.planned), s.estimates.mean_and_half_width(e, {}),
                   s.estimates.range(e, {}), s.say(T::of_fifty, y.missed),
                   s.format.percent(static_cast<double>(below) / static_cast<double>(values.size()), 0)});
    }
    return table;
}

std::string finding(const Subject& s, const std::vector<Year>& years) {
    std::string list;
    for (const auto& y : years) {
        list += (list.empty() ? "" : ", ") + s.say(T::missed_in_year, y.missed, y.year);
    }
    return s.say(T::finding_risk, list);
}

}  // namespace

Html risk(const Subject& s) {
    const auto years = s.run.replications > 1 ? years_of(s) : std::vector<Year>();
    if (years.empty()) {
        return {};
    }
    return figure({"grafico-riesgo", finding(s, years), s.say(T::reading_risk, s.format.number(s.run.replications)),
                   spec(s, years), twin(s, years)},
                  s);
}

}  // namespace aforo::report
