// Who was there at the start by the scenario (scenario::Initial), and how long the backlog of its list takes to vanish.
#include "breakdown.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;

class InitialProbe : public Probe, public Hears<Fact> {
public:
    explicit InitialProbe(const Frame& frame)
        : frame_(frame), places_(frame), is_any_(frame.blueprint.scenario.initial.is_any()) {}

    [[nodiscard]] bool wants(FactKind k) const override {
        return is_any_ && (k == FactKind::placed_for_attention || k == FactKind::placed_on_list ||
                           k == FactKind::placed_in_plan || k == FactKind::admitted || k == FactKind::withdrew ||
                           k == FactKind::declined || k == FactKind::turned_away);
    }

    void restart() override {
        for (auto& placed : placed_) placed.assign(frame_.office_ids.size(), 0.0);
        left_ = 0;
        cleared_ = undefined;
        by_month_.assign(frame_.blueprint.months, 0.0);
    }

    void on(const Fact& f) override {
        const auto kind = static_cast<std::size_t>(f.kind) - static_cast<std::size_t>(FactKind::placed_for_attention);
        if (kind < placed_.size()) ++placed_[kind][f.who->office.value];
        if (!f.who->placed) return;
        const double change = f.kind == FactKind::placed_on_list ? 1 : -1;
        left_ += change;
        by_month_[static_cast<std::size_t>(f.month)] += change;
        if (left_ > 0) return;
        const auto start = frame_.blueprint.initial_day();
        cleared_ = core::in_days(f.at - model::Time(start)) / core::days_per_month;
    }

    void report(const Counts&, Sink& sink) override {
        if (!is_any_) return;
        const int year = core::year_of(frame_.blueprint.initial_day());
        const std::size_t index = frame_.year_index(year);
        constexpr std::array columns = {"initial_for_attention", "initial_on_list", "initial_in_plan"};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double all = places_.put(sink, columns[i], index, [&](std::size_t o) { return placed_[i][o]; });
            sink.put(columns[i], year, all);
        }
        sink.put("backlog_months", year, cleared_);
        double left = 0;
        for (std::size_t y = index; y < frame_.years(); ++y) {
            for (int month = 1; month <= 12; ++month) {
                left += by_month_[12 * y + static_cast<std::size_t>(month) - 1];
                sink.put_month("backlog", frame_.year_at(y), month, left);
            }
            sink.put("backlog", frame_.year_at(y), left);
        }
    }

private:
    const Frame& frame_;
    const Breakdown places_;
    const bool is_any_;
    std::array<std::vector<double>, 3> placed_;  // by office
    double left_ = 0, cleared_ = undefined;
    std::vector<double> by_month_;  // change of the backlog
};

}  // namespace

std::unique_ptr<Probe> make_initial_probe(const Frame& frame) { return std::make_unique<InitialProbe>(frame); }

std::vector<results::Column> initial_columns() {
    return {
        {"initial_for_attention",
         "enterprises",
         {"Esperaban atención al comenzar", "Waited for attention at the start"},
         shapes::count,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Empresas que el escenario pone a esperar atención el 1 de enero del primer año (initial.for_attention); no "
          "están "
          "entre las que llegan.",
          "Enterprises that the scenario has wait for attention on 1 January of the first year "
          "(initial.for_attention); they "
          "are not among those that come."}},
        {"initial_on_list",
         "enterprises",
         {"Esperaban un cupo al comenzar", "Waited for a slot at the start"},
         shapes::count,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Empresas que el escenario pone en la lista de espera ese día (initial.on_list); no están entre las que "
          "califican.",
          "Enterprises that the scenario puts on the waiting list on that day (initial.on_list); they are not among "
          "those "
          "that qualify."}},
        {"initial_in_plan",
         "enterprises",
         {"Tenían un plan al comenzar", "Had a plan at the start"},
         shapes::count,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Empresas con un plan en curso ese día (initial.in_plan); no están entre las admisiones ni los "
          "beneficiarios.",
          "Enterprises with a plan in course on that day (initial.in_plan); they are among neither admissions nor "
          "beneficiaries."}},
        {"backlog",
         "enterprises",
         {"Quedan de la espera inicial", "Left of the initial list"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"De quienes estaban en la lista al comenzar, las que siguen en ella al fin del período.",
          "Of those on the list at the start, those still on it at the end of the period."}},
        {"backlog_months",
         "months",
         {"Meses en que se acaba la espera inicial", "Months until the initial list is gone"},
         shapes::months,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"Desde el comienzo hasta que la última de esas empresas tiene plan, se retira o rechaza el cupo; sin definir "
          "si al "
          "final queda alguna.",
          "From the start until the last of those enterprises has a plan, leaves or declines; undefined if some is "
          "left at "
          "the end."}},
    };
}

}  // namespace aforo::measure
