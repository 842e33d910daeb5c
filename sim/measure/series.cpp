// The monthly series: stocks at the end of the month, flows, spending, limits. Flows and spending have the names of the
// yearly measures that they sum to.
#include "probes.hpp"
#include "stocks.hpp"

namespace aforo::measure {

namespace {

using model::Component;
using model::FactKind;

struct Flow {
    const char* column;
    Counted what;
};
constexpr std::array flows = {Flow{"arrivals", FactKind::arrived},
                              Flow{"returns", FactKind::returned},
                              Flow{"balked", FactKind::balked},
                              Flow{"left_attention", FactKind::left_attention},
                              Flow{"attended_persons", Sum::attended_persons},
                              Flow{"qualified", Sum::requests},
                              Flow{"turned_away", FactKind::turned_away},
                              Flow{"declined", FactKind::declined},
                              Flow{"withdrawn", FactKind::withdrew},
                              Flow{"admissions", FactKind::admitted},
                              Flow{"advised_persons", Sum::advised_persons},
                              Flow{"interrupted", FactKind::interrupted},
                              Flow{"graduates", FactKind::graduated},
                              Flow{"dropouts", FactKind::dropped_out}};

constexpr std::array limit_names = {"limit_demand", "limit_orientation", "limit_slots", "limit_hours", "limit_funds"};

class SeriesProbe : public Probe, public Hears<model::MonthAccountFact>, public Hears<model::CentreDayFact> {
public:
    explicit SeriesProbe(const Frame& frame) : frame_(frame), offices_(frame.office_ids.size()) {}

    void restart() override {
        const std::size_t months = frame_.years() * 12;
        paid_.assign(months, {});
        limits_.assign(months * frame_.blueprint.centres, {});
    }

    void on(const model::MonthAccountFact& f) override {
        paid_[month_index(f.year, f.month)][static_cast<std::size_t>(f.component)] = f.paid;
    }
    void on(const model::CentreDayFact& f) override {
        const model::Day& day = frame_.blueprint.on(f.day);
        Days& d = limits_[month_index(day.year, day.month) * frame_.blueprint.centres + f.centre.value];
        ++d.all;
        const std::array binds = {!(f.orientation || f.slots || f.hours || f.funds), f.orientation, f.slots, f.hours,
                                  f.funds};
        for (std::size_t l = 0; l < binds.size(); ++l) d.of[l] += binds[l];
    }

    void report(const Counts& counts, Sink& sink) override {
        for (const Flow& flow : flows) report_flow(counts, sink, flow);
        for (const Stock& stock : stocks()) report_stock(counts, sink, stock);
        report_spending(sink);
        report_limits(sink);
    }

private:
    struct Days {
        int all = 0;
        std::array<int, limit_names.size()> of{};
    };

    [[nodiscard]] std::size_t month_index(int year, int month) const {
        return frame_.year_index(year) * 12 + static_cast<std::size_t>(month - 1);
    }
    [[nodiscard]] std::size_t first_month() const { return frame_.first_index() * 12; }
    [[nodiscard]] std::size_t months() const { return frame_.years() * 12; }
    static int month_of(std::size_t index) { return static_cast<int>(index % 12) + 1; }

    // Puts one month's values by office into the sink: by region, as a total and, if requested, by office.
    void put_offices(Sink& sink, const char* column, std::size_t m, const std::vector<double>& values, bool by_office) {
        const int year = frame_.year_at(m / 12), month = month_of(m);
        double total = 0;
        by_region_.assign(frame_.region_ids.size(), 0.0);
        for (std::size_t o = 0; o < offices_; ++o) {
            total += values[o];
            by_region_[frame_.region_of[o]] += values[o];
            if (by_office) sink.put_month(column, year, month, Level::office, frame_.office_ids[o], values[o]);
        }
        for (std::size_t r = 0; r < by_region_.size(); ++r)
            sink.put_month(column, year, month, Level::region, frame_.region_ids[r], by_region_[r]);
        sink.put_month(column, year, month, total);
    }

    void report_flow(const Counts& counts, Sink& sink, const Flow& flow) {
        for (std::size_t m = first_month(); m < months(); ++m) {
            by_office_.assign(offices_, 0.0);
            for (std::size_t o = 0; o < offices_; ++o) by_office_[o] = counts.of_month(flow.what, m, o);
            put_offices(sink, flow.column, m, by_office_, false);
        }
    }

    void report_stock(const Counts& counts, Sink& sink, const Stock& stock) {
        by_office_.assign(offices_, 0.0);
        for (std::size_t m = 0; m < months(); ++m) {
            for (std::size_t o = 0; o < offices_; ++o) {
                for (const FactKind k : stock.in) by_office_[o] += counts.of_month(k, m, o);
                for (const FactKind k : stock.out) by_office_[o] -= counts.of_month(k, m, o);
            }
            if (m >= first_month()) put_offices(sink, stock.at_month_end, m, by_office_, true);
        }
    }

    void report_spending(Sink& sink) {
        for (std::size_t m = first_month(); m < months(); ++m) {
            const int year = frame_.year_at(m / 12), month = month_of(m);
            model::Money total;
            for (const Component c : model::components) {
                const auto i = static_cast<std::size_t>(c);
                const model::Money spent = month == 1 ? paid_[m][i] : paid_[m][i] - paid_[m - 1][i];
                total += spent;
                sink.put_month("spending", year, month, Level::component, component_ids_[i], spent.in_thousands());
            }
            sink.put_month("spending", year, month, total.in_thousands());
        }
    }

    void report_limits(Sink& sink) {
        const std::size_t centres = frame_.blueprint.centres;
        for (std::size_t m = first_month(); m < months(); ++m) {
            for (std::size_t l = 0; l < limit_names.size(); ++l) {
                int days = 0, bound = 0;
                for (std::size_t c = 0; c < centres; ++c) {
                    const Days& d = limits_[m * centres + c];
                    days += d.all;
                    bound += d.of[l];
                    put_limit(sink, l, m, Level::office, frame_.office_ids[c], d.of[l], d.all);
                }
                put_limit(sink, l, m, Level::programme, none_, bound, days);
            }
        }
    }
    void put_limit(Sink& sink, std::size_t limit, std::size_t m, Level level, const std::string& id, int bound,
                   int days) const {
        sink.put_month(limit_names[limit], frame_.year_at(m / 12), month_of(m), level, id, ratio(bound, days));
    }

    const Frame& frame_;
    const std::size_t offices_;
    std::vector<std::array<model::Money, 4>> paid_;  // by month, since 1 January
    std::vector<Days> limits_;                       // [month × centres + centre]
    std::vector<double> by_office_, by_region_;
    std::vector<std::string> component_ids_ = [] {
        std::vector<std::string> ids;
        for (const auto& c : results::components) ids.emplace_back(c.id);
        return ids;
    }();
    std::string none_;
};

}  // namespace

std::unique_ptr<Probe> make_series_probe(const Frame& frame) { return std::make_unique<SeriesProbe>(frame); }

std::vector<results::Column> series_columns() {
    return {
        {"attention_waiting",
         "enterprises",
         {"Esperan atención al fin del mes", "Waiting for attention at the end of the month"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Empresas que esperan atención al fin del mes.",
          "Enterprises waiting for attention at the end of the month."}},
        {"waiting",
         "enterprises",
         {"Esperan cupo al fin del mes", "Waiting for a slot at the end of the month"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Empresas en lista de espera por un cupo al fin del mes.",
          "Enterprises on the waiting list for a slot at the end of the month."}},
        {"in_plan",
         "enterprises",
         {"En plan de trabajo al fin del mes", "In a work plan at the end of the month"},
         shapes::count,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Empresas con un plan de trabajo en curso al fin del mes.",
          "Enterprises in a work plan at the end of the month."}},
    };
}

}  // namespace aforo::measure
