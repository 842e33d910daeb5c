#include "limits_in_time.hpp"

#include <optional>

#include "aforo/results/index.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "limits.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using results::Level;
using results::Run;

namespace {

// The mean over the days of a quarter, of the months that have one, 0 where the run does not have the measure. Executed
// months have none; nothing where all are.
std::optional<double> mean_of_quarter(const results::Index& index, const std::string& measure,
                                      const std::string& office, int year, int quarter) {
    double sum = 0;
    int months = 0;
    for (int month = 3 * quarter - 2; month <= 3 * quarter; ++month) {
        const auto* e = index.estimate({measure, year, Level::office, office, month});
        if (e != nullptr && e->n == 0) continue;
        sum += e == nullptr ? 0 : e->mean;
        ++months;
    }
    return months == 0 ? std::nullopt : std::optional(sum / months);
}

Sentence bound_centres(const Run& run, const results::Index& index, const std::string& limit, int year, int quarter) {
    int bound = 0;
    bool is_known = run.offices.empty();
    for (const auto& office : run.offices) {
        if (office.kind != "centre") continue;
        const auto mean = mean_of_quarter(index, "limit_" + limit, office.id, year, quarter);
        is_known = is_known || mean.has_value();
        bound += mean.value_or(0) > 0.5;
    }
    return is_known ? sayable(bound) : Cell(document::count(results::undefined));
}

}  // namespace

Section limits_by_quarter(const std::vector<const Run*>& runs, Lang lang) {
    constexpr Text title{"Centros en que falta más de la mitad de los días",
                         "Centres at which it lacks on more than half of the days"};
    constexpr Text title_of_two{"Centros en que falta más de la mitad de los días, base → alternativa",
                                "Centres at which it lacks on more than half of the days, base → alternative"};
    constexpr Text quarters{"Trimestre", "Quarter"}, quarter_of_year{"{0}.º de {1}", "Q{0} {1}"};
    std::vector<results::Index> indices;
    for (const Run* run : runs) indices.emplace_back(*run);
    Table table{{{in(quarters, lang), Align::left}}};
    for (std::size_t i = 1; i < limit_ids.size(); ++i) table.columns.push_back({limit_name(limit_ids[i], lang)});
    for (const int year : runs.front()->years) {
        for (int quarter = 1; quarter <= 4; ++quarter) {
            std::vector<Sentence> row = {say(quarter_of_year, lang, quarter, year)};
            for (std::size_t i = 1; i < limit_ids.size(); ++i) {
                std::vector<Sentence> centres;
                for (std::size_t r = 0; r < runs.size(); ++r)
                    centres.push_back(bound_centres(*runs[r], indices[r], limit_ids[i], year, quarter));
                row.push_back(joined(centres, " → "));
            }
            table.row(std::move(row));
        }
    }
    const Sentence name = say(runs.size() > 1 ? title_of_two : title, lang);
    return {.id = "limites", .title = plain(name), .blocks = {Tabled{table, name}}, .media = document::Media::screen};
}

Section limits_by_month(const std::vector<const Run*>& runs, Lang lang) {
    constexpr Text title{"Límites por mes", "Limits by month"};
    constexpr Text share_of_days{"Parte de los días del mes", "Share of the month's days"};
    Table table{{{in(words::scenario, lang), Align::left},
                 {in(words::centre, lang), Align::left},
                 {in(words::month, lang)},
                 {in(words::measure, lang), Align::left},
                 {in(share_of_days, lang)}}};
    for (const Run* run : runs) {
        for (const auto& line : run->series) {
            const std::string& measure = run->columns[static_cast<std::size_t>(line.column)].name;
            if (line.level != Level::office || !measure.starts_with("limit_") || measure == "limit_demand" ||
                !(line.value.mean > 0))
                continue;
            table.row({sayable(run->scenario), office_with_id(*run, line.id),
                       Cell(document::Month{line.year, line.month}),
                       sayable(document::Words{label_of(*runs.front(), measure, lang)}),
                       Cell(document::Estimated{line.value,
                                                results::shapes::share,
                                                Show::mean_and_error,
                                                {measure, line.year, line.level, line.id, line.month}})});
        }
    }
    return sheet_of(in(title, lang), say(title, lang), how_to_read_limits(*runs.front(), lang), std::move(table));
}

}  // namespace aforo::told
