// How many wait, month by month: the range of futures, with the error of simulation inside it.
#include <algorithm>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

struct Queue {
    std::string_view measure;
    const char* id;
    Text finding, finding_last, axis;
};
constexpr std::array<Queue, 2> told_queues = {
    {{views::queues[0],
      "grafico-lista",
      {"Al terminar {1} esperan un cupo {0} empresas; el mayor número, {2}, es el de {3}",
       "At the end of {1}, {0} enterprises wait for a slot; the largest number, {2}, is that of {3}"},
      {"Al terminar {1} esperan un cupo {0} empresas, más que en cualquier otro mes",
       "At the end of {1}, {0} enterprises wait for a slot, more than in any other month"},
      {"Esperan un cupo (empresas)", "Waiting for a slot (enterprises)"}},
     {views::queues[1],
      "grafico-lista-atencion",
      {"Al terminar {1} esperan ser atendidas {0} empresas; el mayor número, {2}, es el de {3}",
       "At the end of {1}, {0} enterprises wait to be attended; the largest number, {2}, is that of {3}"},
      {"Al terminar {1} esperan ser atendidas {0} empresas, más que en cualquier otro mes",
       "At the end of {1}, {0} enterprises wait to be attended, more than in any other month"},
      {"Esperan ser atendidas (empresas)", "Waiting to be attended (enterprises)"}}}};

std::vector<Figure> months_of(const Subject& s, std::string_view measure) {
    std::vector<Figure> months;
    for (const int year : s.run.years) {
        for (int month = 1; month <= 12; ++month) {
            const Figure figure = s.figures.find({measure, year, Level::programme, "", month});
            if (figure.has_value()) months.push_back(figure);
        }
    }
    return months;
}

Sentence name_of(const Figure& month) { return Cell(document::Month{month.of.year, month.of.month}); }

Chart chart(const Subject& s, const Queue& queue, const std::vector<Figure>& months) {
    Chart made{.kind = Chart::Kind::fan, .y = in(queue.axis, s.lang)};
    made.tips = {in(words::month, s.lang), in(words::simulated, s.lang), in(words::p10_p90, s.lang)};
    for (const auto& m : months) {
        const auto& e = *m.estimate;
        made.marks.push_back({.label = month_id(m.of.year, m.of.month),
                              .value = e.mean,
                              .low = std::max(e.mean - e.half_width, 0.0),  // in this argument order NaN stays NaN
                              .high = e.mean + e.half_width,
                              .p10 = e.p10,
                              .p90 = e.p90,
                              .tips = {name_of(m), m.with_error(), m.range()}});
    }
    return made;
}

Table twin(const Subject& s, const std::vector<Figure>& months) {
    Table table{{s.left(words::month), s.right(words::simulated), s.right(words::half_width), s.right(words::p10_p90)}};
    for (const auto& m : months) table.row({name_of(m), m.mean(), m.error(), m.range()});
    return table;
}

Sentence finding(const Subject& s, const Queue& queue, const std::vector<Figure>& months) {
    const auto most = std::max_element(
        months.begin(), months.end(), [](const Figure& a, const Figure& b) { return a.mean_value() < b.mean_value(); });
    const auto& last = months.back();
    return &*most == &last ? s.say(queue.finding_last, last.mean(), last.of.year)
                           : s.say(queue.finding, last.mean(), last.of.year, most->mean(), name_of(*most));
}

// Whether some January ends with far fewer than the December before it.
bool falls_in_january(const std::vector<Figure>& months) {
    constexpr double far = 0.9, worth_a_word = 50;
    for (std::size_t m = 1; m < months.size(); ++m) {
        const double before = months[m - 1].mean_value();
        if (months[m].of.month == 1 && before > worth_a_word && months[m].mean_value() < far * before) return true;
    }
    return false;
}

}  // namespace

Section queues(const Subject& s) {
    constexpr Text title{"La lista de espera, mes a mes", "The waiting list, month by month"};
    constexpr Text reading{
        "Empresas que esperan al fin de cada mes. El rango p10–p90 dice qué futuros son posibles; el intervalo, cuánto "
        "puede errar el promedio por haber simulado solo algunas réplicas.",
        "Enterprises that wait at the end of each month. The p10–p90 range says which futures are possible; the "
        "interval, how far off the mean may be for having simulated only some replications."};
    constexpr Text january{
        " La caída de cada enero no es un cambio de la demanda: con el año llegan el presupuesto y el personal nuevos, "
        "y "
        "quienes esperaban desde que se agotaron los anteriores son atendidos o admitidos de una vez.",
        " The drop of each January is no change of demand: with the year come its budget and staff, and those who have "
        "waited since the last ones ran out are attended or admitted all at once."};
    Section section{"lista", in(title, s.lang), {}, Media::page};
    for (const auto& queue : told_queues) {
        const auto months = months_of(s, queue.measure);
        if (months.empty()) continue;
        section.blocks.emplace_back(
            document::Figure{queue.id, finding(s, queue, months),
                             falls_in_january(months) ? s.say(reading) + s.say(january) : s.say(reading),
                             chart(s, queue, months), twin(s, months)});
    }
    return section;
}

}  // namespace aforo::told
