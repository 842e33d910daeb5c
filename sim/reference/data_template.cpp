#include "aforo/reference/data_template.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "aforo/scenario/staffing.hpp"

namespace aforo::reference {

namespace {

using core::in;
using core::Lang;
using scenario::DataColumn;
using scenario::DataKind;
using scenario::Scenario;

class Template {
public:
    Template(Lang lang) : lang_(lang), separator_(lang == Lang::es ? ';' : ',') {}

    void comment(const std::string& text) { line({text.empty() ? "#" : "# " + text}); }
    void line(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out_ += separator_;
            out_ += scenario::csv_cell(cells[i], separator_);
        }
        out_ += "\r\n";
    }
    // A number without thousands separators, with the decimal mark of the language.
    [[nodiscard]] std::string number(double value) const {
        std::string text = fmt::format("{}", value);
        if (const auto point = text.find('.'); point != std::string::npos && lang_ == Lang::es) text[point] = ',';
        return text;
    }
    [[nodiscard]] std::string say(std::string_view es, std::string_view en) const {
        return std::string(in(lang_, es, en));
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    Lang lang_;
    char separator_;
    std::string out_ = "\xEF\xBB\xBF";
};

void describe(Template& t, const scenario::DataSchema& schema, Lang lang) {
    t.comment(std::string(schema.meaning.in(lang)) + ".");
    for (const DataColumn& c : schema.columns) {
        const std::string need = c.need == DataColumn::Need::optional ? t.say(" (puede faltar)", " (may be left out)")
                                 : c.need == DataColumn::Need::one_of ? t.say(" (una y solo una de las marcadas así)",
                                                                              " (one and only one of those marked so)")
                                                                      : "";
        t.comment(fmt::format("  {}{}: {}", c.name.in(lang), need, c.meaning.in(lang)));
    }
    t.comment(t.say("Otras columnas no se admiten, ni nada que parezca un RUT: no hacen falta datos personales.",
                    "No other columns are allowed, nor anything like a RUT: no personal data is needed."));
    t.comment(
        t.say("En Excel: complete las filas y guarde como «CSV UTF-8 (delimitado por comas)»; un .xlsx no se lee.",
              "In Excel: fill in the rows and save as “CSV UTF-8 (comma delimited)”; an .xlsx is not read."));
    t.comment(fmt::format("{} data: {{{}: {}.csv}}",
                          t.say("En el escenario, en su misma carpeta:", "In the scenario, in the same folder:"),
                          schema.key, schema.name.in(lang)));
    t.comment(t.say("Estas líneas que empiezan con # no se leen.", "These lines that begin with # are not read."));
}

std::string name_of(DataKind kind, std::size_t column, Lang lang) {
    return std::string(scenario::schema_of(kind).columns[column].name.in(lang));
}

void arrivals(Template& t, const Scenario* s, Lang lang) {
    const auto name = [&](std::size_t i) { return name_of(DataKind::arrivals, i, lang); };
    const int year = s ? s->horizon.first_year : 2024;
    if (!s) {
        t.line({name(0), name(3)});
        for (int m = 1; m <= 12; ++m) t.line({fmt::format("{}-{:02}", year, m), ""});
        return;
    }
    t.line({name(0), name(2), name(3)});
    const auto rows = [&](int id) {
        for (int m = 1; m <= 12; ++m) t.line({fmt::format("{}-{:02}", year, m), fmt::format("{}", id), ""});
    };
    for (const auto& [id, centre] : s->network.centres) {
        t.comment(centre.name);
        rows(id);
    }
    for (const auto& [id, satellite] : s->network.satellites) {
        t.comment(satellite.name);
        rows(id);
    }
}

void centres(Template& t, const Scenario* s, Lang lang) {
    const auto name = [&](std::size_t i) { return name_of(DataKind::centres, i, lang); };
    t.line({name(0), name(1), name(2), name(3)});
    if (!s) {
        t.line({"1", "", "", ""});
        return;
    }
    const auto advisors = scenario::centre_advisors(*s, core::new_year(s->horizon.first_year));
    std::size_t i = 0;
    for (const auto& [id, centre] : s->network.centres)
        t.line({fmt::format("{}", id), centre.name, t.number(centre.weight), t.number(advisors[i++])});
    for (const auto& [id, satellite] : s->network.satellites)
        t.line({fmt::format("{}", id), satellite.name, "", fmt::format("{}", satellite.advisors)});
}

void durations(Template& t, Lang lang) {
    t.line({name_of(DataKind::durations, 0, lang), name_of(DataKind::durations, 1, lang)});
    for (int i = 0; i < 3; ++i) t.line({"attention.duration", ""});
}

void budget(Template& t, const Scenario* s, Lang lang) {
    const auto name = [&](std::size_t i) { return name_of(DataKind::budget, i, lang); };
    t.line({name(0), name(1), name(2)});
    const int first = s ? s->horizon.first_year : 2024, last = s ? s->horizon.last_year : 2024;
    static constexpr std::array<core::Text, 4> components = {{{"atención", "attention"},
                                                              {"asesoría", "advisory"},
                                                              {"alianzas", "alliances"},
                                                              {"administración", "administration"}}};
    for (std::size_t c = 0; c < components.size(); ++c) {
        for (int year = first; year <= last; ++year) {
            const double now = s ? static_cast<double>(scenario::appropriations(*s, year)[c].in_pesos()) / 1000 : 0;
            t.line({std::string(components[c].in(lang)), fmt::format("{}", year), s ? t.number(now) : ""});
        }
    }
}

void published(Template& t, const Scenario* s, Lang lang) {
    const auto name = [&](std::size_t i) { return name_of(DataKind::published, i, lang); };
    t.line({name(0), name(1), name(2)});
    for (const char* component : {"attention", "advisory", "alliances"}) {
        t.line({fmt::format("{}.production", component), "", ""});
        t.line({fmt::format("{}.spending", component), "", "M$"});
    }
    t.line({"administration", "", "M$"});
    const int first = s ? s->horizon.first_year : 2024, last = s ? s->horizon.last_year : 2024;
    for (int year = first; year <= last; ++year) t.line({fmt::format("beneficiaries.{}", year), "", ""});
}

void executed(Template& t, const Scenario* s, Lang lang) {
    const auto& columns = scenario::schema_of(DataKind::executed).columns;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) names.push_back(name_of(DataKind::executed, i, lang));
    t.comment(t.say("Borre las filas de los meses que aún no pasan.", "Remove the rows of months that are not over."));
    const int year = s ? s->horizon.first_year : 2025;
    if (s)
        t.comment(t.say(fmt::format("Asesores y orientadores son los que el escenario dice para {}: si pone otro año, "
                                    "cámbielos, o déjelos en blanco para que sean los del escenario.",
                                    year),
                        fmt::format("Advisors and attention staff are the scenario's of {}: for another year change "
                                    "them, or leave them blank for those of the scenario.",
                                    year)));
    t.line(names);
    for (int m = 1; m <= 12; ++m) {
        std::vector<std::string> row(columns.size());
        row[0] = fmt::format("{}-{:02}", year, m);
        if (s) {
            const auto day = core::date(year, static_cast<unsigned>(m), 1);
            row[8] = fmt::format("{}", scenario::national_advisors(*s, day));
            row[9] = t.number(scenario::attention_staff(*s, day));
        }
        t.line(row);
    }
}

}  // namespace

std::string data_template(DataKind kind, const Scenario* scenario, Lang lang) {
    Template t(lang);
    describe(t, scenario::schema_of(kind), lang);
    switch (kind) {
        case DataKind::arrivals:
            arrivals(t, scenario, lang);
            break;
        case DataKind::centres:
            centres(t, scenario, lang);
            break;
        case DataKind::durations:
            durations(t, lang);
            break;
        case DataKind::budget:
            budget(t, scenario, lang);
            break;
        case DataKind::published:
            published(t, scenario, lang);
            break;
        case DataKind::executed:
            executed(t, scenario, lang);
            break;
    }
    return t.take();
}

}  // namespace aforo::reference
