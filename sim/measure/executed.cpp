// What was executed by the cut in each year with executed months, and what its money was then
// (scenario::ExecutedMonth). Months of beneficiaries and of alliances are put too, so that what was executed stands
// beside what is projected.
#include <array>

#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Component;

class ExecutedProbe : public Probe, public Hears<model::CutAccountFact>, public Hears<model::AllianceFact> {
public:
    explicit ExecutedProbe(const Frame& frame) : frame_(frame) {}

    void restart() override {
        cut_ = {};
        alliances_.assign(frame_.years() * 12, 0);
    }

    void on(const model::CutAccountFact& f) override { cut_[static_cast<std::size_t>(f.component)] = f; }
    void on(const model::AllianceFact& f) override {
        if (f.kind != model::AllianceFactKind::realised) return;
        const auto month = core::month_of(core::day_of(f.at)) - 1;
        ++alliances_[frame_.year_index(f.at) * 12 + month];
    }

    void report(const Counts& counts, Sink& sink) override {
        if (!frame_.blueprint.cut) return;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            put_months(counts, sink, y);
            put_year(counts, sink, y);
        }
        for (const auto& [column, amount] : {std::pair{"executed_in_course", &model::CutAccountFact::in_course},
                                             std::pair{"executed_fixed", &model::CutAccountFact::fixed},
                                             std::pair{"executed_left", &model::CutAccountFact::left}}) {
            model::Money all;
            for (const Component c : model::components) {
                const model::Money of = cut_[static_cast<std::size_t>(c)].*amount;
                all += of;
                sink.put(column, cut_.front().year, Level::component, id_of(c), of.in_thousands());
            }
            sink.put(column, cut_.front().year, all.in_thousands());
        }
    }

private:
    void put_months(const Counts& counts, Sink& sink, std::size_t y) const {
        for (std::size_t m = 0; m < 12; ++m) {
            double beneficiaries = 0;
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o)
                beneficiaries += counts.of_month(Sum::beneficiaries, 12 * y + m, o);
            const int month = static_cast<int>(m) + 1;
            sink.put_month("beneficiaries", frame_.year_at(y), month, beneficiaries);
            sink.put_month("alliances", frame_.year_at(y), month, alliances_[12 * y + m]);
        }
    }
    void put_year(const Counts& counts, Sink& sink, std::size_t y) const {
        const int year = frame_.year_at(y);
        int months = 0, attended = 0, beneficiaries = 0, alliances = 0;
        std::array<model::Money, 4> spent;
        for (std::size_t m = 12 * y; m < 12 * (y + 1); ++m) {
            if (!frame_.blueprint.is_executed(m)) continue;
            const model::ExecutedMonth& month = *frame_.blueprint.executed[m];
            ++months;
            attended += month.attended;
            beneficiaries += month.beneficiaries;
            alliances += month.alliances;
            for (std::size_t c = 0; c < spent.size(); ++c) spent[c] += month.spending[c];
        }
        if (months == 0) return;
        model::Money all;
        for (const Component c : model::components) {
            const model::Money of = spent[static_cast<std::size_t>(c)];
            all += of;
            sink.put("executed_spending", year, Level::component, id_of(c), of.in_thousands());
        }
        sink.put("executed_spending", year, all.in_thousands());
        sink.put("executed_months", year, months);
        sink.put("executed_attended", year, attended);
        sink.put("executed_beneficiaries", year, beneficiaries);
        sink.put("executed_alliances", year, alliances);
        sink.put("executed_supplied", year, counts.total(model::FactKind::placed_by_record, y));
    }

    const Frame& frame_;
    std::array<model::CutAccountFact, 4> cut_{};
    std::vector<int> alliances_;  // realised, by month
};

}  // namespace

std::unique_ptr<Probe> make_executed_probe(const Frame& frame) { return std::make_unique<ExecutedProbe>(frame); }

std::vector<results::Column> executed_columns() {
    return {
        {"executed_months",
         "months",
         {"Meses ejecutados", "Executed months"},
         shapes::months,
         Years::add_up,
         Direction::neither,
         levels::programme,
         {"Meses del año que el escenario da como fueron (executed); los demás se simulan.",
          "Months of the year that the scenario gives as they were (executed); the others are simulated."}},
        {"executed_attended",
         "persons",
         {"Personas atendidas, ejecutado", "Persons attended, executed"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::programme,
         {"De las personas atendidas en el año, las de los meses ejecutados.",
          "Of the persons attended in the year, those of the executed months."}},
        {"executed_beneficiaries",
         "enterprises",
         {"Beneficiarios, ejecutado", "Beneficiaries, executed"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::programme,
         {"De los beneficiarios del año, los de los meses ejecutados.",
          "Of the beneficiaries of the year, those of the executed months."}},
        {"executed_alliances",
         "alliances",
         {"Alianzas, ejecutado", "Alliances, executed"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::programme,
         {"De las alianzas del año, las de los meses ejecutados.",
          "Of the alliances of the year, those of the executed months."}},
        {"executed_spending",
         "M$",
         {"Gasto ejecutado", "Executed spending"},
         shapes::money,
         Years::add_up,
         Direction::neither,
         levels::components_and_total,
         {"Del gasto del año, el de los meses ejecutados: lo que dice el escenario, al peso.",
          "Of the spending of the year, that of the executed months: what the scenario says, to the peso."}},
        {"executed_in_course",
         "M$",
         {"Comprometido por planes en curso al corte", "Committed for plans in course at the cut"},
         shapes::money,
         Years::stand_alone,
         Direction::neither,
         levels::components_and_total,
         {"Al fin del último mes ejecutado, lo que falta pagar de los planes en curso (funding.plan_payment: halves).",
          "At the end of the last executed month, what is still to be paid of plans in course (funding.plan_payment: "
          "halves)."}},
        {"executed_fixed",
         "M$",
         {"Costos fijos del resto del año", "Fixed costs of the rest of the year"},
         shapes::money,
         Years::stand_alone,
         Direction::neither,
         levels::components_and_total,
         {"Al fin del último mes ejecutado, lo que cuestan hasta diciembre el personal, los satélites y otros fijos.",
          "At the end of the last executed month, what staff, satellites and other fixed costs take until December."}},
        {"executed_left",
         "M$",
         {"Queda del presupuesto al corte", "Left of the appropriation at the cut"},
         shapes::money,
         Years::stand_alone,
         Direction::neither,
         levels::components_and_total,
         {"Al fin del último mes ejecutado: presupuesto y traspasos, menos recortes, lo ejecutado y lo comprometido "
          "por "
          "planes en curso. De ahí salen también los costos fijos del resto del año.",
          "At the end of the last executed month: appropriation and transfers, less cuts, what was executed and what "
          "is "
          "committed for plans in course. Fixed costs of the rest of the year come out of it too."}},
        {"executed_supplied",
         "enterprises",
         {"Planes ejecutados que la simulación no explica", "Executed plans that the simulation does not explain"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::programme,
         {"De los beneficiarios ejecutados, los que pasan de quienes, según los supuestos, califican y esperan: si son "
          "muchos, el escenario califica a menos de los que hubo (targeting, diagnosis.share).",
          "Of the executed beneficiaries, those beyond the enterprises that, by the assumptions, qualify and wait: if "
          "they are many, the scenario lets fewer qualify than there were (targeting, diagnosis.share)."}},
    };
}

}  // namespace aforo::measure
