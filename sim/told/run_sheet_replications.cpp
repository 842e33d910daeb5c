// The value of every replication, with the estimates computed from them by formulas of the workbook.
#include <array>

#include "run_parts.hpp"
#include "sheet_cells.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

struct Sample {
    std::string title;
    std::span<const double> values;
    Figure figure;
};

std::vector<Sample> samples_of(const Subject& s) {
    std::vector<Sample> samples;
    for (const auto measure : views::replications) {
        for (const int year : s.run.years) {
            // Totals are kept for the programme or for all components.
            for (const auto level : {Level::programme, Level::component}) {
                const auto values = s.figures.index().samples({measure, year, level});
                if (values.empty()) continue;
                const std::string unit = s.run.column(measure)->unit.starts_with("M$") ? " (M$)" : "";
                samples.push_back(
                    {s.label(measure) + unit + " " + year_label(year), values, s.figures.find({measure, year, level})});
                break;
            }
        }
    }
    return samples;
}

// A formula over the cells of a column: `around` holds the texts before, between and after the cell ranges.
struct Statistic {
    Text label;
    std::vector<std::string> around;
    double results::Estimate::*value;
    bool is_error = false;
};

// TINV is two-tailed.
std::vector<Statistic> statistics() {
    using results::Estimate;
    return {
        {{"Promedio", "Mean"}, {"=AVERAGE(", ")"}, &Estimate::mean},
        {words::half_width, {"=TINV(0.05,COUNT(", ")-1)*STDEV(", ")/SQRT(COUNT(", "))"}, &Estimate::half_width, true},
        {words::p10, {"=PERCENTILE(", ",0.1)"}, &Estimate::p10},
        {{"Mediana", "Median"}, {"=PERCENTILE(", ",0.5)"}, &Estimate::p50},
        {words::p90, {"=PERCENTILE(", ",0.9)"}, &Estimate::p90}};
}

Formula formula_of(const Statistic& statistic, const Sample& sample, const Reference& cells) {
    std::vector<Formula::Part> parts;
    for (const auto& text : statistic.around) {
        if (!parts.empty()) parts.emplace_back(cells);
        parts.emplace_back(text);
    }
    const Shape shape = sheet_shape(sample.figure.shape);
    return live(std::move(parts), sample.figure.estimate->*statistic.value,
                statistic.is_error ? error_shape(shape) : shape);
}

Table table_of(const Subject& s, const std::vector<Sample>& samples) {
    constexpr Text replication{"Réplica", "Replication"};
    Table table{{s.left(replication)}};
    for (const auto& sample : samples) table.columns.push_back({sample.title});
    const std::size_t count = samples.empty() ? 0 : samples.front().values.size();
    for (std::size_t r = 0; r < count; ++r) {
        std::vector<Sentence> cells = {sayable(r)};
        for (const auto& sample : samples) cells.push_back(number(sample.values[r], sheet_shape(sample.figure.shape)));
        table.row(std::move(cells));
    }
    if (count == 0) return table;
    for (const auto& statistic : statistics()) {
        std::vector<Sentence> cells = {s.say(statistic.label)};
        for (std::size_t c = 0; c < samples.size(); ++c)
            cells.push_back(sayable(formula_of(statistic, samples[c], down(0, c + 1, 0, count - 1))));
        table.total(std::move(cells));
    }
    return table;
}

}  // namespace

Section replication_sheet(const Subject& s) {
    constexpr Text note{
        "Una fila por réplica, desde la 0. Abajo, el promedio, el semiancho de su intervalo de 95 % y los percentiles, "
        "con fórmulas vivas: dan lo que muestran las otras hojas.",
        "One row a replication, from 0. Below, the mean, the half-width of its 95% interval and the percentiles, by "
        "live formulas: they give what the other sheets show."};
    return {.id = "hoja-replicas",
            .title = in(sheets::replications, s.lang),
            .blocks = {Paragraph{s.say(note)}, Tabled{table_of(s, samples_of(s)), {}, Media::workbook, true}},
            .media = Media::workbook,
            .sheet = in(sheets::replications, s.lang),
            .is_annex = true};
}

}  // namespace aforo::told
