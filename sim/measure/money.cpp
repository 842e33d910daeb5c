// The budget of each component by year, and the cost of a unit of its production.
#include <algorithm>

#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Component;

class MoneyProbe : public Probe,
                   public Hears<model::AllianceFact>,
                   public Hears<model::YearAccountFact>,
                   public Hears<model::RefusalFact> {
public:
    explicit MoneyProbe(const Frame& frame) : frame_(frame) {}

    void restart() override {
        years_.assign(frame_.years(), {});
        alliances_.assign(frame_.years(), 0);
    }

    void on(const model::AllianceFact& f) override {
        if (f.kind == model::AllianceFactKind::realised) ++alliances_[frame_.year_index(f.at)];
    }
    void on(const model::YearAccountFact& f) override {
        Cell& cell =
            years_[static_cast<std::size_t>(f.year - frame_.start_year)][static_cast<std::size_t>(f.component)];
        cell.balance = f.balance;
        cell.cut_asked = f.cut_asked.in_thousands();
        cell.transfer_asked = f.transfer_asked.in_thousands();
        cell.transfer_given = f.transfer_given.in_thousands();
    }
    void on(const model::RefusalFact& f) override {
        if (!policy::is_exhaustion(f.why) || !f.is_everywhere) return;
        Cell& cell = years_[frame_.year_index(f.at)][static_cast<std::size_t>(f.component)];
        if (!(cell.first_refusal > 0)) {
            cell.first_refusal =
                core::in_days(core::day_of(f.at) - core::new_year(frame_.year_at(frame_.year_index(f.at)))) + 1;
        }
    }

    void report(const Counts& counts, Sink& sink) override {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            double spending = 0, appropriated = 0, overrun = 0, cut = 0, cut_asked = 0, asked = 0, given = 0;
            model::Money total, admin;
            const double prices = price_level(year), advised = counts.total(Sum::advised_persons, y),
                         beneficiaries = counts.total(Sum::beneficiaries, y);
            for (const Component c : model::components) {
                const Cell& cell = years_[y][static_cast<std::size_t>(c)];
                const model::Balance& b = cell.balance;
                spending += b.paid.in_thousands();
                appropriated += b.appropriated.in_thousands();
                overrun += b.overrun.in_thousands();
                cut += b.cut.in_thousands();
                cut_asked += cell.cut_asked;
                asked += cell.transfer_asked;
                given += cell.transfer_given;
                total += b.paid;
                if (c == Component::admin) admin = b.paid;
                const std::string id = id_of(c);
                sink.put("spending", year, Level::component, id, b.paid.in_thousands());
                sink.put("appropriation", year, Level::component, id, b.appropriated.in_thousands());
                sink.put("unspent", year, Level::component, id, b.returned.in_thousands());
                sink.put("ledger_difference", year, Level::component, id,
                         static_cast<double>(model::Ledger::difference(b).in_pesos()));
                sink.put("transferred", year, Level::component, id, b.transferred.in_thousands());
                sink.put("cut_asked", year, Level::component, id, cell.cut_asked);
                sink.put("cut_made", year, Level::component, id, b.cut.in_thousands());
                sink.put("transfer_asked", year, Level::component, id, cell.transfer_asked);
                sink.put("transfer_given", year, Level::component, id, cell.transfer_given);
                sink.put("overrun", year, Level::component, id, b.overrun.in_thousands());
                sink.put("recovered", year, Level::component, id, b.recovered.in_thousands());
                sink.put("spending_nominal", year, Level::component, id, b.paid.in_thousands() * prices);
                const double produced = c == Component::attention   ? counts.total(Sum::attended_persons, y)
                                        : c == Component::advisory  ? advised
                                        : c == Component::alliances ? alliances_[y]
                                                                    : beneficiaries;
                sink.put("unit_cost", year, Level::component, id, ratio(b.paid.in_thousands(), produced));
                sink.put("first_refusal_day", year, Level::component, id,
                         cell.first_refusal > 0 ? cell.first_refusal : undefined);
            }
            sink.put("spending", year, spending);
            sink.put("appropriation", year, appropriated);
            sink.put("unspent", year, appropriated + overrun - spending - cut);
            sink.put("cut_asked", year, cut_asked);
            sink.put("cut_made", year, cut);
            sink.put("transfer_asked", year, asked);
            sink.put("transfer_given", year, given);
            sink.put("overrun", year, overrun);
            sink.put("spending_nominal", year, spending * prices);
            sink.put("admin_over_cap", year, is_over_cap(admin, total) ? 1 : 0);
            sink.put("unit_cost", year, ratio(spending, beneficiaries));
            sink.put(
                "admin_share", year,
                ratio(years_[y][static_cast<std::size_t>(Component::admin)].balance.paid.in_thousands(), spending));
        }
    }

private:
    struct Cell {
        model::Balance balance;
        double first_refusal = 0;  // day of the year from 1; 0 when never
        double cut_asked = 0, transfer_asked = 0, transfer_given = 0;
    };

    // The price level of the year, with the sheet's price year as 1.
    [[nodiscard]] double price_level(int year) const {
        const auto& s = frame_.blueprint.scenario;
        return s.funding.index.level(s.plan.price_year > 0 ? s.plan.price_year : frame_.first_year, year);
    }
    // Exceeds the cap by more than the peso that rounding may add.
    [[nodiscard]] bool is_over_cap(model::Money admin, model::Money total) const {
        return admin >
               core::scaled_by_decimal(total, frame_.blueprint.scenario.administration.cap) + core::Money::pesos(1);
    }

    const Frame& frame_;
    std::vector<std::array<Cell, 4>> years_;
    std::vector<double> alliances_;  // realised alliances
};

}  // namespace

std::unique_ptr<Probe> make_money_probe(const Frame& frame) { return std::make_unique<MoneyProbe>(frame); }

std::vector<results::Column> money_columns() {
    return {
        {"spending",
         "M$",
         {"Gasto (M$)", "Spending (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Gasto pagado en el año, en miles de los pesos que el informe dice (los de la ficha si no se piden otros).",
          "Spending paid in the year, in thousands of the pesos that the report says (the sheet's unless others are "
          "asked for)."}},
        {"appropriation",
         "M$",
         {"Presupuesto", "Appropriation"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Presupuesto del año, en miles de los mismos pesos que el gasto.",
          "Appropriation of the year, in thousands of the same pesos as spending."}},
        {"unspent",
         "M$",
         {"Saldo devuelto", "Unspent, returned"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Presupuesto no pagado al 31 de diciembre, ni recortado antes: se devuelve.",
          "Appropriation not paid by 31 December, nor cut before: it is returned."}},
        {"unit_cost",
         "M$",
         {"Gasto por beneficiario o unidad (M$)", "Spending per beneficiary or unit (M$)"},
         shapes::cost,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::components_and_total,
         {"Gasto del componente sobre su producción del año (personas atendidas, personas asesoradas, alianzas); "
          "administración y total: sobre los beneficiarios. El cociente es de cada réplica, y lo que se informa, la "
          "media de los cocientes y no el cociente de las medias.",
          "The component's spending over its production of the year (persons attended, persons advised, alliances); "
          "administration and total: over beneficiaries. The quotient is that of each replication, and what is "
          "reported the mean of the quotients, not the quotient of the means."}},
        {"ledger_difference",
         "$",
         {"Diferencia del libro mayor", "Difference in the ledger"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::components,
         {"Presupuesto, traspasos y sobregiro menos disponible, comprometido, pagado, devuelto y recortado, en pesos, "
          "al "
          "cierre del año: siempre 0.",
          "Appropriation, transfers and overrun less available, committed, paid, returned and cut, in pesos, at the "
          "year's close: always 0."}},
        {"transferred",
         "M$",
         {"Traspasos recibidos (M$)", "Transfers received (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components,
         {"Recibido de otros componentes menos lo entregado a ellos; entre todos suma 0.",
          "Received from other components less what was given to them; over all of them, 0."}},
        {"cut_asked",
         "M$",
         {"Recorte pedido (M$)", "Cut asked for (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Lo que los recortes del año pedían quitar (funding.cuts).",
          "What the year's cuts asked to take away (funding.cuts)."}},
        {"cut_made",
         "M$",
         {"Recorte hecho (M$)", "Cut made (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Lo que los recortes del año quitaron: lo pedido, hasta lo que ese día no estaba gastado ni comprometido.",
          "What the year's cuts took away: what was asked for, up to what was neither spent nor committed on that "
          "day."}},
        {"transfer_asked",
         "M$",
         {"Traspaso pedido (M$)", "Transfer asked for (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Lo que los traspasos del año pedían a quien da: la parte at_most de su presupuesto.",
          "What the year's transfers asked of who gives: the part at_most of its budget."}},
        {"transfer_given",
         "M$",
         {"Traspaso hecho (M$)", "Transfer made (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Lo que los traspasos del año sacaron de quien da: lo pedido, hasta lo que tenía disponible.",
          "What the year's transfers took from who gives: what was asked for, up to what it had available."}},
        {"overrun",
         "M$",
         {"Gasto sobre el presupuesto (M$)", "Spending beyond the appropriation (M$)"},
         shapes::money,
         Years::add_up,
         Direction::more_is_worse,
         levels::components_and_total,
         {"Gasto que pasa del presupuesto y los traspasos del año, por regla (at_exhaustion: overrun) o por planes en "
          "curso que el año no alcanza a pagar.",
          "Spending beyond the year's appropriation and transfers, by rule (at_exhaustion: overrun) or for plans in "
          "course that the year cannot pay."}},
        {"recovered",
         "M$",
         {"Devuelto en un año posterior (M$)", "Paid back in a later year (M$)"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components,
         {"Devuelto este año por planes pagados en años anteriores: va al fisco, no se vuelve a gastar.",
          "Given back this year for plans paid in earlier years: it goes to the treasury and is not spent again."}},
        {"spending_nominal",
         "M$ nominal",
         {"Gasto en pesos nominales (M$)", "Spending in nominal pesos (M$)"},
         shapes::money,
         Years::stand_alone,
         Direction::neither,
         levels::components_and_total,
         {"Gasto pagado en el año, en miles de pesos del mismo año según funding.index.",
          "Spending paid in the year, in thousands of pesos of that year by funding.index."}},
        {"admin_over_cap",
         "ratio",
         {"Réplicas en que administración pasa de su tope", "Replications in which administration is above its cap"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"Parte de las réplicas en que el gasto administrativo pasa del tope (administration.cap).",
          "Share of replications in which administrative spending is above its cap (administration.cap)."}},
        {"first_refusal_day",
         "day of year",
         {"Día en que se agotan los fondos", "Day on which funds run out"},
         shapes::day_of_year,
         Years::stand_alone,
         Direction::more_is_better,
         levels::components,
         {"Día del año (1 = 1 de enero) en que por primera vez se agotan los fondos para un gasto variable, o para el "
          "gasto administrativo; con fondos por centro, en todos. Lo congelado y lo que aún no se libera no cuenta. "
          "Solo "
          "las réplicas en que ocurre.",
          "Day of the year (1 = 1 January) on which funds first run out for a variable cost, or for administration; "
          "with "
          "funds by centre, at all of them. What is frozen or not yet released does not count. Only the replications "
          "in "
          "which it happens."}},
        {"admin_share",
         "ratio",
         {"Porcentaje gasto administrativo", "Share of administrative spending"},
         shapes::whole_share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"Gasto administrativo sobre el gasto total.", "Administrative spending over total spending."}},
    };
}

}  // namespace aforo::measure
