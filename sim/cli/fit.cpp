// aforo fit: proposes a distribution for observed lengths of time.
#include "aforo/experiment/fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "aforo/render/format.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/page.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/scenario/csv.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/told/documents.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "new_file.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string file, column, unit, key, page;
    bool json = false;
};

constexpr const char* default_key = "attention.duration";

[[noreturn]] void refuse_file(const std::string& file, int line, int column, const std::string& what) {
    print_err("{}:{}:{}: error: {}\n", core::escaped(file), line, column, what);
    throw WrongInput{};
}

// The column of that name, in whichever spelling.
std::size_t column_of(const scenario::Csv& csv, const std::string& name, core::Lang lang) {
    std::string all;
    for (std::size_t i = 0; i < csv.header.size(); ++i) {
        if (scenario::folded(csv.header[i].text) == scenario::folded(name)) return i;
        all += (all.empty() ? "" : ", ") + core::escaped(csv.header[i].text);
    }
    refuse_file(csv.file, csv.header.front().place.line, 1,
                fmt::format(fmt::runtime(core::in(lang, "no hay una columna «{}»; tiene: {}",
                                                  "there is no column '{}'; it has: {}")),
                            core::escaped(name), all));
}

// min, h or days, from the name of a column where it says so.
std::optional<std::string> unit_of(const std::string& column) {
    const std::string name = scenario::folded(column);
    for (const auto& [word, unit] :
         {std::pair{"minut", "min"}, {"hor", "h"}, {"hour", "h"}, {"dia", "days"}, {"day", "days"}}) {
        if (name.find(word) != std::string::npos) return unit;
    }
    return std::nullopt;
}

// The key that takes the distribution: the one asked for, or the only one of a file with a column of keys
// (data.durations). Keeps the rows of that key.
std::string keep_key(scenario::Csv& csv, const std::string& asked, core::Lang lang) {
    for (std::size_t i = 0; i < csv.header.size(); ++i) {
        const std::string name = scenario::folded(csv.header[i].text);
        if (csv.rows.empty() || (name != "clave" && name != "key")) continue;
        const std::string key = asked.empty() ? csv.rows.front()[i].text : asked;
        const auto removed = std::erase_if(csv.rows, [&](const auto& row) { return row[i].text != key; });
        if (removed > 0 && asked.empty())
            refuse_file(csv.file, csv.header[i].place.line, csv.header[i].place.column,
                        std::string(core::in(lang, "tiene varias claves; diga cuál con --key",
                                             "has several keys; say which with --key")));
        return key;
    }
    return asked.empty() ? default_key : asked;
}

std::string json_of(const results::Fit& f) {
    static constexpr std::array names = {"exponential", "gamma", "lognormal", "weibull", "empirical"};
    std::string text = fmt::format(
        "{{\n\"file\": {}, \"column\": {}, \"key\": {}, \"unit\": \"{}\", \"values\": {}, \"zeros\": {}, \"mean\": {}, "
        "\"cv\": {},\n\"proposed\": \"{}\",\n\"families\": [",
        render::json_text(f.file), render::json_text(f.column), render::json_text(f.key), f.unit, f.values, f.zeros,
        render::shortest(f.mean), render::shortest(f.cv),
        names.at(static_cast<std::size_t>(f.families[f.proposed].family)));
    const auto number = [](double v) { return std::isfinite(v) ? render::shortest(v) : "null"; };
    const char* separator = "\n";
    for (const auto& one : f.families) {
        const bool is_fitted = one.family != results::Family::empirical;
        text += fmt::format(
            "{}{{\"family\": \"{}\", \"mean\": {}, \"cv\": {}, \"log_likelihood\": {}, \"aic\": {}, \"bic\": {}, "
            "\"ks\": {}, \"anderson_darling\": {}, \"yaml\": {}}}",
            separator, names.at(static_cast<std::size_t>(one.family)), number(one.mean), number(one.cv),
            number(one.log_likelihood), number(one.aic), number(one.bic), is_fitted ? number(one.distance) : "0",
            is_fitted ? number(one.tails) : "null", one.yaml.empty() ? "null" : render::json_text(one.yaml));
        separator = ",\n";
    }
    return text + "\n]\n}\n";
}

int fit(const Arguments& a, core::Lang lang) {
    const scenario::Key language = scenario::language();
    const auto* key = scenario::find(language, a.key.empty() ? default_key : a.key);
    const bool takes_one = key && (key->type.name == "distribution" ||
                                   std::any_of(key->type.of.begin(), key->type.of.end(),
                                               [](const auto& t) { return t.name == "distribution"; }));
    if (!takes_one) {
        print_err("aforo: --key {}: {}\n", core::escaped(a.key),
                  core::in(lang, "no es una clave que tome una distribución", "is no key that takes a distribution"));
        return wrong_input;
    }
    auto read = scenario::read_csv(a.file, lang);
    for (const auto& d : read.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!read.csv) return wrong_input;
    scenario::Csv& csv = *read.csv;
    const std::string taken_by = keep_key(csv, a.key, lang);
    const std::size_t column = column_of(csv, a.column, lang);
    auto values = scenario::numbers_of(csv, column, lang);
    for (const auto& d : values.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!values.diagnostics.empty()) return wrong_input;
    const auto unit = a.unit.empty() ? unit_of(a.column) : a.unit;
    const int line = csv.header[column].place.line, at = csv.header[column].place.column;
    if (!unit) {
        refuse_file(a.file, line, at,
                    std::string(core::in(lang, "no se sabe su unidad; dígala con --unit min, h o days",
                                         "its unit is not known; say it with --unit min, h or days")));
    }
    const auto above = std::count_if(values.values.begin(), values.values.end(), [](double v) { return v > 0; });
    const auto ends = std::minmax_element(values.values.begin(), values.values.end());
    if (above < static_cast<std::ptrdiff_t>(experiment::fewest_to_fit)) {
        refuse_file(a.file, line, at,
                    fmt::format(fmt::runtime(core::in(lang, "tiene {} valores sobre 0, y hacen falta {}",
                                                      "has {} values above 0, and it takes {}")),
                                above, experiment::fewest_to_fit));
    }
    if (*ends.first < 0) {
        refuse_file(a.file, line, at, std::string(core::in(lang, "tiene valores negativos", "has negative values")));
    }
    double least = *ends.second;
    for (const double v : values.values) least = v > 0 ? std::min(least, v) : least;
    if (least == *ends.second) {
        refuse_file(a.file, line, at,
                    fmt::format(fmt::runtime(core::in(lang, "todos los valores son {0}: escriba {0} {1}",
                                                      "all values are {0}: write {0} {1}")),
                                least, *unit));
    }
    results::Fit result = experiment::fit(std::move(values.values), *unit);
    result.file = std::filesystem::path(a.file).filename().string();
    result.column = csv.header[column].text;
    result.key = taken_by;
    const auto document = told::fit(result, lang);
    if (!a.page.empty()) write_new(a.page, render::page(document), lang);
    print_out("{}", a.json ? json_of(result) : render::text(document));
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("archivo", "file", a->file, "Archivo CSV con una fila por observación",
               "CSV file with a row for each observation")
        ->required();
    o.option("--column", a->column, o.text("COLUMNA", "COLUMN"), "La columna de las duraciones: minutes",
             "The column of the lengths of time: minutes")
        ->required();
    o.option("--unit", a->unit, "min|h|days", "Su unidad; por omisión, la que dice su nombre",
             "Its unit; unless given, the one that its name says")
        ->check(one_of({"min", "h", "days"}, o.lang()));
    o.option(
        "--key", a->key, o.text("CLAVE", "KEY"),
        "La clave que la toma, attention.duration si no se dice; de un archivo con una columna clave, solo sus filas",
        "The key that takes it, attention.duration unless given; of a file with a column key, only its rows");
    o.option("--page", a->page, o.text("ARCHIVO.html", "FILE.html"), "Guarda además una página con el gráfico",
             "Also saves a page with the chart");
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return fit(*a, lang); };
}

}  // namespace

const Command fit_command{
    "fit", "Propone una distribución para duraciones observadas, con su ajuste y el YAML para pegar",
    "Proposes a distribution for observed lengths of time, with its fit and the YAML to paste", options};

}  // namespace aforo::cli
