#include "aforo/render/csv.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "aforo/render/format.hpp"
#include "csv.hpp"
#include "utf8.hpp"

namespace aforo::render {

namespace {

struct Dialect {
    char separator;
    char decimal;
    bool for_spreadsheets;  // neutralise what looks like a formula
};

constexpr Dialect machine = {',', '.', false};
constexpr Dialect excel_in_spanish = {';', ',', true};

std::string quoted(const std::string& text, const Dialect& dialect) {
    const bool formula = dialect.for_spreadsheets && !text.empty() &&
                         std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    std::string safe = formula ? "'" + text : text;
    if (safe.find_first_of(std::string("\"\r\n") + dialect.separator) == std::string::npos) {
        return safe;
    }
    std::string field = "\"";
    for (const char c : safe) {
        field += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return field + "\"";
}

std::string number(double value, const Dialect& dialect) {
    std::string text = std::isfinite(value) ? shortest(value) : "";
    std::replace(text.begin(), text.end(), '.', dialect.decimal);
    return text;
}

std::string line(const std::vector<std::string>& fields, const Dialect& dialect) {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out += (i == 0 ? "" : std::string(1, dialect.separator)) + fields[i];
    }
    return out + "\r\n";
}

// The four texts of a metric, then its numbers; `year` between them as the headers say.
std::string metric_line(const results::Row& row, const std::string& metric, const std::string& unit,
                        const std::string& level, const Dialect& d) {
    const auto& e = row.value;
    const std::string month = row.month > 0 ? d.separator + std::to_string(row.month) : "";
    return line({quoted(metric, d), quoted(unit, d), std::to_string(row.year) + month, quoted(level, d),
                 quoted(row.id, d), std::to_string(e.n), number(e.mean, d), number(e.sd, d), number(e.half_width, d),
                 number(e.p10, d), number(e.p50, d), number(e.p90, d)},
                d);
}

std::string machine_line(const results::Run& run, const results::Row& row) {
    const auto& column = run.columns.at(static_cast<std::size_t>(row.column));
    return metric_line(row, column.name, column.unit, results::level_names.at(static_cast<std::size_t>(row.level)),
                       machine);
}

constexpr std::array units_in_spanish = {std::pair{"persons", "personas"},
                                         std::pair{"enterprises", "empresas"},
                                         std::pair{"ratio", "proporción"},
                                         std::pair{"days", "días"},
                                         std::pair{"day of year", "día del año"},
                                         std::pair{"months", "meses"},
                                         std::pair{"sessions", "sesiones"},
                                         std::pair{"linkages", "vinculaciones"},
                                         std::pair{"alliances", "alianzas"},
                                         std::pair{"hours", "horas"},
                                         std::pair{"plans", "planes"}};
// In the order of Level.
constexpr std::array levels_in_spanish = {"programa", "región", "centro", "grupo", "componente"};
static_assert(levels_in_spanish.size() == results::level_names.size());

std::string unit_in_spanish(const std::string& unit) {
    for (const auto& [word, spanish] : units_in_spanish) {
        if (unit == word) return spanish;
    }
    return unit;
}

}  // namespace

std::string csv_text(const std::string& text) { return quoted(text, machine); }
std::string csv_line(const std::vector<std::string>& fields) { return line(fields, machine); }

std::string results_csv(const results::Run& run) {
    std::string csv = "metric,unit,year,level,id,n,mean,sd,half_width,p10,p50,p90\r\n";
    for (const auto& row : run.rows) csv += machine_line(run, row);
    return csv;
}

std::string series_csv(const results::Run& run) {
    std::string csv = "metric,unit,year,month,level,id,n,mean,sd,half_width,p10,p50,p90\r\n";
    for (const auto& row : run.series) {
        if (row.level != results::Level::office) csv += machine_line(run, row);
    }
    return csv;
}

std::string resultados_csv(const results::Run& run) {
    std::string csv = "\xEF\xBB\xBFmedida;unidad;año;nivel;id;n;media;desv_est;semiancho_95;p10;p50;p90\r\n";
    for (const auto& row : run.rows) {
        const auto& column = run.columns.at(static_cast<std::size_t>(row.column));
        csv += metric_line(row, printable(column.label.es.empty() ? column.name : column.label.es),
                           unit_in_spanish(column.unit), levels_in_spanish.at(static_cast<std::size_t>(row.level)),
                           excel_in_spanish);
    }
    return csv;
}

std::string limits_csv(const std::vector<const results::Run*>& runs) {
    std::string csv = "scenario,office,name,year,month,limit,share,half_width\r\n";
    for (const auto* run : runs) {
        std::map<std::string, std::string> names;
        for (const auto& office : run->offices) names[office.id] = office.name;
        for (const auto& row : run->series) {
            const std::string& name = run->columns.at(static_cast<std::size_t>(row.column)).name;
            if (row.level != results::Level::office || !name.starts_with("limit_")) continue;
            csv += line({quoted(run->scenario, machine), quoted(row.id, machine), quoted(names[row.id], machine),
                         std::to_string(row.year), std::to_string(row.month), quoted(name.substr(6), machine),
                         number(row.value.mean, machine), number(row.value.half_width, machine)},
                        machine);
        }
    }
    return csv;
}

std::string sweep_csv(const results::Sweep& sweep) {
    std::string csv;
    for (const auto& axis : sweep.axes) csv += quoted(axis.path, machine) + ",";
    csv += "metric,unit,year,level,id,n,mean,sd,half_width,p10,p50,p90\r\n";
    for (const auto& point : sweep.points) {
        std::string values;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a)
            values += quoted(sweep.axes[a].values[point.at[a]], machine) + ",";
        for (const auto& row : point.run.rows) csv += values + machine_line(point.run, row);
    }
    return csv;
}

}  // namespace aforo::render
