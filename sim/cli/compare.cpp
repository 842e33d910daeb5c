#include "compare.hpp"

#include <fmt/core.h>

#include <cmath>

#include "aforo/core/version.hpp"
#include "aforo/experiment/compare.hpp"
#include "aforo/report/estimate.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/store/folder.hpp"

namespace aforo::cli {

namespace {

constexpr std::array headline = {"beneficiaries",    "attended_persons", "admissions", "graduates", "withdrawn",
                                 "waiting_year_end", "wait_days_mean",   "spending",   "unit_cost"};

std::string change(const results::Difference& d, const report::EstimateFormat& format, report::Shape shape,
                   core::Lang lang) {
    if (d.value.n == 0) return std::string(report::undefined_mark);
    if (d.value.mean == 0 && d.value.sd == 0) return "=";
    if (std::abs(d.value.mean) <= d.value.half_width)
        return std::string(core::in(lang, "no se distingue", "cannot be told"));
    return (d.value.mean > 0 ? "+" : "") + format.mean_and_half_width(&d.value, shape);
}

std::string table_of(const results::Comparison& c, const results::Alternative& a, core::Lang lang) {
    using report::Align;
    const report::EstimateFormat format(lang, c.replications);
    const report::Format numbers(lang);
    const auto in = [&](const char* es, const char* en) { return std::string(core::in(lang, es, en)); };
    report::Table table({{in("Medida", "Measure"), Align::left, 34},
                         {in("Año", "Year")},
                         {"Base"},
                         {in("Alternativa", "Alternative")},
                         {in("Diferencia", "Difference")},
                         {"%"},
                         {in("Ganancia", "Gain")}});
    for (const char* measure : headline) {
        bool first = true;
        for (const auto& d : a.differences) {
            if (d.measure != measure || d.level != results::Level::programme) continue;
            const report::Shape shape =
                d.unit == "days" ? report::Shape{report::Kind::number, 1} : report::shape_of_unit(d.unit);
            const bool is_told = std::abs(d.value.mean) > d.value.half_width && d.base.mean != 0;
            table.row({first ? std::string(report::metric_label(measure, lang)) : "", std::to_string(d.year),
                       format.mean(&d.base, shape), format.mean(&d.alternative, shape), change(d, format, shape, lang),
                       is_told ? numbers.signed_percent(d.value.mean / d.base.mean) : "",
                       std::isfinite(d.gain) ? numbers.number(d.gain, 1) : ""});
            first = false;
        }
    }
    return table.str();
}

}  // namespace

int compare(const CompareArguments& a, core::Lang lang) {
    std::vector<scenario::Scenario> scenarios;
    for (const auto& file : a.files) scenarios.push_back(read_or_explain(file, lang));
    experiment::Options options;
    options.seed = a.seed.value_or(scenarios.front().experiment.seed);
    options.replications = a.replications.value_or(scenarios.front().experiment.replications);
    options.threads = a.threads;
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();
    experiment::Compared compared = experiment::compare(scenarios, options);
    results::Comparison& comparison = compared.comparison;
    comparison.version = core::version;
    if (comparison.alternatives.empty()) return interrupted;

    const std::string json = report::differences_json(comparison);
    store::PendingFolder folder(std::filesystem::path(a.out) / store::slug(comparison.scenario));
    folder.add("differences.json", json);
    const std::string where = folder.commit("compare").string();
    if (a.json) {
        fmt::print("{}", json);
    } else {
        for (const auto& alternative : comparison.alternatives) {
            fmt::print("\n«{}» {} «{}»\n\n{}", alternative.scenario, core::in(lang, "frente a", "against"),
                       comparison.scenario, table_of(comparison, alternative, lang));
        }
        fmt::print(
            "\n{}\n\n{} {}\n",
            core::in(lang,
                     " Diferencia: de las mismas réplicas, con los mismos números aleatorios, ± el semiancho del\n"
                     " intervalo de 95 % de todas las alternativas en conjunto; = si no cambia en nada. Ganancia:\n"
                     " cuántas veces más réplicas harían falta sin números comunes.",
                     " Difference: of the same replications, with the same random numbers, ± the half-width of the\n"
                     " 95 % interval of all alternatives together; = where nothing changes. Gain: how many times\n"
                     " more replications it would take without common numbers."),
            core::in(lang, "Resultados en", "Results in"), where);
    }
    return comparison.alternatives.size() + 1 < scenarios.size() ? interrupted : done;
}

}  // namespace aforo::cli
