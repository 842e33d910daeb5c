// Plan, executed and projected: what a year with executed months comes to, month by month, and its money at the cut.
#include <algorithm>

#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Text executed_title{"Ejecutado", "Executed"};
constexpr Text projected_title{"Proyectado", "Projected"};
constexpr Text year_end_title{"Fin de año", "Year's end"};

}  // namespace

int executed_months(const Subject& s, int year) {
    const Figure months = s.figures.find({"executed_months", year});
    return months.has_value() ? static_cast<int>(months.mean_value()) : 0;
}

namespace {

// The rest of a year: what it comes to less what was executed, which does not vary.
Sentence projected(const Figure& whole, const Figure& executed) {
    return planned(whole.mean_value() - executed.mean_value(), whole.shape);
}

Table year_table(const Subject& s, int year) {
    const bool has_ranges = s.run.replications != 1;
    Table table{{s.left(words::measure), s.right(words::planned), s.right(executed_title), s.right(projected_title),
                 s.right(year_end_title)}};
    if (has_ranges) table.columns.push_back(s.right(words::p10_p90));
    table.columns.push_back(s.right(words::difference));
    const auto row = [&](Sentence name, const Figure& whole, const Figure& part, double plan) {
        std::vector<Sentence> cells = {std::move(name), planned(plan, whole.shape), part.mean(), projected(whole, part),
                                       whole.with_error()};
        if (has_ranges) cells.push_back(whole.range());
        cells.push_back(whole.percent_from(plan));
        table.row(std::move(cells));
    };
    for (const auto& r : views::executed)
        row(sayable(s.label(r.measure)), s.figures.find({r.measure, year}), s.figures.find({r.executed, year}),
            r.planned(s.run.planned, year));
    table.heading(s.say(words::spending));
    const auto money = [&](std::string_view id) {
        const Figure whole = s.figures.money("spending", year, id).shaped(results::shapes::money);
        const Figure part = s.figures.money("executed_spending", year, id).shaped(results::shapes::money);
        row(sayable(component_name(id, s.lang)), whole, part, s.figures.money("appropriation", year, id).mean_value());
    };
    for (const auto& component : results::components) money(component.id);
    money("");
    return table;
}

Table month_table(const Subject& s, int year, int executed) {
    constexpr Text state{"Qué es", "What it is"};
    constexpr Text was_executed{"ejecutado", "executed"}, is_projected{"proyectado", "projected"};
    const bool has_ranges = s.run.replications != 1;
    Table table{{s.left(words::month), s.left(state)}};
    std::vector<std::string_view> measures;
    for (const auto& r : views::executed) measures.push_back(r.measure);
    for (const auto measure : measures) {
        table.columns.push_back({s.label(measure), Align::right, 18});
        if (has_ranges) table.columns.push_back(s.right(words::p10_p90));
    }
    table.columns.push_back(s.right(words::spending));
    if (has_ranges) table.columns.push_back(s.right(words::p10_p90));
    table.continues_from = 2;
    for (int month = 1; month <= 12; ++month) {
        const bool is_past = month <= executed;
        std::vector<Sentence> cells = {Cell(document::Month{year, month}),
                                       s.say(is_past ? was_executed : is_projected)};
        const auto add = [&](const Figure& figure) {
            cells.push_back(is_past ? figure.mean() : figure.with_error());
            if (has_ranges) cells.push_back(is_past ? Sentence() : figure.range());
        };
        for (const auto measure : measures) add(s.figures.find({measure, year, Level::programme, "", month}));
        add(s.figures.find({"spending", year, Level::programme, "", month}).shaped(results::shapes::money));
        table.row(std::move(cells));
    }
    return table;
}

Table cut_table(const Subject& s, int year, int month) {
    constexpr Text from{"De dónde", "Where from"};
    constexpr Text assumed{"supuesto: lo simulado con lo ejecutado", "assumed: simulated with what was executed"};
    constexpr Text said{"lo dice el escenario (initial)", "the scenario says so (initial)"};
    const bool has_ranges = s.run.replications != 1;
    Table table{{s.left(words::measure), s.right(words::simulated)}};
    if (has_ranges) table.columns.push_back(s.right(words::p10_p90));
    table.columns.push_back(s.left(from, 40));
    const int year_after = month == 12 ? year + 1 : year;
    for (const auto& r : views::at_the_cut) {
        const Figure stated = s.figures.find({r.stated, year_after});
        const bool is_stated = stated.has_value() && stated.mean_value() > 0;
        const Figure simulated = s.figures.find({r.simulated, year, Level::programme, "", month});
        // Of plans only those that lack are placed, so what is said is what there is.
        const bool is_plan = r.stated == views::at_the_cut.back().stated;
        const Figure& shown = is_stated && !is_plan ? stated : simulated;
        std::vector<Sentence> cells = {sayable(s.label(r.simulated)), shown.with_error()};
        if (has_ranges) cells.push_back(shown.range());
        cells.push_back(s.say(is_stated ? said : assumed));
        table.row(std::move(cells));
    }
    return table;
}

Table money_table(const Subject& s, int year) {
    Table table{{s.left(words::component), s.right(views::appropriation), s.right(executed_title)}};
    constexpr std::array columns = {"executed_in_course", "executed_left", "executed_fixed"};
    for (const char* column : columns) table.columns.push_back({s.label(column), Align::right, 22});
    const auto row = [&](std::string_view id) {
        std::vector<Sentence> cells = {sayable(component_name(id, s.lang))};
        for (const char* column : {"appropriation", "executed_spending"})
            cells.push_back(s.figures.money(column, year, id).shaped(results::shapes::money).mean());
        for (const char* column : columns)
            cells.push_back(s.figures.money(column, year, id).shaped(results::shapes::money).with_error());
        table.row(std::move(cells));
    };
    for (const auto& component : results::components) row(component.id);
    row("");
    return table;
}

}  // namespace

Section executed(const Subject& s) {
    constexpr Text title{"Plan, ejecutado y proyectado", "Plan, executed and projected"};
    constexpr Text lead{
        "Hasta {0} las cifras son las ejecutadas, como las da el escenario; desde entonces son simuladas.",
        "Until {0} figures are the executed ones, as the scenario gives them; from then on they are simulated."};
    constexpr Text supposed{
        "De los meses ejecutados se sabe cuántos y cuánto, y se supone lo demás: que llegó solo quien fue atendido, "
        "cada día hábil por igual, y en cada oficina según su demanda; quién es cada uno, y cómo le va, se simula. Si "
        "al corte había "
        "quienes esperaban atención y el escenario no lo dice (initial, for_attention), el resto del año "
        "sale "
        "corto, en todas las réplicas por igual: su rango no lo muestra. Las "
        "esperas y lo que limita al programa son solo de los meses proyectados.",
        "Of executed months it is known how many and how much, and the rest is assumed: that only who was attended "
        "came, as many each working day, and at each office by its demand; who each is, and how it fares, is "
        "simulated. Where some were waiting for attention at the cut and the scenario does not say so (initial, "
        "for_attention), the rest of the year comes out short, in all replications alike: its range does "
        "not show it. "
        "Waits and what limits the programme are those of the projected months alone."};
    constexpr Text unexplained{
        "{0} de los beneficiarios ejecutados pasan de los que, según los supuestos, califican: revise qué parte se "
        "diagnostica y con qué criterios.",
        "{0} of the executed beneficiaries are beyond those that, by the assumptions, qualify: look at which part is "
        "diagnosed and by which criteria."};
    constexpr Text at_cut{"Quiénes están en el programa al terminar {0}", "Who is in the programme at the end of {0}"};
    constexpr Text money_at_cut{"El dinero de {1} al terminar {0} (M$)", "The money of {1} at the end of {0} (M$)"};
    constexpr Text money_note{
        "Queda = presupuesto y traspasos − recortes − ejecutado − planes en curso. Los costos fijos hasta diciembre "
        "salen "
        "de lo que queda.",
        "Left = appropriation and transfers − cuts − executed − plans in course. Fixed costs until December come out "
        "of "
        "what is left."};
    constexpr Text by_month{"Mes a mes, {0}", "Month by month, {0}"};
    constexpr Text of_year{"{0}: plan, ejecutado en {1} meses y proyectado",
                           "{0}: plan, executed in {1} months and projected"};
    Section section{"ejecutado", in(title, s.lang), {}, Media::people, in(executed_title, s.lang)};
    int last = 0;
    for (const int year : s.run.years) last = executed_months(s, year) > 0 ? year : last;
    if (last == 0) return section;
    const int month = executed_months(s, last);
    const Sentence until = Cell(document::Month{last, month});
    section.blocks.emplace_back(Paragraph{s.say(lead, until)});
    const auto add = [&](const Sentence& name, Table table) {
        // On a sheet the table's own title is enough.
        section.blocks.emplace_back(Paragraph{name, Paragraph::Kind::heading, Media::screen});
        section.blocks.emplace_back(Tabled{std::move(table), name});
    };
    for (const int year : s.run.years) {
        const int months = executed_months(s, year);
        if (months == 0) continue;
        add(s.say(of_year, year, Cell(document::count(months))), year_table(s, year));
        add(s.say(by_month, year), month_table(s, year, months));
    }
    add(s.say(money_at_cut, until, last), money_table(s, last));
    section.blocks.emplace_back(Paragraph{s.say(money_note), Paragraph::Kind::note});
    add(s.say(at_cut, until), cut_table(s, last, month));
    section.blocks.emplace_back(Paragraph{s.say(supposed), Paragraph::Kind::note});
    const Figure supplied = s.figures.find({"executed_supplied", last});
    const Figure beneficiaries = s.figures.find({"executed_beneficiaries", last});
    // By luck a few always are.
    constexpr double too_many = 0.01;
    if (supplied.has_value() && supplied.mean_value() >= std::max(1.0, too_many * beneficiaries.mean_value()))
        section.blocks.emplace_back(Paragraph{s.say(unexplained, supplied.with_error()), Paragraph::Kind::note});
    return section;
}

}  // namespace aforo::told
