// How many enterprises pass each stage in a year, how many are in each state at its end, and coverages.
#include "breakdown.hpp"
#include "probes.hpp"
#include "stocks.hpp"

namespace aforo::measure {

namespace {

using model::FactKind;

// The yearly flows; those before the diagnosis have no groups by band.
struct Flow {
    const char* column;
    Counted what;
    bool has_band;
};
constexpr std::array flows = {Flow{"arrivals", FactKind::arrived, false},
                              Flow{"returns", FactKind::returned, false},
                              Flow{"balked", FactKind::balked, false},
                              Flow{"left_attention", FactKind::left_attention, false},
                              Flow{"informed", FactKind::informed, false},
                              Flow{"diagnosed", FactKind::diagnosed, true},
                              Flow{"referred", FactKind::referred, true},
                              Flow{"admissions", FactKind::admitted, true},
                              Flow{"turned_away", FactKind::turned_away, true},
                              Flow{"interrupted", FactKind::interrupted, true},
                              Flow{"withdrawn", FactKind::withdrew, true},
                              Flow{"declined", FactKind::declined, true},
                              Flow{"sessions_held", FactKind::session_held, true},
                              Flow{"no_shows", FactKind::no_show, true},
                              Flow{"graduates", FactKind::graduated, true},
                              Flow{"dropouts", FactKind::dropped_out, true},
                              Flow{"qualified", Sum::requests, true},
                              Flow{"re_entries", FactKind::requested_again, true},
                              Flow{"attended_persons", Sum::attended_persons, false},
                              Flow{"advised_persons", Sum::advised_persons, true},
                              Flow{"beneficiaries", Sum::beneficiaries, true}};

class FlowProbe : public Probe {
public:
    explicit FlowProbe(const Frame& frame) : frame_(frame), places_(frame) {}

    void restart() override {}

    void report(const Counts& counts, Sink& sink) override {
        for (const Flow& flow : flows) {
            for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
                put_offices(sink, flow.column, y, [&](std::size_t o) { return counts.of_year(flow.what, y, o); });
                places_.put_groups(sink, flow.column, y, flow.has_band ? groups : first_band_group,
                                   [&](std::size_t g) { return counts.of_group(flow.what, y, g); });
                for (const Combination& c : frame_.combinations) {
                    if (c.has_band && !flow.has_band) continue;
                    sink.put(flow.column, frame_.year_at(y), Level::group, c.id,
                             of_combination(counts, flow.what, y, c));
                }
            }
        }
        report_cumulative(counts, sink);
        report_stocks(counts, sink);
        report_coverage(counts, sink);
    }

private:
    // Puts one measure for the offices, the regions and the programme.
    template <class ByOffice>
    void put_offices(Sink& sink, const char* column, std::size_t y, ByOffice by_office) {
        const double total = places_.put(sink, column, y, by_office);
        sink.put(column, frame_.year_at(y), total);
    }

    void report_cumulative(const Counts& counts, Sink& sink) {
        std::vector<double> sum(frame_.office_ids.size(), 0.0);
        double total = 0;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            put_offices(sink, "beneficiaries_unique_cumulative", y,
                        [&](std::size_t o) { return sum[o] += counts.of_year(Sum::first_admissions, y, o); });
            total += counts.total(Sum::first_admissions, y);
            sink.put("coverage_target_cumulative", frame_.year_at(y),
                     ratio(total, frame_.blueprint.scenario.population.target));
        }
    }

    // Stocks follow exactly from the flows, because the simulation starts empty.
    void report_stocks(const Counts& counts, Sink& sink) {
        for (const Stock& stock : stocks()) {
            std::vector<double> level(frame_.office_ids.size(), 0.0);
            for (std::size_t y = 0; y < frame_.years(); ++y) {
                for (std::size_t o = 0; o < level.size(); ++o) {
                    for (const FactKind k : stock.in) level[o] += counts.of_year(k, y, o);
                    for (const FactKind k : stock.out) level[o] -= counts.of_year(k, y, o);
                }
                if (y >= frame_.first_index()) {
                    put_offices(sink, stock.at_year_end, y, [&](std::size_t o) { return level[o]; });
                }
            }
        }
    }

    void report_coverage(const Counts& counts, Sink& sink) {
        const auto& s = frame_.blueprint.scenario;
        double inhabitants = 0;
        for (const auto& [key, region] : s.network.regions) inhabitants += region.population;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            const double all = counts.total(Sum::beneficiaries, y);
            sink.put("coverage_target", year, ratio(all, s.population.target));
            sink.put("coverage_potential", year, ratio(all, s.population.potential));
            by_region_.assign(frame_.region_ids.size(), 0.0);
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o)
                by_region_[frame_.region_of[o]] += counts.of_year(Sum::beneficiaries, y, o);
            std::size_t r = 0;
            for (const auto& [key, region] : s.network.regions) {
                sink.put("coverage_potential", year, Level::region, key,
                         ratio(by_region_[r++] * inhabitants, s.population.potential * region.population));
            }
            report_served_share(counts, sink, y);
        }
    }

    // Puts the share at every level.
    void report_served_share(const Counts& counts, Sink& sink, std::size_t y) {
        const auto put = [&](Level level, const std::string& id, auto of) {
            sink.put("served_share_of_qualified", frame_.year_at(y), level, id, served_share(of));
        };
        put(Level::programme, "", [&](Counted what) { return counts.total(what, y); });
        for (std::size_t o = 0; o < frame_.office_ids.size(); ++o)
            put(Level::office, frame_.office_ids[o], [&](Counted what) { return counts.of_year(what, y, o); });
        for (std::size_t r = 0; r < frame_.region_ids.size(); ++r) {
            put(Level::region, frame_.region_ids[r], [&](Counted what) {
                double sum = 0;
                for (std::size_t o = 0; o < frame_.office_ids.size(); ++o)
                    sum += frame_.region_of[o] == r ? counts.of_year(what, y, o) : 0;
                return sum;
            });
        }
        for (std::size_t g = 0; g < groups; ++g)
            put(Level::group, group_ids_[g], [&](Counted what) { return counts.of_group(what, y, g); });
        for (const Combination& c : frame_.combinations)
            put(Level::group, c.id, [&](Counted what) { return of_combination(counts, what, y, c); });
    }
    static double of_combination(const Counts& counts, Counted what, std::size_t year, const Combination& c) {
        double sum = 0;
        for (const std::size_t t : c.types) sum += counts.of_type(what, year, t);
        return sum;
    }

    const Frame& frame_;
    const Breakdown places_;
    std::vector<double> by_region_;
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
};

}  // namespace

std::unique_ptr<Probe> make_flow_probe(const Frame& frame) { return std::make_unique<FlowProbe>(frame); }

std::vector<results::Column> flow_columns() {
    return {
        {"arrivals",
         "enterprises",
         {"Llegadas", "Arrivals"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Empresas que llegan en el año a una oficina por primera vez.",
          "Enterprises that come to an office for the first time in the year."}},
        {"attended_persons",
         "persons",
         {"Personas atendidas", "Persons attended"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Personas cuya atención (con diagnóstico, si lo hay) termina en el año; una por empresa, salvo que el "
          "escenario diga más.",
          "Persons whose attention (with diagnosis, if any) ends in the year; one per enterprise unless the scenario "
          "says more."}},
        {"returns",
         "enterprises",
         {"Vuelven las que se fueron sin plan", "Come again, having left without a plan"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Empresas que se habían ido sin plan y vuelven a la atención en el año.",
          "Enterprises that had left without a plan and come to attention again in the year."}},
        {"balked",
         "enterprises",
         {"Hallan la oficina llena y se van", "Find the office full and go"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Empresas que llegan en el año a una oficina llena y se van.",
          "Enterprises that come to a full office in the year and go away."}},
        {"left_attention",
         "enterprises",
         {"Se van antes de ser atendidas", "Left before being attended"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Empresas que dejan la fila de atención en el año sin ser atendidas, al acabarse su paciencia.",
          "Enterprises that leave the queue for attention unattended in the year, out of patience."}},
        {"informed",
         "enterprises",
         {"Atendidas, solo información", "Attended, information only"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Empresas atendidas en el año que solo querían información.",
          "Enterprises attended in the year that wanted information only."}},
        {"diagnosed",
         "enterprises",
         {"Diagnosticadas", "Diagnosed"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Empresas cuyo diagnóstico termina en el año.", "Enterprises whose diagnosis ends in the year."}},
        {"referred",
         "enterprises",
         {"No califican y son derivadas", "Do not qualify: referred"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Empresas diagnosticadas en el año que no cumplen algún criterio y son derivadas.",
          "Enterprises diagnosed in the year that fail a criterion and are referred."}},
        {"admissions",
         "enterprises",
         {"Admisiones a un plan", "Admissions to a plan"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Admisiones a un plan de trabajo en el año; una misma empresa puede ser admitida más de una vez.",
          "Admissions to a work plan in the year; one enterprise may be admitted more than once."}},
        {"advised_persons",
         "persons",
         {"Personas asesoradas", "Persons advised"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Personas de las empresas admitidas a un plan de trabajo en el año (una por empresa, salvo que el escenario "
          "diga más); cuenta cada admisión.",
          "Persons of the enterprises admitted to a work plan in the year (one per enterprise unless the scenario says "
          "more); each admission counts."}},
        {"turned_away",
         "enterprises",
         {"Hallan la lista llena", "Find the list full"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Empresas que piden un cupo en el año y hallan la lista llena, o un programa sin cupos.",
          "Enterprises that ask for a slot in the year and find the list full, or a programme without slots."}},
        {"interrupted",
         "enterprises",
         {"Planes cortados por falta de asesor", "Plans cut short for lack of advisor"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Planes de trabajo que se cortan en el año porque salen asesores; la empresa vuelve a la lista.",
          "Work plans cut short in the year because advisors leave; the enterprise goes back to the list."}},
        {"withdrawn",
         "enterprises",
         {"Se retiran de la espera", "Left the waiting list"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Empresas que dejan la lista de espera en el año, al acabarse su paciencia.",
          "Enterprises that leave the waiting list in the year, out of patience."}},
        {"declined",
         "enterprises",
         {"Rechazan el cupo ofrecido", "Declined the slot offered"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Empresas que rechazan en el año el cupo que se les ofrece.",
          "Enterprises that decline in the year the slot that they are offered."}},
        {"sessions_held",
         "sessions",
         {"Sesiones de asesoría realizadas", "Advisory sessions held"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Sesiones de asesoría a las que la empresa asiste en el año.",
          "Advisory sessions that the enterprise attends in the year."}},
        {"no_shows",
         "sessions",
         {"Sesiones perdidas por inasistencia", "Sessions lost to no-shows"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Sesiones de asesoría perdidas por inasistencia en el año.",
          "Advisory sessions lost to a no-show in the year."}},
        {"graduates",
         "enterprises",
         {"Egresos", "Graduates"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Planes de trabajo que terminan en egreso en el año.", "Work plans that end in graduation in the year."}},
        {"dropouts",
         "enterprises",
         {"Abandonos", "Dropouts"},
         shapes::count,
         Years::add_up,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Planes de trabajo abandonados en el año.", "Work plans dropped in the year."}},
        {"qualified",
         "enterprises",
         {"Califican o piden otro plan", "Qualify or ask again"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Empresas que piden un cupo en el año: las que pasan la focalización más los reingresos.",
          "Enterprises that ask for a slot in the year: those that pass targeting plus re-entries."}},
        {"re_entries",
         "enterprises",
         {"Egresadas que piden otro plan", "Graduates that ask again"},
         shapes::count,
         Years::add_up,
         Direction::neither,
         levels::offices_and_groups,
         {"Egresadas que piden otro plan en el año.", "Graduates that ask for another plan in the year."}},
        {"beneficiaries",
         "enterprises",
         {"Población Beneficiaria", "Beneficiary population"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Empresas admitidas a un plan de trabajo en el año, una vez cada una; si vuelve otro año, cuenta otra vez en "
          "ese año.",
          "Enterprises admitted to a work plan in the year, once each; one that repeats in a later year counts again "
          "in it."}},
        {"beneficiaries_unique_cumulative",
         "enterprises",
         {"Beneficiarios únicos acumulados", "Unique beneficiaries, cumulative"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices,
         {"Empresas admitidas al menos una vez desde el 1 de enero del primer año hasta el fin del año.",
          "Enterprises admitted at least once from 1 January of the first year to the end of the year."}},
        {"coverage_target_cumulative",
         "ratio",
         {"Cobertura acumulada (Únicos/Objetivo)", "Cumulative coverage (Unique/Target)"},
         shapes::fine_share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::programme,
         {"beneficiaries_unique_cumulative sobre la población objetivo.",
          "beneficiaries_unique_cumulative over the target population."},
         {"Puede pasar de 1: nada limita las admisiones a esa población.",
          "It may pass 1: nothing limits admissions to that population."}},
        {"attention_waiting_year_end",
         "enterprises",
         {"Esperan atención al 31 de diciembre", "Waiting for attention on 31 December"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Empresas que esperan atención al fin del 31 de diciembre.",
          "Enterprises waiting for attention at the end of 31 December."}},
        {"waiting_year_end",
         "enterprises",
         {"Esperan cupo al 31 de diciembre", "Waiting for a slot on 31 December"},
         shapes::count,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices,
         {"Empresas en lista de espera por un cupo al fin del 31 de diciembre.",
          "Enterprises on the waiting list for a slot at the end of 31 December."}},
        {"in_plan_year_end",
         "enterprises",
         {"En plan de trabajo al 31 de diciembre", "In a work plan on 31 December"},
         shapes::count,
         Years::stand_alone,
         Direction::neither,
         levels::offices,
         {"Empresas con un plan de trabajo en curso al fin del 31 de diciembre.",
          "Enterprises in a work plan at the end of 31 December."}},
        {"coverage_target",
         "ratio",
         {"Cobertura (Beneficiaria/Objetivo)", "Coverage (Beneficiary/Target)"},
         shapes::fine_share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::programme,
         {"beneficiaries sobre la población objetivo: un flujo del año sobre un stock.",
          "beneficiaries over the target population: a yearly flow over a stock."},
         {"Puede pasar de 1: nada limita las admisiones a esa población.",
          "It may pass 1: nothing limits admissions to that population."}},
        {"coverage_potential",
         "ratio",
         {"Cobertura (Beneficiaria/Potencial)", "Coverage (Beneficiary/Potential)"},
         shapes::fine_share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::regions,
         {"beneficiaries sobre la población potencial; por región, la potencial se reparte según habitantes.",
          "beneficiaries over the potential population; by region, the potential is shared out by inhabitants."},
         {"Puede pasar de 1: salvo con demand.finite_population, nada limita las llegadas a esa población.",
          "It may pass 1: but for demand.finite_population, nothing limits arrivals to that population."}},
        {"served_share_of_qualified",
         "ratio",
         {"Admisiones / las que califican", "Admissions / those that qualify"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"admissions sobre qualified e interrupted del mismo año: a quien se le interrumpe el plan vuelve a pedir.",
          "admissions over qualified and interrupted of the same year: who has its plan interrupted asks again."},
         {"Puede pasar de 1: también se admite a quienes lo pidieron en años anteriores y aún esperaban.",
          "It may pass 1: those who asked in earlier years and still waited are admitted too."}},
    };
}

}  // namespace aforo::measure
