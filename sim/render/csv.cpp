#include "aforo/render/csv.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "aforo/render/format.hpp"
#include "aforo/results/components.hpp"
#include "aforo/results/groups.hpp"
#include "cells.hpp"
#include "csv.hpp"
#include "utf8.hpp"

namespace aforo::render {

namespace {

struct Dialect {
    char separator;
    char decimal;
    bool for_spreadsheets;  // neutralises texts that look like formulas
};

constexpr Dialect machine = {',', '.', false};
constexpr Dialect excel_in_spanish = {';', ',', true};

std::string quoted(const std::string& text, const Dialect& dialect) {
    const bool formula = dialect.for_spreadsheets && !text.empty() &&
                         std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    std::string safe = formula ? "'" + text : text;
    const auto asks_for_quotes = [&](char c) { return c == '"' || c == '\r' || c == '\n' || c == dialect.separator; };
    if (std::none_of(safe.begin(), safe.end(), asks_for_quotes)) return safe;
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
    for (const auto& field : fields) {
        out += field;
        out += dialect.separator;
    }
    if (!out.empty()) out.pop_back();
    return out += "\r\n";
}

// The names for ids.
class Names {
public:
    Names(const results::Run& run, Lang lang) : lang_(lang) {
        for (const auto& office : run.offices) offices_[office.id] = office.name;
        for (const auto& region : run.regions) regions_[region.id] = region.name;
    }
    // Empty for the programme and for unknown ids.
    [[nodiscard]] std::string of(const results::Row& row) const {
        const auto found = [&](const auto& names) {
            const auto name = names.find(row.id);
            return name == names.end() ? std::string() : name->second;
        };
        if (row.level == results::Level::office) return found(offices_);
        if (row.level == results::Level::region) return found(regions_);
        if (std::string group = results::group_name(row.id, lang_); !group.empty()) return group;
        const auto* component = results::find_component(row.id);
        return component == nullptr ? "" : std::string(core::in(lang_, component->es, component->en));
    }

private:
    Lang lang_;
    std::map<std::string, std::string> offices_, regions_;
};

// The metric's texts and the name of its id, then its numbers; year (and month) in between, as in the header.
std::string metric_line(const results::Row& row, const std::string& metric, const std::string& unit,
                        const std::string& level, const Names& names, const Dialect& d) {
    const auto& e = row.value;
    const std::string month = row.month > 0 ? d.separator + std::to_string(row.month) : "";
    return line({quoted(metric, d), quoted(unit, d), std::to_string(row.year) + month, quoted(level, d),
                 quoted(row.id, d), quoted(names.of(row), d), std::to_string(e.n), number(e.mean, d), number(e.sd, d),
                 number(e.half_width, d), number(e.p10, d), number(e.p50, d), number(e.p90, d)},
                d);
}

std::string machine_line(const std::vector<results::Column>& columns, const results::Row& row, const Names& names) {
    const auto& column = columns.at(static_cast<std::size_t>(row.column));
    return metric_line(row, column.name, column.unit, results::level_names.at(static_cast<std::size_t>(row.level)),
                       names, machine);
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
    std::string csv = "metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90\r\n";
    const Names names(run, Lang::es);
    for (const auto& row : run.rows) csv += machine_line(run.columns, row, names);
    return csv;
}

std::string series_csv(const results::Run& run) {
    std::string csv = "metric,unit,year,month,level,id,name,n,mean,sd,half_width,p10,p50,p90\r\n";
    const Names names(run, Lang::es);
    for (const auto& row : run.series) {
        if (row.level != results::Level::office) csv += machine_line(run.columns, row, names);
    }
    return csv;
}

std::string resultados_csv(const results::Run& run) {
    std::string csv = "\xEF\xBB\xBFmedida;unidad;año;nivel;id;nombre;n;media;desv_est;semiancho_95;p10;p50;p90\r\n";
    const Names names(run, Lang::es);
    for (const auto& row : run.rows) {
        const auto& column = run.columns.at(static_cast<std::size_t>(row.column));
        csv += metric_line(row, printable(column.label.es.empty() ? column.name : column.label.es),
                           unit_in_spanish(column.unit), levels_in_spanish.at(static_cast<std::size_t>(row.level)),
                           names, excel_in_spanish);
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

void sweep_csv(const results::Sweep& sweep, const core::Out& out) {
    std::string header;
    for (const auto& axis : sweep.axes) {
        header += quoted(axis.path, machine) + ",";
        for (const auto& other : axis.also) header += quoted(other.path, machine) + ",";
    }
    out(header + "metric,unit,year,level,id,name,n,mean,sd,half_width,p10,p50,p90\r\n");
    const Names names(sweep.run, Lang::es);
    for (const auto& point : sweep.points) {
        std::string values;
        for (std::size_t a = 0; a < sweep.axes.size(); ++a) {
            values += quoted(sweep.axes[a].values[point.at[a]], machine) + ",";
            for (const auto& other : sweep.axes[a].also) values += quoted(other.values[point.at[a]], machine) + ",";
        }
        for (const auto& row : point.rows) out(values + machine_line(sweep.run.columns, row, names));
    }
}

namespace {

// A cell for a spreadsheet: a number unrounded, in % if that is its unit; otherwise the text as it reads.
std::string field_of(const document::Sentence& sentence, const Cells& cells) {
    const auto& d = excel_in_spanish;
    const auto scaled = [&](double value, results::Shape shape) {
        return number(shape.is_percent() ? value * 100 : value, d);
    };
    if (sentence.pieces().size() == 1) {
        const document::Cell& cell = sentence.pieces().front();
        if (const auto* v = std::get_if<document::Value>(&cell)) return scaled(v->value, v->shape);
        if (const auto* f = std::get_if<document::Formula>(&cell)) return scaled(f->value, f->shape);
        if (const auto* e = std::get_if<document::Estimated>(&cell)) {
            using Show = document::Estimated::Show;
            if (e->show == Show::mean) return scaled(e->value.mean, e->shape);
            if (e->show == Show::half_width) return scaled(e->value.half_width, e->shape);
        }
    }
    return quoted(cells.text(sentence), d);
}

std::string table_csv(const document::Table& table, const Cells& cells) {
    std::vector<std::string> titles;
    for (const auto& column : table.columns) titles.push_back(quoted(printable(column.title), excel_in_spanish));
    std::string csv = "\xEF\xBB\xBF" + line(titles, excel_in_spanish);
    for (const auto& row : table.rows) {
        if (row.kind != document::Row::Kind::cells && row.kind != document::Row::Kind::total) continue;
        std::vector<std::string> fields;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            fields.push_back(c < row.cells.size() ? field_of(row.cells[c], cells) : "");
        csv += line(fields, excel_in_spanish);
    }
    return csv;
}

}  // namespace

std::vector<File> table_files(const document::Document& document) {
    const Cells cells(document);
    std::vector<File> files;
    for (const auto& section : document.sections) {
        if (section.file.empty()) continue;
        for (const auto& block : section.blocks) {
            const auto* tabled = std::get_if<document::Tabled>(&block);
            if (tabled != nullptr && tabled->is_main) files.push_back({section.file, table_csv(tabled->table, cells)});
        }
    }
    return files;
}

}  // namespace aforo::render
