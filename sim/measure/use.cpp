// How much of each capacity is used in a year.
#include "breakdown.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

class UseProbe : public Probe, public Hears<model::OfficeYearFact> {
public:
    explicit UseProbe(const Frame& frame) : frame_(frame), places_(frame), visited_(frame, visited(frame.blueprint)) {}

    void restart() override { facts_.assign(frame_.years() * frame_.office_ids.size(), {}); }

    void on(const model::OfficeYearFact& f) override {
        facts_[frame_.year_index(f.year) * frame_.office_ids.size() + f.office.value] = f;
    }

    void report(const Counts&, Sink& sink) override {
        using F = model::OfficeYearFact;
        put(sink, "slot_utilisation", &F::slot_days_used, &F::slot_days);
        put(sink, "hour_utilisation", &F::agenda_hours_booked, &F::agenda_hours);
        put(sink, "orientation_utilisation", &F::desk_hours_busy, &F::desk_hours);
        put_travel(sink);
    }

private:
    using Member = double model::OfficeYearFact::*;

    void put(Sink& sink, const char* column, Member used, Member available) {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const Share all = places_.put(
                sink, column, y,
                [&](std::size_t o) {
                    const auto& f = facts_[y * frame_.office_ids.size() + o];
                    return Share{f.*used, f.*available};
                },
                [](const Share& s) { return ratio(s.used, s.available); });
            sink.put(column, frame_.year_at(y), ratio(all.used, all.available));
        }
    }

    // Travel is known in advance: it is the visiting days of satellites without their own advisors.
    void put_travel(Sink& sink) {
        const auto& blueprint = frame_.blueprint;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const double total = visited_.put(sink, "travel_hours", y, [&](std::size_t o) {
                const model::OfficeId office(static_cast<std::uint32_t>(o));
                double hours = 0;
                const model::Date next = core::new_year(frame_.year_at(y) + 1);
                for (model::Date d = core::new_year(frame_.year_at(y)); d < next; d += core::days(1))
                    hours += blueprint.is_open(office, d)
                                 ? core::in_hours(blueprint.office_spell(o, blueprint.spell_of(d)).travel)
                                 : 0;
                return hours;
            });
            sink.put("travel_hours", frame_.year_at(y), total);
        }
    }

    // The satellites without their own advisors.
    static std::vector<std::size_t> visited(const model::Blueprint& blueprint) {
        std::vector<std::size_t> offices;
        for (std::size_t o = blueprint.centres; o < blueprint.offices.size(); ++o) {
            if (blueprint.units[blueprint.offices[o].unit.value].office !=
                model::OfficeId(static_cast<std::uint32_t>(o)))
                offices.push_back(o);
        }
        return offices;
    }

    struct Share {
        double used = 0, available = 0;
        void operator+=(const Share& s) {
            used += s.used;
            available += s.available;
        }
    };

    const Frame& frame_;
    const Breakdown places_, visited_;
    std::vector<model::OfficeYearFact> facts_;
};

}  // namespace

std::unique_ptr<Probe> make_use_probe(const Frame& frame) { return std::make_unique<UseProbe>(frame); }

std::vector<results::Column> use_columns() {
    return {
        {"slot_utilisation",
         "ratio",
         {"Cupos ocupados", "Slots occupied"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Cupos ocupados sobre cupos existentes, ponderados por tiempo; por oficina con asesores. Tras un recorte, "
          "los que "
          "siguen ocupados existen hasta que termina su plan.",
          "Slots taken over slots there are, time-weighted; by office with advisors. After a cut, those still taken "
          "are "
          "there until their plan ends."}},
        {"hour_utilisation",
         "ratio",
         {"Horas de asesores usadas", "Advisor hours used"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Horas de asesores reservadas en la agenda del año (inasistencias incluidas) sobre las horas directas, "
          "descontados los viajes.",
          "Advisor hours booked in the year's agenda (no-shows included) over direct hours less travel."},
         {"Puede pasar de 1: en la semana de Año Nuevo una sesión puede usar horas que quedaron libres a fines de "
          "diciembre.",
          "It may pass 1: in the week of New Year a session may use hours left free at the end of December."}},
        {"travel_hours",
         "hours",
         {"Horas de viaje a satélites", "Hours of travel to satellites"},
         shapes::hours,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices,
         {"Horas del año de asesores de los centros en viajes a los satélites que visitan; por oficina, a cada "
          "satélite.",
          "Hours of the year of the centres' advisors on the way to the satellites that they visit; by office, to each "
          "satellite."}},
        {"orientation_utilisation",
         "ratio",
         {"Horas de orientación usadas / pagadas", "Orientation hours used / paid"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Horas de las atenciones y diagnósticos que comienzan en el año sobre las horas de mesón del personal de "
          "orientación.",
          "Hours of the attentions and diagnoses that start in the year over the desk hours of orientation staff."},
         {"Puede pasar de 1: una atención en curso al cerrar termina, y lo que se alarga se descuenta de aperturas "
          "siguientes, quizá del otro año, o es trabajo sin pago (attention.overrun: extra).",
          "It may pass 1: a service in course at closing is finished, and what it runs over is taken off later "
          "openings, "
          "perhaps of the next year, or is unpaid work (attention.overrun: extra)."}},
    };
}

}  // namespace aforo::measure
