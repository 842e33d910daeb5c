// The share of centre-days on which each limit binds; several may bind at one centre on one day.
#include "probes.hpp"

namespace aforo::measure {

namespace {

class LimitProbe : public Probe, public Hears<model::CentreDayFact> {
public:
    explicit LimitProbe(const Frame& frame) : frame_(frame) {}

    void restart() override { cells_.assign(frame_.years() * frame_.blueprint.centres, {}); }

    void on(const model::CentreDayFact& f) override {
        Days& c = cells_[frame_.year_index(f.day) * frame_.blueprint.centres + f.centre.value];
        ++c.days;
        c.orientation += f.orientation;
        c.slots += f.slots;
        c.hours += f.hours;
        c.funds += f.funds;
        c.demand += !(f.orientation || f.slots || f.hours || f.funds);
    }

    void report(const Counts&, Sink& sink) override {
        std::vector<Days> regions(frame_.region_ids.size());
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            regions.assign(regions.size(), {});
            Days all;
            for (std::size_t c = 0; c < frame_.blueprint.centres; ++c) {
                const Days& centre = cells_[y * frame_.blueprint.centres + c];
                put(sink, year, Level::office, frame_.office_ids[c], centre);
                regions[frame_.region_of[c]] += centre;
                all += centre;
            }
            for (std::size_t r = 0; r < regions.size(); ++r)
                put(sink, year, Level::region, frame_.region_ids[r], regions[r]);
            put(sink, year, Level::programme, "", all);
        }
    }

private:
    struct Days {
        double days = 0, demand = 0, orientation = 0, slots = 0, hours = 0, funds = 0;
        Days& operator+=(const Days& c) {
            days += c.days;
            demand += c.demand;
            orientation += c.orientation;
            slots += c.slots;
            hours += c.hours;
            funds += c.funds;
            return *this;
        }
    };

    static void put(Sink& sink, int year, Level level, const std::string& id, const Days& c) {
        sink.put("limit_demand", year, level, id, ratio(c.demand, c.days));
        sink.put("limit_orientation", year, level, id, ratio(c.orientation, c.days));
        sink.put("limit_slots", year, level, id, ratio(c.slots, c.days));
        sink.put("limit_hours", year, level, id, ratio(c.hours, c.days));
        sink.put("limit_funds", year, level, id, ratio(c.funds, c.days));
    }

    const Frame& frame_;
    std::vector<Days> cells_;  // [year × centres + centre]
};

}  // namespace

std::unique_ptr<Probe> make_limit_probe(const Frame& frame) { return std::make_unique<LimitProbe>(frame); }

std::vector<results::Column> limit_columns() {
    return {
        {"limit_demand",
         "ratio",
         {"Límite: demanda", "Limit: demand"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Parte de los días-centro del año en que ningún otro límite actúa: faltan empresas, no capacidad.",
          "Share of the year's centre-days on which no other limit binds: enterprises are lacking, not capacity."}},
        {"limit_orientation",
         "ratio",
         {"Límite: horas de orientación", "Limit: orientation hours"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Parte de los días-centro en que, con fondos, alguien lleva esperando atención más de lo que el escenario da "
          "por normal (attention.long_wait: 30 días si no dice otra cosa), o en este mes y el anterior se fue sin ella "
          "más de un quinto de quienes llegaron, por falta de lugar o de paciencia.",
          "Share of centre-days on which, with funds, somebody has waited for attention longer than the scenario calls "
          "usual (attention.long_wait: 30 days unless it says otherwise), or in this month and the last more than a "
          "fifth of those who came went away without it, for lack of room or patience."}},
        {"limit_slots",
         "ratio",
         {"Límite: cupos", "Limit: slots"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Parte de los días-centro en que todos los cupos están ocupados y alguien espera uno, o en este mes y el "
          "anterior se fue sin él más de un quinto de quienes lo pidieron.",
          "Share of centre-days on which all slots are taken and somebody waits for one, or in this month and the last "
          "more than a fifth of those who asked for one went away without it."}},
        {"limit_hours",
         "ratio",
         {"Límite: horas de asesores", "Limit: advisor hours"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Parte de los días-centro en que la última sesión reservada quedó más lejos de su fecha de lo que el escenario "
          "da por normal (advisory.long_delay: 7 días si no dice otra cosa), por falta de horas de asesores.",
          "Share of centre-days on which the latest session booked was put off longer than the scenario calls usual "
          "(advisory.long_delay: 7 days unless it says otherwise), for lack of advisor hours."}},
        {"limit_funds",
         "ratio",
         {"Límite: fondos", "Limit: funds"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Parte de los días-centro en que alguien espera, o más de un quinto se va, y lo que falta son fondos: se "
          "agotaron, no se liberan aún o están congelados.",
          "Share of centre-days on which somebody waits, or more than a fifth go away, and what lacks is funds: used "
          "up, "
          "not released yet or frozen."}},
    };
}

}  // namespace aforo::measure
