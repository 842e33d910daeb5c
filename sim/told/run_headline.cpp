// The first screen: the run's verdict in a sentence, four figures beside their plan, and money by year.
#include <cmath>

#include "aforo/results/components.hpp"
#include "limits.hpp"
#include "reading.hpp"
#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Text reach_planned{"En {0} el programa llega a {1} beneficiarios; lo planificado son {2} ({3}).",
                             "In {0} the programme reaches {1} beneficiaries; what is planned is {2} ({3})."};
constexpr Text reach_alone{"En {0} el programa llega a {1} beneficiarios.",
                           "In {0} the programme reaches {1} beneficiaries."};
constexpr Text reach_in_worlds{
    "En {0} la mitad de los mundos da menos de {1} beneficiarios, y 8 de cada 10 entre {2}: es lo que no se sabe. Con "
    "los supuestos centrales serían {4}, y lo planificado son {3}.",
    "In {0} half of the worlds give fewer than {1} beneficiaries, and 8 out of 10 between {2}: that is what is not "
    "known. With the central assumptions there would be {4}, and what is planned is {3}."};
constexpr Text reach_in_worlds_alone{
    "En {0} la mitad de los mundos da menos de {1} beneficiarios, y 8 de cada 10 entre {2}: es lo que no se sabe. Con "
    "los supuestos centrales serían {3}.",
    "In {0} half of the worlds give fewer than {1} beneficiaries, and 8 out of 10 between {2}: that is what is not "
    "known. With the central assumptions there would be {3}."};
constexpr Text futures{"azar, 8 de cada 10 repeticiones: {0}", "luck, 8 out of 10 repetitions: {0}"};
constexpr Text with_central{"Con los supuestos centrales: {0}", "With the central assumptions: {0}"};
constexpr Text with_central_and{"Con los supuestos centrales: {0}; {1}", "With the central assumptions: {0}; {1}"};
constexpr Text no_plan{"La ficha no da esta cifra para {0}", "The sheet does not give this figure for {0}"};
constexpr Text plan_alone{"Plan {0}: {1}", "Plan {0}: {1}"};
constexpr Text plan_and_difference{"Plan {0}: {1} ({2})", "Plan {0}: {1} ({2})"};
constexpr Text first_alone{"{0}: {1}", "{0}: {1}"};
constexpr Text first_beside{"{0}: {1}; plan {2} ({3})", "{0}: {1}; plan {2} ({3})"};
constexpr Text of_budget{"{0} del presupuesto de {1}, que se devuelve", "{0} of the {1} appropriation, returned"};

// The figure of a tile in one year, and its plan.
struct Beside {
    Figure simulated;
    double planned = results::undefined;

    // Whether there is a plan from which a distance can be given.
    [[nodiscard]] bool has_distance() const {
        return simulated.has_value() && std::isfinite(planned) && (simulated.shape.is_percent() || planned != 0);
    }
};

Sentence beside_plan(const Subject& s, int year, const Beside& b) {
    if (!std::isfinite(b.planned)) return s.say(no_plan, year);
    const Sentence plan = planned(b.planned, b.simulated.shape);
    return b.has_distance() ? s.say(plan_and_difference, year, plan, b.simulated.from(b.planned))
                            : s.say(plan_alone, year, plan);
}

// One line with the same figure in the year that the sheet plans in full.
Sentence first_year(const Subject& s, int year, const Beside& b) {
    return b.has_distance() ? s.say(first_beside, year, b.simulated.with_error(), planned(b.planned, b.simulated.shape),
                                    b.simulated.from(b.planned))
                            : s.say(first_alone, year, b.simulated.with_error());
}

struct TileOf {
    Text title;
    Beside (*value)(const Subject&, int year);
    bool is_money = false;
    Beside (*second)(const Subject&, int year) = nullptr;
    Text second_label = {"", ""};
};

Beside beneficiaries(const Subject& s, int year) {
    return {s.figures.find({"beneficiaries", year}), plan::beneficiaries(s.run.planned, year)};
}
Beside of_target(const Subject& s, int year) {
    return {s.figures.find({"coverage_target", year}), plan::coverage_target(s.run.planned, year)};
}
Beside of_potential(const Subject& s, int year) {
    return {s.figures.find({"coverage_potential", year}), plan::coverage_potential(s.run.planned, year)};
}
Beside cost(const Subject& s, int year) {
    const auto& sheet = s.run.planned;
    return {s.figures.money("unit_cost", year).shaped(results::shapes::money),
            plan::of_its_year(sheet, year, plan::ratio(sheet.total_spending, plan::beneficiaries(sheet, year)))};
}
Beside balance(const Subject& s, int year) {
    return {s.figures.money("unspent", year).shaped(results::shapes::money), 0};
}

constexpr std::array<TileOf, 4> tiles = {
    {{{"Beneficiarios {0}", "Beneficiaries {0}"}, beneficiaries},
     {{"Cobertura de la población objetivo {0}", "Coverage of the target population {0}"},
      of_target,
      false,
      of_potential,
      {"De la potencial: {0}. {1}", "Of the potential one: {0}. {1}"}},
     {{"Gasto por beneficiario {0}", "Spending per beneficiary {0}"}, cost, true},
     {{"Saldo del presupuesto {0}", "Budget balance {0}"}, balance, true}}};

// The year that the first screen speaks of: the one under execution, if some months of it have been executed, else the
// last.
int year_of_headline(const Subject& s) {
    const auto under_way = std::find_if(s.run.years.begin(), s.run.years.end(), [&](int year) {
        const int months = executed_months(s, year);
        return months > 0 && months < 12;
    });
    return under_way == s.run.years.end() ? s.last_year() : *under_way;
}

// How much of that year has been executed, and how much is simulated; empty where none is.
Sentence so_far(const Subject& s) {
    constexpr Text of_both{"De ellos van {0} ejecutados hasta {1}; los otros {2} son lo que falta del año, simulado",
                           "{0} of them were served up to {1}; the other {2} are the rest of the year, simulated"};
    const int year = year_of_headline(s), months = executed_months(s, year);
    const Figure all = s.figures.find({"beneficiaries", year}),
                 executed = s.figures.find({"executed_beneficiaries", year});
    if (months == 0 || !all.has_value() || !executed.has_value()) return {};
    return s.say(of_both, executed.mean(), Cell(document::Month{year, months}),
                 planned(all.mean_value() - executed.mean_value(), all.shape));
}

// The year that the sheet plans in full, if it was simulated; else the first year.
int year_of_plan(const Subject& s) {
    const auto& years = s.run.years;
    return std::find(years.begin(), years.end(), s.run.planned.year) == years.end() ? years.front()
                                                                                    : s.run.planned.year;
}

Sentence share_of_budget(const Subject& s, int year) {
    const Figure left = s.figures.money("unspent", year), budget = s.figures.money("appropriation", year);
    if (!left.has_value() || !budget.has_value() || !(budget.mean_value() > 0)) return {};
    return s.say(of_budget, Cell(document::share(left.mean_value() / budget.mean_value(), 1)), year);
}

document::Tile tile(const Subject& s, const TileOf& t) {
    // The tile shows the year of the headline, with the first year small below it.
    const int year = year_of_headline(s), first = year_of_plan(s);
    const Beside b = t.value(s, year);
    document::Tile made{s.title(t.title, year), b.simulated.mean()};
    if (t.is_money) made.value = Sentence(Cell(document::Words{"M$ "})) + made.value;
    if (b.simulated.varies()) made.range = s.say(futures, b.simulated.range());
    const Sentence beside = t.value == balance ? share_of_budget(s, year) : beside_plan(s, year, b);
    if (const auto in = s.worlds ? in_worlds(*s.worlds, b.simulated) : std::nullopt) {
        made.value = t.is_money ? Sentence(Cell(document::Words{"M$ "})) + in->median : in->median;
        made.range = three_ranges(*in, s.lang);
        // The line compares the simulated value with the plan, which the figure above, from worlds, is not.
        made.lines.push_back(beside.empty() ? s.say(with_central, b.simulated.with_error())
                                            : s.say(with_central_and, b.simulated.with_error(), beside.lower()));
    } else {
        made.lines.push_back(beside);
    }
    if (t.second != nullptr) {
        const Beside second = t.second(s, year);
        const Sentence line = s.say(t.second_label, second.simulated.mean(), beside_plan(s, year, second));
        made.lines.push_back(s.worlds ? s.say(with_central, line.lower()) : line);
    }
    if (first != year) made.lines.push_back(first_year(s, first, t.value(s, first)));
    return made;
}

// Zero; a replication whose books did not close would have ended the run.
Cell ledger_difference(const Subject& s) { return document::Pesos{s.run.worst_ledger_difference}; }

Table money_by_year(const Subject& s) {
    constexpr Text total{"Gasto total", "Total spending"};
    Table table{{s.left(words::component)}};
    for (const int year : s.run.years) table.columns.push_back({year_label(year)});
    const auto add = [&](const std::string& label, std::string_view measure, std::string_view component) {
        std::vector<Sentence> cells = {sayable(label)};
        for (const int year : s.run.years)
            cells.push_back(s.figures.money(measure, year, component).shaped(results::shapes::money).with_error());
        table.row(std::move(cells));
    };
    for (const auto& component : s.run.planned.components)
        add(component_name(component.id, s.lang), "spending", component.id);
    add(component_name(results::administration, s.lang), "spending", results::administration);
    table.rule();
    add(in(total, s.lang), "spending", "");
    add(s.title(views::unspent), "unspent", "");
    add(s.title(views::appropriation), "appropriation", "");
    // Appropriation plus overrun equals spending plus what is unspent.
    if (s.run.is_ever("overrun")) add(s.title(views::overrun), "overrun", "");
    table.rule();
    std::vector<Sentence> last(table.columns.size(), Sentence(ledger_difference(s)));
    last.front() = s.say(words::difference);
    table.row(std::move(last));
    return table;
}

}  // namespace

Sentence reach(const Subject& s) {
    if (s.run.years.empty()) return {};
    const Beside b = beneficiaries(s, year_of_headline(s));
    if (!b.simulated.has_value()) return {};
    if (const auto in = s.worlds ? in_worlds(*s.worlds, b.simulated) : std::nullopt) {
        return std::isfinite(b.planned) ? s.say(reach_in_worlds, year_of_headline(s), in->median, in->ignorance,
                                                planned(b.planned, b.simulated.shape), b.simulated.with_error())
                                        : s.say(reach_in_worlds_alone, year_of_headline(s), in->median, in->ignorance,
                                                b.simulated.with_error());
    }
    const Sentence served = b.simulated.with_error();
    return std::isfinite(b.planned) ? s.say(reach_planned, year_of_headline(s), served,
                                            planned(b.planned, b.simulated.shape), b.simulated.from(b.planned))
                                    : s.say(reach_alone, year_of_headline(s), served);
}

Sentence money_title(const Subject& s) {
    constexpr Text text{"Gasto por componente y año, en {0}", "Spending by component and year, in {0}"};
    return s.say(text, money_unit(s.run, s.lang));
}

Sentence money_note(const Subject& s) {
    constexpr Text text{
        "Presupuesto + traspasos netos + exceso = gasto + recortes + saldo que se devuelve, por réplica, componente y "
        "año, en el "
        "libro mayor de la simulación. Diferencia: {0}.",
        "Appropriation + net transfers + overrun = spending + cuts + unspent, by replication, component and year, in "
        "the "
        "ledger of the simulation. Difference: {0}."};
    return s.say(text, ledger_difference(s));
}

void headline(const Subject& s, Document& document) {
    const Sentence limits = limit_sentence(s.run, s.lang);
    document.verdicts = {{reach(s), {}, {s.worlds ? s.say(with_central, limits.lower()) : limits}}};
    if (s.worlds) {
        auto& clauses = document.verdicts.front().clauses;
        clauses.push_back({how_many_agree(*s.worlds, s.lang)});
        if (const Sentence part = share_of_luck(*s.worlds, s.lang); !part.empty())
            clauses.push_back({part + sayable(".")});
        if (const Sentence what = what_it_hangs_on(*s.worlds, s.run, s.lang); !what.empty()) clauses.push_back({what});
    }
    if (s.run.years.empty()) return;
    if (const Sentence part = so_far(s); !part.empty())
        document.verdicts.front().clauses.push_back({part + sayable(".")});
    for (const auto& t : tiles) document.tiles.push_back(tile(s, t));
    const Sentence how = document::joined(
        {s.worlds ? how_to_read_worlds(s.lang) : how_to_read(s.run.replications, s.lang),
         s.worlds ? Sentence() : what_is_not_explored(s.run, s.lang), how_to_read_money(s.run, s.lang)},
        " ");
    document.opening.push_back({how, Paragraph::Kind::note, Media::screen});
    document.first = {Paragraph{money_title(s), Paragraph::Kind::heading, Media::page},
                      Tabled{money_by_year(s), money_title(s), Media::page},
                      Paragraph{money_note(s), Paragraph::Kind::note, Media::page}};
}

}  // namespace aforo::told
