#include "page/figure.hpp"

#include <boost/json/serialize.hpp>
#include <cmath>

#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

constexpr const char* font = "\"Segoe UI\", \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif";

Object config() {
    const Object axis = {{"labelFontSize", 12},       {"titleFontSize", 12},     {"titleFontWeight", "normal"},
                         {"labelColor", colour::ink}, {"titleColor", "#4a4d52"}, {"gridColor", "#e6e8eb"},
                         {"domainColor", "#9aa0a6"},  {"tickColor", "#9aa0a6"},  {"labelLimit", 260},
                         {"titlePadding", 8}};
    const Object legend = {{"labelFontSize", 12}, {"orient", "top"},          {"direction", "vertical"},
                           {"title", nullptr},    {"labelLimit", 340},        {"offset", 8},
                           {"symbolSize", 120},   {"labelColor", colour::ink}};
    return {{"font", font},
            {"background", "white"},
            {"aria", false},
            {"mark", {{"aria", false}}},  // a name for the whole chart, and a table; not one for each of its marks
            {"axis", axis},
            {"axisX", {{"titleAnchor", "end"}}},  // a long title then runs back under the labels of the rows
            {"legend", legend},
            {"view", {{"stroke", nullptr}}},
            {"text", {{"fontSize", 12}, {"color", colour::ink}}}};
}

Object complete(const Figure& figure) {
    Object spec = figure.spec;
    spec.insert({{"description", printable(figure.finding)}, {"config", config()}});
    if (!spec.contains("width")) {
        spec["width"] = "container";
    }
    spec["autosize"] = {{"type", "fit-x"}, {"contains", "padding"}};
    return spec;
}

std::string without_tags(const std::string& json) {
    std::string safe;
    for (const char c : json) {
        safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
    }
    return safe;
}

}  // namespace

Html json_block(const Attributes& attributes, const boost::json::value& value) {
    Attributes all = {{"type", "application/json"}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    return element("script", all, {Html::trusted(without_tags(boost::json::serialize(value)))});
}

Html figure(const Figure& f, const Subject& s) {
    const std::string label = f.finding + " " + s.say(T::table_beneath);
    const std::string shape = f.wide ? "chart wide" : "chart";
    Html drawing = element("div", {{"id", f.id}, {"class", shape}}, {});
    if (f.wide) {
        drawing = element(
            "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", f.finding}}, {drawing});
    }
    return element(
        "figure", {},
        {element("figcaption", {}, {element("h3", {}, {f.finding}), element("p", {{"class", "reading"}}, {f.reading})}),
         drawing,
         element("details", {{"class", "twin"}, {"data-twin", f.id}},
                 {element("summary", {}, {s.say(T::as_table)}), html_table(f.table, f.finding)}),
         json_block({{"data-chart", f.id}, {"data-label", label}}, complete(f))});
}

Html chart_settings(Lang lang) {
    const bool es = lang == Lang::es;
    const auto names = [&](bool brief) {
        Array all;
        for (int m = 1; m <= 12; ++m) {
            const auto name = month_name(m, lang);
            all.push_back(boost::json::string(brief ? name.substr(0, 3) : name));
        }
        return all;
    };
    const auto words = [&](T key) {
        // Days of the week are not shown; the formats ask for seven of them all the same.
        return Array(7, boost::json::string(text(key, lang)));
    };
    const Object numbers = {{"decimal", es ? "," : "."},  {"thousands", es ? "." : ","},     {"grouping", Array{3}},
                            {"currency", Array{"$", ""}}, {"percent", es ? "\u00a0%" : "%"}, {"minus", "-"}};
    const Object dates = {
        {"dateTime", "%d-%m-%Y %H:%M"}, {"date", "%d-%m-%Y"},         {"time", "%H:%M"},
        {"periods", Array{"AM", "PM"}}, {"days", words(T::day_word)}, {"shortDays", words(T::day_word)},
        {"months", names(false)},       {"shortMonths", names(true)}};
    const auto say = [&](T key) { return boost::json::string(text(key, lang)); };
    const Object menu = {{"PNG_ACTION", say(T::save_png)},
                         {"SVG_ACTION", say(T::save_svg)},
                         {"CLICK_TO_VIEW_ACTIONS", say(T::chart_menu)}};
    return json_block({{"data-settings", ""}}, Object{{"numbers", numbers}, {"dates", dates}, {"words", menu}});
}

Object field(std::string_view name, std::string_view type, const Object& more) {
    Object made = {{"field", name}, {"type", type}};
    for (const auto& [key, value] : more) {
        made[key] = value;
    }
    return made;
}

Object quantity(std::string_view name, std::string_view title, const Object& more) {
    Object made = field(name, "quantitative", more);
    made["title"] = title;
    return made;
}

Object named_colours(std::string_view name, const Array& names, const Array& values) {
    return field(
        name, "nominal",
        {{"scale", {{"domain", names}, {"range", values}}}, {"legend", {{"title", nullptr}, {"symbolOpacity", 1}}}});
}

Object mark_name(const Subject& s, T name) {
    const auto say = [&](T key) { return boost::json::string(s.say(key)); };
    const Array names = {say(T::legend_futures), say(T::legend_error), say(T::legend_mean)};
    const Array colours = {colour::teal, colour::orange, colour::blue};
    return {{"datum", say(name)},
            {"scale", {{"domain", names}, {"range", colours}}},
            {"legend", {{"title", nullptr}, {"symbolType", "square"}, {"symbolOpacity", 0.85}}}};
}

Object signed_axis(int decimals) {
    return {{"format", "+,." + std::to_string(decimals) + "~f"},
            {"labelExpr", "datum.value === 0 ? '0' : datum.label"},
            {"tickCount", 5}};
}

boost::json::value datum(double value) {
    if (!std::isfinite(value)) {
        return nullptr;
    }
    // Six digits are finer than a screen.
    const double size = value == 0 ? 1 : std::pow(10.0, 5 - std::floor(std::log10(std::abs(value))));
    return std::round(value * size) / size;
}

Object ranges(const Subject& s, const Ranges& r) {
    const auto x = [&](const char* name) {
        return quantity(name, r.axis,
                        r.of_differences ? Object{{"axis", signed_axis(1)}}
                                         : Object{{"scale", {{"zero", false}}}, {"axis", {{"tickCount", 5}}}});
    };
    const auto bar = [&](const char* from, const char* to, T name, Object mark) {
        mark["type"] = "rule";
        return Object{{"mark", mark},
                      {"encoding", {{"x", x(from)}, {"x2", {{"field", to}}}, {"color", mark_name(s, name)}}}};
    };
    Array layers = {
        bar("a", "b", T::legend_futures, {{"strokeWidth", 10}, {"opacity", 0.45}}),
        bar("c", "d", T::legend_error, {{"strokeWidth", 3}}),
        Object{{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}}},
               {"encoding", {{"x", x("m")}, {"color", mark_name(s, T::legend_mean)}, {"tooltip", r.tooltip}}}}};
    if (r.of_differences) {
        const Object zero = {{"data", {{"values", Array{Object{{"z", 0}}}}}},
                             {"mark", {{"type", "rule"}, {"color", colour::ink}, {"strokeDash", Array{4, 3}}}},
                             {"encoding", {{"x", x("z")}, {"y", nullptr}}}};
        layers.insert(layers.begin(), zero);
    }
    Object label_axis = {{"grid", true}};
    if (!r.label_breaks_at.empty()) {
        label_axis = {{"labelExpr", "split(datum.label, '" + r.label_breaks_at + "')"},
                      {"domain", false},
                      {"ticks", false},
                      {"labelPadding", 8},
                      {"grid", true}};
    }
    const Object label = field("l", "nominal", {{"sort", nullptr}, {"title", nullptr}, {"axis", label_axis}});
    return {{"data", {{"values", r.rows}}},
            {"height", 34 * r.rows.size()},
            {"encoding", {{"y", label}}},
            {"layer", layers}};
}

}  // namespace aforo::report
