#include "validate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/lever.hpp"
#include "aforo/scenario/prices.hpp"
#include "aforo/scenario/staffing.hpp"
#include "bounds.hpp"
#include "exceptions_read.hpp"
#include "observed.hpp"

namespace aforo::scenario {

namespace {

// Every growth in the table of the language, with its path.
class GrowthList {
public:
    template <class T>
    void field(const Field& f, T& member) {
        if constexpr (std::is_same_v<T, Growth>) found.emplace_back(path_ + f.key, member);
    }
    template <class S>
    void section(const Field& f, S& member) {
        const std::string outer = path_;
        path_ += std::string(f.key) + ".";
        describe(*this, member);
        path_ = outer;
    }
    template <class K, class S>
    void keyed(const Field& f, std::map<K, S>& members) {
        const std::string outer = path_;
        for (auto& [key, member] : members) {
            path_ = fmt::format("{}{}.{}.", outer, f.key, key);
            describe(*this, member);
        }
        path_ = outer;
    }

    std::vector<std::pair<std::string, Growth>> found;

private:
    std::string path_;
};

class Validator {
public:
    Validator(const Scenario& s, const Places& places, Report& report) : s_(s), places_(places), report_(report) {
        for (const auto& d : report.found()) wrong_.insert(d.path);
    }

    void all() {
        if (places_.of.contains("name") && is_sound("name") &&
            s_.name.find_first_not_of(" \t\n") == std::string::npos) {
            error("name", {"está vacío", "is empty"}, {"dé un nombre al escenario", "give the scenario a name"});
        }
        sources();
        data();
        network();
        working_dates();
        calendar();
        demand();
        enterprises();
        attention();
        targeting();
        waiting_list();
        groups_of_results();
        advisory();
        work_plan();
        graduation();
        funding();
        administration();
        initial();
        exceptions();
        joint_ranges();
        levers();
        if (is_sound("horizon") && horizon()) {
            executed();
            growths();
            prices();
            if (report_.count() == 0) working_days();
        }
        if (report_.count() > 0) return;
        for (const Excess& e : excesses(s_)) error(e.path, e.what, e.hint);
        if (report_.count() == 0) each_exception_everywhere();
        if (report_.count() == 0) staff();
        if (report_.count() == 0) executed_money();
    }

private:
    void error(const std::string& path, const Message& what, const Message& hint = {}) {
        report_.error(places_.nearest(path), path, what, hint);
    }

    // Whether no error was reported for the path, for what is inside it or for the groups around it. Otherwise the
    // scenario does not hold what was written, and a check would complain about the wrong value.
    [[nodiscard]] bool is_sound(const std::string& path) const {
        for (std::string group = path;;) {
            if (wrong_.contains(group)) return false;
            const auto dot = group.find_last_of(".[");
            if (dot == std::string::npos) break;
            group.resize(dot);
        }
        return std::none_of(inside_.begin(), inside_.end(), [&](char c) {
            const auto next = wrong_.lower_bound(path + c);
            return next != wrong_.end() && next->starts_with(path + c);
        });
    }

    // Suggests the word that was probably meant, or else `otherwise`.
    [[nodiscard]] static Message guess(const std::string& word, const std::vector<std::string>& known,
                                       const Message& otherwise) {
        const std::string near = known.size() > 1000 ? "" : core::nearest(word, known);
        return near.empty() ? otherwise
                            : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)};
    }

    void sources() {
        std::vector<std::string> known;
        for (const auto& [key, source] : s_.sources) known.push_back(key);
        for (const auto& [path, r] : places_.references) {
            if (s_.sources.contains(r.source) || wrong_.contains("sources." + r.source)) continue;
            report_.error(r.place, path.empty() ? "source" : path + ".source",
                          {fmt::format("la fuente «{}» no está en sources", r.source),
                           fmt::format("the source '{}' is not in sources", r.source)},
                          guess(r.source, known, {"agréguela a sources", "add it to sources"}));
        }
    }

    // What files name is read, and stands in the other keys.
    void data() {
        const Data& d = s_.data;
        if (d.arrivals.empty() && d.centres.empty() && d.durations.empty() && d.budget.empty() && d.published.empty() &&
            d.executed.empty())
            return;
        error("data", {"los datos se nombran en el archivo de un escenario", "data is named in a scenario's file"},
              {"escriba otro archivo con extends y data", "write another file with extends and data"});
    }

    void prices() {
        if (!is_sound("prices") || !is_sound("plan") || !is_sound("funding")) return;
        if (const auto trouble = trouble_with(s_.prices, s_))
            error("prices", {trouble->es, trouble->en}, {trouble->hint_es, trouble->hint_en});
    }

    // Returns whether the years are usable.
    [[nodiscard]] bool horizon() {
        bool good = true;
        if (s_.horizon.last_year < s_.horizon.first_year) {
            error("horizon.last_year", {"es anterior al primer año", "is before the first year"},
                  {"last_year debe ser first_year o después", "last_year must be first_year or later"});
            good = false;
        } else if (s_.horizon.last_year - s_.horizon.start_year() >= 60) {
            error("horizon", {"son más de 60 años", "is more than 60 years"},
                  {"acorte el horizonte", "shorten the horizon"});
            good = false;
        }
        if (is_sound("calendar") && s_.calendar.opens + s_.calendar.day > core::days(1)) {
            error("calendar.day", {"el día pasa de medianoche", "the day goes past midnight"},
                  {"opens + day debe caber en 24 h", "opens + day must fit in 24 h"});
        }
        const bool is_planned = good && !s_.plan.beneficiaries.empty() && is_sound("plan.beneficiaries");
        for (int year = s_.horizon.first_year; is_planned && year <= s_.horizon.last_year; ++year) {
            if (!s_.plan.beneficiaries.contains(year)) {
                error("plan.beneficiaries",
                      {fmt::format("falta el año {}", year), fmt::format("the year {} is missing", year)},
                      {"dé un valor por cada año que se mide, o ninguno",
                       "give one value for each measured year, or none"});
            }
        }
        return good;
    }

    void network() {
        const auto& n = s_.network;
        double weight = 0;
        std::vector<std::string> region_keys;
        for (const auto& [key, region] : n.regions) {
            region_keys.push_back(key);
            const std::string path = "network.regions." + key;
            const double sum = region.urban + region.mixed;
            if (std::abs(sum - 1) > 1e-6 && is_sound(path + ".urban") && is_sound(path + ".mixed")) {
                error(path,
                      {fmt::format("urban + mixed suman {}", write_sum(sum)),
                       fmt::format("urban + mixed sum to {}", write_sum(sum))},
                      {"deben sumar 1", "they must sum to 1"});
            }
            if (region.legal_entity + s_.enterprises.informal + s_.enterprises.cooperative > 1 + 1e-9) {
                error(path + ".legal_entity",
                      {"con enterprises.informal y cooperative suma más de 1",
                       "sums to more than 1 with enterprises.informal and cooperative"},
                      {"el resto son personas naturales: baje alguna",
                       "the rest are natural persons: lower one of them"});
            }
        }
        if (n.centres.empty() && is_sound("network.centres")) {
            error("network.centres", {"no hay ningún centro", "there is no centre"}, {});
        }
        if (n.centres.size() + n.satellites.size() > 20000) {
            error("network", {"son más de 20000 oficinas", "are more than 20000 offices"}, {});
        }
        for (const auto& [id, centre] : n.centres) {
            weight += centre.weight;
            const std::string path = fmt::format("network.centres.{}.region", id);
            if (!n.regions.contains(centre.region) && is_sound(path) && !wrong_.contains("network.regions") &&
                !wrong_.contains("network.regions." + centre.region)) {
                error(path,
                      {fmt::format("la región «{}» no existe", centre.region),
                       fmt::format("the region '{}' does not exist", centre.region)},
                      guess(centre.region, region_keys, {"agréguela a network.regions", "add it to network.regions"}));
            }
        }
        if (!n.centres.empty() && weight <= 0 && is_sound("network.centres")) {
            error("network.centres", {"los pesos suman 0", "the weights sum to 0"},
                  {"dé peso a un centro", "give a centre some weight"});
        }
        if (n.complexities.contains("none")) {
            error("network.complexities.none", {"none es no tener complejidad", "none is to have no complexity"},
                  {"dele otro nombre", "give it another name"});
        }
        for (const auto& [id, satellite] : n.satellites) {
            const std::string path = fmt::format("network.satellites.{}", id);
            if (!n.centres.contains(satellite.parent) && is_sound(path + ".parent") &&
                !wrong_.contains("network.centres") &&
                !wrong_.contains(fmt::format("network.centres.{}", satellite.parent))) {
                error(path + ".parent",
                      {fmt::format("el centro {} no existe", satellite.parent),
                       fmt::format("the centre {} does not exist", satellite.parent)},
                      {"un satélite depende de un centro principal de network.centres",
                       "a satellite depends on a main centre of network.centres"});
            }
            if (satellite.complexity != "none" && !n.complexities.contains(satellite.complexity) &&
                is_sound(path + ".complexity") && !wrong_.contains("network.complexities")) {
                std::vector<std::string> known;
                for (const auto& [key, complexity] : n.complexities) known.push_back(key);
                error(path + ".complexity",
                      {fmt::format("el tipo «{}» no existe", satellite.complexity),
                       fmt::format("the kind '{}' does not exist", satellite.complexity)},
                      guess(satellite.complexity, known,
                            {"agréguelo a network.complexities", "add it to network.complexities"}));
            }
            if (n.centres.contains(id)) {
                error(path, {"este identificador ya es de un centro", "this id is already a centre's"},
                      {"use otro número", "use another number"});
            }
            if (satellite.visiting_days > static_cast<int>(s_.calendar.weekdays.size()) &&
                is_sound("calendar.weekdays")) {
                error(path + ".visiting_days",
                      {"son más que los días hábiles de la semana", "are more than the week's working days"}, {});
            }
        }
    }

    void enterprises() {
        const auto& e = s_.enterprises;
        if (e.sales_above > 0 && e.sales_limit <= e.sales_median && is_sound("enterprises.sales_limit") &&
            is_sound("enterprises.sales_median")) {
            error("enterprises.sales_limit", {"no supera la mediana", "is not above the median"},
                  {"menos de la mitad vende más que sales_limit", "fewer than half sell more than sales_limit"});
            return;
        }
        // Compares with the share above the limit that a lognormal has at the largest standard deviation allowed.
        constexpr double most_sigma = 10;
        const double deviations = std::log(e.sales_limit.amount / e.sales_median.amount) / most_sigma;
        if (e.sales_above > std::erfc(deviations / std::sqrt(2.0)) / 2 && is_sound("enterprises")) {
            error(
                "enterprises.sales_above",
                {"con esta mediana y este límite, las ventas variarían más de lo que cabe: la desviación de su "
                 "logaritmo pasa de 10",
                 "with this median and this limit sales would vary beyond bounds: the deviation of their logarithm is "
                 "above 10"},
                {"baje sales_above, o acerque sales_limit a sales_median",
                 "lower sales_above, or bring sales_limit nearer to sales_median"});
        }
    }

    void demand() {
        if (std::accumulate(s_.demand.month_factors.begin(), s_.demand.month_factors.end(), 0.0) <= 0) {
            error("demand.month_factors", {"suman 0", "they sum to 0"},
                  {"algún mes debe tener demanda", "some month must have demand"});
        }
        const auto& weekdays = s_.calendar.weekdays;
        if (std::all_of(weekdays.begin(), weekdays.end(),
                        [&](int d) { return s_.demand.weekday_factors[static_cast<std::size_t>(d)] <= 0; })) {
            error("demand.weekday_factors", {"suman 0 en los días hábiles", "they sum to 0 over the working days"},
                  {"algún día hábil debe tener demanda", "some working day must have demand"});
        }
        const double opens = core::in_hours(s_.calendar.opens), closes = opens + core::in_hours(s_.calendar.day);
        double in_the_day = 0;
        for (int h = 0; h < 24; ++h) {
            if (h < closes && h + 1 > opens) in_the_day += s_.demand.hour_factors[static_cast<std::size_t>(h)];
        }
        if (in_the_day <= 0 && is_sound("calendar")) {
            error("demand.hour_factors", {"suman 0 en el día de atención", "they sum to 0 over the day of attention"},
                  {"alguna hora entre calendar.opens y opens + day debe tener demanda",
                   "some hour between calendar.opens and opens + day must have demand"});
        }
        if (s_.demand.returning > 0 && s_.demand.returns_after == Distribution{}) {
            error("demand.returns_after", {"falta: hay quienes vuelven", "is missing: some return"},
                  {"diga cuándo: returns_after: 180 days", "say when: returns_after: 180 days"});
        }
        if (s_.demand.finite_population) potential();
        if (is_sound("network")) offices();
    }

    // Demand that has months of its own at some offices.
    void offices() {
        for (const auto& [id, office] : s_.demand.offices) {
            if (s_.network.centres.contains(id) || s_.network.satellites.contains(id)) continue;
            error(fmt::format("demand.offices.{}", id),
                  {"no hay una oficina con este identificador", "there is no office with this identifier"},
                  {"nombre un centro o satélite de network", "name a centre or satellite of network"});
            return;
        }
        if (s_.demand.offices.empty()) return;
        const auto shares = demand_shares(s_.network, {});
        for (std::size_t m = 0; m < 12; ++m) {
            double sum = 0;
            for (const auto& [id, share] : shares) {
                const auto own = s_.demand.offices.find(id);
                sum += share * (own == s_.demand.offices.end() ? 1 : own->second.month_factors[m]);
            }
            if (sum > 0 || s_.demand.month_factors[m] <= 0) continue;
            error("demand.offices",
                  {fmt::format("en el mes {} suman 0, y ese mes tiene demanda", m + 1),
                   fmt::format("in month {} they sum to 0, and that month has demand", m + 1)},
                  {"alguna oficina con peso debe tenerla", "some office with a weight must have it"});
            return;
        }
    }

    // Demand limited by the potential population.
    void potential() {
        if (s_.population.potential <= 0) {
            error("demand.finite_population", {"la población potencial es 0", "the potential population is 0"},
                  {"dé population.potential", "give population.potential"});
        }
        const auto& regions = s_.network.regions;
        const bool some =
            std::any_of(regions.begin(), regions.end(), [](const auto& r) { return r.second.population > 0; });
        for (const auto& [id, centre] : s_.network.centres) {
            const auto region = regions.find(centre.region);
            if (!some || region == regions.end() || region->second.population > 0) continue;
            error(
                "network.regions." + region->first + ".population",
                {"es 0 y otras regiones la tienen: con demand.finite_population nadie llegaría a sus centros",
                 "is 0 where other regions have one: with demand.finite_population nobody would come to its centres"},
                {"dé los habitantes de cada región, o de ninguna", "give the inhabitants of every region, or of none"});
            return;
        }
    }

    // Every year with demand needs days on which enterprises can come.
    void working_days() {
        const auto& c = s_.calendar;
        for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
            const std::vector<core::Date> holidays = c.holidays.in(year);
            bool any = false;
            for (core::Date d = core::new_year(year); !any && d < core::new_year(year + 1); d += core::days(1)) {
                any = std::find(c.weekdays.begin(), c.weekdays.end(), core::weekday_of(d)) != c.weekdays.end() &&
                      !std::binary_search(holidays.begin(), holidays.end(), d) &&
                      s_.demand.month_factors[core::month_of(d) - 1] > 0 &&
                      s_.demand.weekday_factors[static_cast<std::size_t>(core::weekday_of(d))] > 0;
            }
            if (any) continue;
            error("calendar.holidays",
                  {fmt::format("en {} no queda ningún día hábil con demanda", year),
                   fmt::format("in {} no working day with demand is left", year)},
                  {"quite feriados, o dé demanda a otro mes o día de la semana",
                   "take holidays away, or give another month or weekday some demand"});
            return;
        }
    }

    void calendar() {
        const auto& dated = s_.calendar.weekly_hours.from;
        if (dated.empty() || dated.begin()->first <= core::new_year(s_.horizon.start_year())) return;
        const std::string day = core::iso(dated.begin()->first);
        const int year = s_.horizon.start_year();
        error("calendar.weekly_hours",
              {fmt::format("no dice la jornada de antes de {}", day),
               fmt::format("does not say the week before {}", day)},
              {fmt::format("dé también la que rige al comenzar: {{{0}-01-01: 44 h, {1}: 42 h}}", year, day),
               fmt::format("give that at the beginning too: {{{0}-01-01: 44 h, {1}: 42 h}}", year, day)});
    }

    void attention() {
        const auto& starts = s_.attention.starts;
        if (starts.empty() || starts.size() > 24) {
            error("attention.starts", {"no son de 1 a 24 turnos", "are not 1 to 24 shifts"},
                  {"escriba [0 h] si todos entran a la apertura", "write [0 h] if all start at opening"});
        } else if (s_.attention.always_open && starts != std::vector<Duration>{Duration{}}) {
            error("attention.starts",
                  {"un mesón que no cierra no tiene turnos", "a desk that never closes has no shifts"},
                  {"quite starts o always_open", "remove starts or always_open"});
        }
    }

    void targeting() {
        const auto& t = s_.targeting;
        if (t.high_cut < t.pass_standard && is_sound("targeting.high_cut") && is_sound("targeting.pass_standard")) {
            error("targeting.high_cut", {"es menor que pass_standard", "is below pass_standard"},
                  {"low < pass_standard ≤ medium < high_cut ≤ high", "low < pass_standard ≤ medium < high_cut ≤ high"});
        }
        for (std::size_t i = 0; i < t.criteria.size(); ++i) {
            if (t.criteria[i].kind == Criterion::Kind::bands && t.criteria[i].bands.empty()) {
                error("targeting.criteria", {"bands no nombra ninguna banda", "bands names no band"},
                      {"escriba bands: [medium, high]", "write bands: [medium, high]"});
            }
        }
        if (is_sound("targeting") && !some_score_passes()) {
            error("targeting.criteria", {"ningún puntaje los cumple todos", "no score meets all of them"},
                  {"low < pass_standard ≤ medium < high_cut ≤ high; revise bands, standard y need",
                   "low < pass_standard ≤ medium < high_cut ≤ high; look at bands, standard and need"});
        }
        std::vector<std::string> criteria;
        for (const auto& w : Names<Criterion::Kind>::table) criteria.emplace_back(w.word);
        for (const auto& [key, destination] : t.destinations) {
            if (std::find(criteria.begin(), criteria.end(), key) != criteria.end()) continue;
            error("targeting.destinations." + key,
                  {fmt::format("«{}» no es un criterio", key), fmt::format("'{}' is not a criterion", key)},
                  guess(key, criteria, {"use el nombre de un criterio", "use a criterion's name"}));
        }
    }

    // Bands, standard and need all test the composite score.
    [[nodiscard]] bool some_score_passes() const {
        const auto& t = s_.targeting;
        const auto in = [](const std::vector<Band>& bands, Band b) {
            return std::find(bands.begin(), bands.end(), b) != bands.end();
        };
        double least = 0, most = 100;
        std::vector<Band> bands = {Band::low, Band::medium, Band::high};
        for (const Criterion& c : t.criteria) {
            if (c.kind == Criterion::Kind::standard) least = t.pass_standard;
            if (c.kind == Criterion::Kind::need) most = c.at_most;
            if (c.kind == Criterion::Kind::bands) bands = c.bands;
        }
        return least <= most &&
               ((in(bands, Band::low) && least < t.pass_standard) ||
                (in(bands, Band::medium) && std::max(least, t.pass_standard) < t.high_cut && most >= t.pass_standard) ||
                (in(bands, Band::high) && most >= t.high_cut));
    }

    void working_dates() {
        const auto check = [&](const std::string& path, const std::optional<core::Date>& opens,
                               const std::optional<core::Date>& closes) {
            if (opens && closes && *closes <= *opens) {
                error(path + ".closes", {"no es posterior a opens", "is not after opens"}, {});
            }
        };
        for (const auto& [id, c] : s_.network.centres) check(fmt::format("network.centres.{}", id), c.opens, c.closes);
        for (const auto& [id, s] : s_.network.satellites) {
            const std::string path = fmt::format("network.satellites.{}", id);
            check(path, s.opens, s.closes);
            if (s.own_list && s.advisors > 0) {
                error(path + ".own_list",
                      {"un satélite con asesores propios ya tiene su lista",
                       "a satellite with advisors of its own has its list already"},
                      {"quite own_list", "remove own_list"});
            }
        }
    }

    void groups_of_results() {
        for (std::size_t i = 0; i < s_.experiment.groups.size(); ++i) {
            const auto& all = s_.experiment.groups[i].all;
            if (std::find(all.begin(), all.end(), ReserveGroup::first_plans) == all.end()) continue;
            error(fmt::format("experiment.groups[{}]", i),
                  {"first_plans no es un grupo de empresas", "first_plans is no group of enterprises"},
                  {"use women, rural, informal o una banda", "use women, rural, informal or a band"});
        }
        if (s_.experiment.groups.size() > 50) error("experiment.groups", {"son más de 50", "are more than 50"}, {});
    }

    void waiting_list() {
        double total = 0;
        std::set<std::set<ReserveGroup>> seen;
        for (const auto& r : s_.waiting_list.reserves) {
            total += r.share;
            if (seen.insert({r.group.all.begin(), r.group.all.end()}).second) continue;
            error("waiting_list.reserves", {"dos reservas son del mismo grupo", "two reserves are of the same group"},
                  {"súmelas en una", "add them up in one"});
        }
        if (total > 1 + 1e-9) {
            error("waiting_list.reserves",
                  {fmt::format("las reservas suman {}", write_sum(total)),
                   fmt::format("the reserves sum to {}", write_sum(total))},
                  {"pueden sumar a lo más 1", "they may sum to 1 at most"});
        }
    }

    void advisory() {
        for (std::size_t i = 0; i < s_.advisory.changes.size(); ++i) {
            const auto& change = s_.advisory.changes[i];
            if (!s_.network.centres.contains(change.centre)) {
                error(fmt::format("advisory.changes[{}].centre", i),
                      {fmt::format("el centro {} no existe", change.centre),
                       fmt::format("the centre {} does not exist", change.centre)},
                      {});
            }
        }
        const auto& a = s_.advisory;
        if (a.staffing == Staffing::funded && a.annual_cost <= Money()) {
            error("advisory.staffing",
                  {"funded sin costo anual de un asesor", "funded without an advisor's annual cost"},
                  {"dé advisory.annual_cost", "give advisory.annual_cost"});
        }
    }

    void work_plan() {
        const auto& p = s_.work_plan;
        for (const double n : {p.sessions.low, p.sessions.medium, p.sessions.high}) {
            if (n != std::floor(n)) {
                error("work_plan.sessions", {"debe ser un número entero", "must be a whole number"}, {});
                break;
            }
        }
        if (!p.stay) return;
        const auto no_sessions = [&](const char* path, const Message& hint) {
            error(path, {"un plan con stay no tiene sesiones", "a plan with stay has no sessions"}, hint);
        };
        if (p.group.sessions > 0)
            no_sessions("work_plan.group.sessions", {"quite una de las dos", "remove one of them"});
        if (p.no_show > 0) no_sessions("work_plan.no_show", {"escriba no_show: 0", "write no_show: 0"});
        if (p.dropout.largest() > 0) no_sessions("work_plan.dropout", {"escriba dropout: 0", "write dropout: 0"});
    }

    void graduation() {
        const auto& g = s_.graduation;
        if ((g.rule == GraduationRule::hours || g.rule == GraduationRule::months) && g.cap <= Duration{}) {
            error("graduation.cap", {"falta el tope de esta regla", "this rule's cap is missing"},
                  {"escriba cap: 12 h, o cap: 9 months", "write cap: 12 h, or cap: 9 months"});
        }
        if (g.rule != GraduationRule::complete && s_.work_plan.stay) {
            error("graduation.rule", {"un plan con stay termina con él", "a plan with stay ends with it"},
                  {"quite una de las dos", "remove one of them"});
        }
    }

    void funding() {
        const auto& f = s_.funding;
        if (f.release) {
            const double sum = std::accumulate(f.release->begin(), f.release->end(), 0.0);
            if (std::abs(sum - 1) > 1e-6) {
                error("funding.release",
                      {fmt::format("los cuatro trimestres suman {}", write_sum(sum)),
                       fmt::format("the four quarters sum to {}", write_sum(sum))},
                      {"deben sumar 1", "they must sum to 1"});
            }
        }
        for (const auto& [name, freeze] : f.freezes) {
            const std::string path = "funding.freezes." + name;
            if (freeze.component == Component::admin) {
                error(
                    path + ".component",
                    {"administración no tiene compromisos variables", "administration has no variable commitments"},
                    {"se congelan attention, advisory o alliances", "attention, advisory or alliances can be frozen"});
            }
            if (!freeze.until) continue;
            if (freeze.until->is_yearly() != freeze.from.is_yearly()) {
                error(path + ".until", {"un día lleva año y el otro no", "one day has a year and the other has none"},
                      {"escriba ambos con año, o ambos sin año", "write both with a year, or both without"});
            } else if (freeze.until->in(2000) < freeze.from.in(2000)) {
                error(path + ".until", {"es anterior a from", "is before from"},
                      {"para pasar de un año a otro, escriba dos congelamientos",
                       "to go from one year into another, write two freezes"});
            }
        }
        for (const auto& [name, transfer] : f.transfers) {
            if (transfer.from != transfer.to) continue;
            error("funding.transfers." + name + ".to", {"quien recibe es quien da", "the receiver is the giver"},
                  {"nombre dos componentes distintos", "name two different components"});
        }
        for (const auto& [name, cut] : f.cuts) {
            const std::string path = "funding.cuts." + name;
            if ((cut.share > 0) == (cut.amount > Money())) {
                error(path, {"falta cuánto se recorta, o está dos veces", "how much is cut is missing, or there twice"},
                      {"dé share o amount", "give share or amount"});
            }
            if (cut.component && !cut.protect.empty()) {
                error(path + ".protect", {"el recorte es de un solo componente", "the cut is of one component"},
                      {"quite una de las dos", "remove one of them"});
            }
            if (cut.amount > Money() && cut.of == CutBase::uncommitted) {
                error(path + ".of", {"un monto no es parte de nada", "an amount is no share of anything"},
                      {"quítela, o dé share", "remove it, or give share"});
            }
        }
        if (f.pool == Pool::by_centre && f.at_exhaustion == Exhaustion::overrun) {
            error("funding.pool",
                  {"by_centre no limita nada con at_exhaustion: overrun",
                   "by_centre limits nothing with at_exhaustion: overrun"},
                  {"use national, o at_exhaustion: hold o stop", "use national, or at_exhaustion: hold or stop"});
        }
    }

    void administration() {
        const auto& admin = s_.administration;
        if (admin.of_programme > 0 && admin.budget > Money()) {
            error("administration.of_programme",
                  {"el presupuesto ya está en budget", "the budget is in budget already"},
                  {"quite una de las dos; para quitar lo heredado, budget: 0 M$",
                   "remove one of them; to remove what is inherited, budget: 0 M$"});
        }
        if (admin.share > admin.cap) {
            error("administration.share",
                  {fmt::format("{} pasa del tope de {}", write_quantity(admin.share), write_quantity(admin.cap)),
                   fmt::format("{} is above the cap of {}", write_quantity(admin.share), write_quantity(admin.cap))},
                  {"baje share o suba cap", "lower share or raise cap"});
        }
    }

    void initial() {
        const auto& i = s_.initial;
        const std::pair<const char*, const AtOffices*> all[] = {
            {"for_attention", &i.for_attention}, {"on_list", &i.on_list}, {"in_plan", &i.in_plan}};
        double sum = 0;
        for (const auto& [key, amounts] : all) {
            sum += amounts->all;
            for (const auto& [id, many] : amounts->at) {
                sum += many;
                if (s_.network.centres.contains(id) || s_.network.satellites.contains(id) || !is_sound("network"))
                    continue;
                error(fmt::format("initial.{}.{}", key, id),
                      {fmt::format("la oficina {} no existe", id), fmt::format("the office {} does not exist", id)},
                      {});
            }
        }
        if (sum > 1e7) error("initial", {"son más de diez millones", "are more than ten million"}, {});
    }

    // Months follow one another from a January of the horizon, and leave something to simulate.
    void executed() {
        if (!is_sound("executed")) return;
        const std::string* before = nullptr;
        for (const auto& [name, month] : s_.executed) {
            const std::string path = "executed." + name;
            const auto first = month_named(name);
            if (!first) {
                error(path, {"no es un mes", "is no month"},
                      {"escriba el año y el mes: 2025-01", "write the year and the month: 2025-01"});
                return;
            }
            const int year = core::year_of(*first);
            if (year < s_.horizon.first_year || year > s_.horizon.last_year) {
                error(path,
                      {fmt::format("no es de los años que se miden, de {} a {}", s_.horizon.first_year,
                                   s_.horizon.last_year),
                       fmt::format("is not in the measured years, {} to {}", s_.horizon.first_year,
                                   s_.horizon.last_year)},
                      {"cambie el horizonte (horizon), o quite el mes", "change the horizon, or remove the month"});
                return;
            }
            if (!before && core::month_of(*first) != 1) {
                error(path, {"es el primer mes, y no es un enero", "is the first month, and no January"},
                      {fmt::format("dé los meses desde {}-01", year), fmt::format("give the months from {}-01", year)});
                return;
            }
            if (before && *before != name_of_month_before(*first)) {
                error(path,
                      {fmt::format("falta {}, el mes anterior", name_of_month_before(*first)),
                       fmt::format("{}, the month before, is missing", name_of_month_before(*first))},
                      {"los meses ejecutados son seguidos", "executed months follow one another"});
                return;
            }
            before = &name;
        }
        if (before && *before == fmt::format("{}-12", s_.horizon.last_year)) {
            error("executed." + *before,
                  {"es el último mes del horizonte: no queda nada que proyectar",
                   "is the last month of the horizon: nothing is left to project"},
                  {"alargue horizon.last_year, o deje meses sin ejecutar",
                   "raise horizon.last_year, or leave months that are not executed"});
        }
    }

    // The first day of a month written as 2025-01.
    [[nodiscard]] static std::optional<core::Date> month_named(const std::string& name) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (name.size() != 7 || name[4] != '-') return std::nullopt;
        for (const std::size_t i : {0UL, 1UL, 2UL, 3UL, 5UL, 6UL}) {
            if (!is_digit(name[i])) return std::nullopt;
        }
        const int year = std::stoi(name.substr(0, 4));
        const auto month = static_cast<unsigned>(std::stoi(name.substr(5)));
        if (month < 1 || month > 12) return std::nullopt;
        return core::date(year, month, 1);
    }
    [[nodiscard]] static std::string name_of_month_before(core::Date first) {
        const core::Date last = first - core::days(1);
        return fmt::format("{:04}-{:02}", core::year_of(last), core::month_of(last));
    }

    // What was executed of a component in a year is at most its appropriation, with what it may get by transfers; and
    // something can only have been done in a month with working days.
    void executed_money() {
        static constexpr std::array keys = {"attention", "advisory", "alliances", "administration"};
        std::array<Money, 4> spent{};
        int year = 0;
        std::array<Money, 4> most{};
        for (const auto& [name, month] : s_.executed) {
            const core::Date first = *month_named(name);
            if (core::year_of(first) != year) {
                year = core::year_of(first);
                spent = {};
                const auto own = appropriations(s_, year);
                most = own;
                for (const auto& [transfer_name, t] : s_.funding.transfers) {
                    if (!t.on.is_yearly() && t.on.year != year) continue;
                    most[static_cast<std::size_t>(t.to)] +=
                        core::scaled_by_decimal(own[static_cast<std::size_t>(t.from)], t.at_most);
                }
            }
            const std::array of_month = {month.spending.attention, month.spending.advisory, month.spending.alliances,
                                         month.spending.administration};
            for (std::size_t c = 0; c < keys.size(); ++c) {
                spent[c] += of_month[c];
                if (spent[c] <= most[c]) continue;
                error(fmt::format("executed.{}.spending.{}", name, keys[c]),
                      {fmt::format("con este mes, lo ejecutado en {} ({:.0f} M$) pasa del presupuesto ({:.0f} M$)",
                                   year, spent[c].in_thousands(), most[c].in_thousands()),
                       fmt::format("with this month, what was executed in {} ({:.0f} M$) exceeds the appropriation "
                                   "({:.0f} M$)",
                                   year, spent[c].in_thousands(), most[c].in_thousands())},
                      {fmt::format("corrija el gasto, o {}.budget", keys[c]),
                       fmt::format("mend the spending, or {}.budget", keys[c])});
                return;
            }
            if (!has_working_day(first) && month.attended + month.beneficiaries + month.alliances > 0) {
                error("executed." + name, {"no tiene ningún día hábil", "has no working day"},
                      {"revise calendar", "look at calendar"});
                return;
            }
        }
    }
    [[nodiscard]] bool has_working_day(core::Date first) const {
        const auto holidays = s_.calendar.holidays.in(core::year_of(first));
        const auto& weekdays = s_.calendar.weekdays;
        for (core::Date d = first; core::month_of(d) == core::month_of(first); d += core::days(1)) {
            if (std::find(weekdays.begin(), weekdays.end(), core::weekday_of(d)) != weekdays.end() &&
                !std::binary_search(holidays.begin(), holidays.end(), d))
                return true;
        }
        return false;
    }

    void exceptions() {
        if (s_.exceptions.size() > 1000) {
            error("exceptions", {"son más de 1000", "are more than 1000"}, {});
            return;
        }
        std::vector<std::string> known, regions;
        for (const auto& key : exceptional_keys()) known.emplace_back(key.path);
        for (const auto& [key, region] : s_.network.regions) regions.push_back(key);
        for (const auto& [name, e] : s_.exceptions) {
            const std::string path = "exceptions." + name;
            if (!is_sound(path)) continue;
            const auto key = std::find_if(exceptional_keys().begin(), exceptional_keys().end(),
                                          [&of = e.of](const auto& k) { return k.path == of; });
            if (key == exceptional_keys().end()) {
                error(path + ".of",
                      {fmt::format("«{}» no puede tener otro valor por fecha o lugar", e.of),
                       fmt::format("'{}' cannot have another value by date or place", e.of)},
                      guess(e.of, known,
                            {"las claves que pueden están en la referencia, en exceptions",
                             "the keys that can are in the reference, under exceptions"}));
                continue;
            }
            if (e.from && e.until && *e.until <= *e.from) {
                error(path + ".until", {"no es posterior a from", "is not after from"},
                      {"es el primer día en que ya no rige", "it is the first day on which it no longer holds"});
            }
            places(path, e, *key, regions);
            Scenario with = s_;
            apply(e, places_.nearest(path + ".value"), with, report_);
        }
        if (report_.count() == 0) same_place_and_day();
    }
    void places(const std::string& path, const Exception& e, const ExceptionalKey& key,
                const std::vector<std::string>& regions) {
        const bool by_region = !e.regions.empty();
        if (has_place(e) && (!key.has_places || (key.is_amount && by_region))) {
            error(path + (by_region ? ".regions" : ".offices"),
                  key.has_places ? Message{fmt::format("{} es de cada oficina, no de una región", e.of),
                                           fmt::format("{} is of each office, not of a region", e.of)}
                                 : Message{fmt::format("{} es de todo el programa", e.of),
                                           fmt::format("{} is of the whole programme", e.of)},
                  key.has_places
                      ? Message{"nombre las oficinas", "name the offices"}
                      : Message{"quite el lugar, y deje la fecha", "take the place away, and leave the date"});
        }
        if (!has_place(e) && !e.from && !e.until) {
            error(path,
                  {"rige siempre y en todas partes: es el valor de la clave",
                   "holds always and everywhere: it is the value of the key"},
                  {"dé un día o un lugar, o escríbalo en la clave", "give a day or a place, or write it in the key"});
        }
        for (const auto& region : e.regions) {
            if (s_.network.regions.contains(region) || !is_sound("network.regions")) continue;
            error(path + ".regions",
                  {fmt::format("la región «{}» no existe", region),
                   fmt::format("the region '{}' does not exist", region)},
                  guess(region, regions, {}));
        }
        for (const int id : e.offices.ids) {
            const auto satellite = s_.network.satellites.find(id);
            const bool is_satellite = satellite != s_.network.satellites.end();
            if (!is_satellite && !s_.network.centres.contains(id) && is_sound("network")) {
                error(path + ".offices",
                      {fmt::format("la oficina {} no existe", id), fmt::format("the office {} does not exist", id)},
                      {});
            } else if (is_satellite && e.of == "advisory.advisors" && satellite->second.advisors == 0) {
                error(path + ".offices",
                      {fmt::format("el satélite {} no tiene asesores propios", id),
                       fmt::format("the satellite {} has no advisors of its own", id)},
                      {fmt::format("dele network.satellites.{}.advisors", id),
                       fmt::format("give it network.satellites.{}.advisors", id)});
            }
        }
    }
    // Of two for one place that begin on one day, none goes before the other.
    void same_place_and_day() {
        for (auto a = s_.exceptions.begin(); a != s_.exceptions.end(); ++a) {
            for (auto b = std::next(a); b != s_.exceptions.end(); ++b) {
                const Exception &one = a->second, &other = b->second;
                const auto share = [](const auto& x, const auto& y) {
                    return std::any_of(x.begin(), x.end(),
                                       [&](const auto& v) { return std::find(y.begin(), y.end(), v) != y.end(); });
                };
                const bool same_place = (!has_place(one) && !has_place(other)) || share(one.regions, other.regions) ||
                                        share(one.offices.ids, other.offices.ids);
                if (one.of != other.of || one.from != other.from || !same_place) continue;
                error("exceptions." + b->first,
                      {fmt::format("dice otro valor de {} que exceptions.{} desde el mismo día en el mismo lugar",
                                   one.of, a->first),
                       fmt::format("gives another value of {} than exceptions.{} from the same day at the same place",
                                   one.of, a->first)},
                      {"quite una, o dé otro día", "remove one, or give another day"});
            }
        }
    }
    // A scenario with the value everywhere and always must be one, and what it leads to must be countable.
    void each_exception_everywhere() {
        for (const auto& [name, e] : s_.exceptions) {
            const auto key = std::find_if(exceptional_keys().begin(), exceptional_keys().end(),
                                          [&of = e.of](const auto& k) { return k.path == of; });
            if (key->is_amount && has_place(e)) continue;  // some of the whole
            Scenario with = s_;
            with.exceptions.clear();
            Report inner(report_.lang());
            apply(e, {}, with, inner);
            Validator of(with, places_, inner);
            of.attention();
            of.waiting_list();
            of.advisory();
            of.work_plan();
            for (const Excess& x : excesses(with)) inner.error({}, x.path, x.what, x.hint);
            if (inner.count() == 0) continue;
            const auto& first = inner.found().front();
            error("exceptions." + name + ".value",
                  {fmt::format("con este valor, {}: {}", first.path, first.what),
                   fmt::format("with this value, {}: {}", first.path, first.what)},
                  {});
        }
    }

    // Numbers are drawn jointly in pairs only: in a chain the correlations would not come out as written.
    void joint_ranges() {
        const auto& free = s_.calibration.free;
        const auto is_free = [&](const std::string& path) {
            return std::find(free.begin(), free.end(), path) != free.end();
        };
        for (const auto& [path, origin] : s_.provenance) {
            if (!origin.range || (origin.range->with.empty() && origin.range->correlation == 0)) continue;
            const Range& range = *origin.range;
            const std::string at = path + ".range";
            if (range.with.empty() || range.correlation == 0) {
                error(at, {"with y correlation van juntos", "with and correlation go together"},
                      {"escriba {low: …, high: …, with: otra.clave, correlation: 0.6}",
                       "write {low: …, high: …, with: another.key, correlation: 0.6}"});
                continue;
            }
            const auto partner = s_.provenance.find(range.with);
            if (partner == s_.provenance.end() || !partner->second.range || range.with == path) {
                error(at,
                      {fmt::format("{} no es otro número con rango", range.with),
                       fmt::format("{} is no other number with a range", range.with)},
                      {"véalos con aforo facts --assumptions", "see them with aforo facts --assumptions"});
            } else if (!partner->second.range->with.empty()) {
                error(at,
                      {fmt::format("{} ya se sortea junto con {}", range.with, partner->second.range->with),
                       fmt::format("{} is drawn together with {} already", range.with, partner->second.range->with)},
                      {"nombre el mismo número en ambos", "name the same number in both"});
            } else if (is_free(path) || is_free(range.with)) {
                const std::string& which = is_free(path) ? path : range.with;
                error(at,
                      {fmt::format("{} no se sortea: se ajusta a las cifras publicadas", which),
                       fmt::format("{} is not drawn: it is fitted to the published figures", which)},
                      {"quite with, o quítela de calibration.free", "remove with, or take it out of calibration.free"});
            }
        }
    }

    // Every lever must set something at its present value; other values are checked when they are asked for.
    void levers() {
        for (const auto& [name, lever] : s_.levers) {
            if (lever.keys.empty()) {
                error("levers." + name + ".keys", {"no mueve ninguna clave", "moves no key"},
                      {"escriba [\"advisory.advisors=${x}\"]", "write [\"advisory.advisors=${x}\"]"});
            }
            for (std::size_t i = 0; i < lever.keys.size(); ++i) {
                if (setting_of(lever.keys[i], lever.now)) continue;
                error(fmt::format("levers.{}.keys[{}]", name, i),
                      {fmt::format("«{}» no es CLAVE=VALOR con fórmulas de x entre ${{ y }}", lever.keys[i]),
                       fmt::format("'{}' is no KEY=VALUE with formulas of x between ${{ and }}", lever.keys[i])},
                      {"escriba advisory.budget=${10640935 + (x - 310) * 26970} M$, con punto decimal",
                       "write advisory.budget=${10640935 + (x - 310) * 26970} M$, with a decimal point"});
            }
        }
    }

    void growths() {
        Scenario copy = s_;  // the table fills members, so it wants them writable
        GrowthList list;
        describe(list, copy);
        for (const auto& [path, growth] : list.found) {
            for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
                const double level = s_.horizon.level(growth, year);
                if (!(level < 1e4 && level > 1e-4)) {
                    error(path,
                          {fmt::format("el nivel de {} sería {:.3g} veces el del primer año", year, level),
                           fmt::format("the level of {} would be {:.3g} times the first year's", year, level)},
                          {"use un factor cercano a 1, como 1.2", "use a factor near 1, such as 1.2"});
                    break;
                }
            }
        }
    }

    void staff() {
        const auto& a = s_.advisory;
        const double fewest = static_cast<double>(a.advisors_at_least) * static_cast<double>(s_.network.centres.size());
        if (a.staffing == Staffing::funded && !funded_staff()) return;
        for (const auto& [name, e] : s_.exceptions) {
            if (a.staffing == Staffing::fixed || e.of != "advisory.advisors" || has_place(e)) continue;
            error("exceptions." + name,
                  {"con staffing: funded, cuántos asesores hay lo dice el presupuesto",
                   "with staffing: funded, the budget says how many advisors there are"},
                  {"quítela, o use staffing: fixed", "remove it, or use staffing: fixed"});
            return;
        }
        if (!stated_staff_fits()) return;
        for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
            if (static_cast<double>(national_advisors(s_, year)) < fewest) {
                error(
                    "advisory.advisors_at_least",
                    {fmt::format("en {} no alcanzan los asesores para {} por centro", year, a.advisors_at_least),
                     fmt::format("in {} there are not enough advisors for {} in each centre", year,
                                 a.advisors_at_least)},
                    a.staffing == Staffing::fixed
                        ? Message{"suba advisors o baje advisors_at_least", "raise advisors or lower advisors_at_least"}
                        : Message{"suba el presupuesto, o baje advisors_at_least o planned_admissions",
                                  "raise the budget, or lower advisors_at_least or planned_admissions"});
                return;
            }
        }
        if (changes_hold()) fixed_costs_fit();
    }

    // What is stated for offices is some of the national number.
    [[nodiscard]] bool stated_staff_fits() {
        const auto days =
            staff_days(s_, core::new_year(s_.horizon.start_year()), core::new_year(s_.horizon.last_year + 1));
        for (const char* path : {"attention.staff", "advisory.advisors"}) {
            const bool is_staff = std::string_view(path) == "attention.staff";
            const auto& satellites = s_.network.satellites;
            const bool within = !is_staff && std::any_of(satellites.begin(), satellites.end(), [](const auto& sat) {
                return sat.second.within_national && sat.second.advisors > 0;
            });
            if (!has_exceptions(s_, path) && !within) continue;
            for (const core::Date day : days) {
                double stated = 0;
                const auto add = [&](int id, bool works, double otherwise) {
                    const Exception* e = works ? ruling(s_, path, id, day) : nullptr;
                    stated += e && has_place(*e) ? number_of(*e) : works ? otherwise : 0;
                };
                for (const auto& [id, centre] : s_.network.centres) add(id, works_on(centre, day), 0);
                for (const auto& [id, satellite] : satellites) {
                    const bool works = works_on(s_.network, satellite, day);
                    if (is_staff || satellite.within_national) add(id, works, is_staff ? 0 : satellite.advisors);
                }
                const double national =
                    is_staff ? attention_staff(s_, day) : static_cast<double>(national_advisors(s_, day));
                if (stated <= national + 1e-9) continue;
                error(has_exceptions(s_, path) ? "exceptions" : "network.satellites",
                      {fmt::format("el {} las oficinas suman {} y {} es {}", core::iso(day), write_sum(stated), path,
                                   write_sum(national)),
                       fmt::format("on {} the offices sum to {} and {} is {}", core::iso(day), write_sum(stated), path,
                                   write_sum(national))},
                      {"lo de cada oficina es parte del total: súbalo, o baje lo de las oficinas",
                       "what each office has is some of the total: raise it, or lower that of the offices"});
                return false;
            }
        }
        return true;
    }

    // No centre can lose more advisors than it has.
    [[nodiscard]] bool changes_hold() {
        if (s_.advisory.changes.empty()) return true;
        const auto days =
            staff_days(s_, core::new_year(s_.horizon.start_year()), core::new_year(s_.horizon.last_year + 1));
        for (const core::Date day : days) {
            const auto advisors = centre_advisors(s_, day);
            std::size_t c = 0;
            for (const auto& [id, centre] : s_.network.centres) {
                const double left = advisors[c++];
                if (left >= 0) continue;
                error("advisory.changes",
                      {fmt::format("el {} saldrían {} asesores más de los que tiene el centro {}", core::iso(day),
                                   -left, id),
                       fmt::format("on {} {} more advisors would leave than centre {} has", core::iso(day), -left, id)},
                      {"quite menos asesores, o más tarde", "take away fewer advisors, or later"});
                return false;
            }
        }
        return true;
    }

    // Funded staff: the costs that come before advisors fit in the budget, and the resulting number can be simulated.
    [[nodiscard]] bool funded_staff() {
        const auto& a = s_.advisory;
        for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
            const double budget = static_cast<double>(a.budget.in_pesos()) * level(a.budget_growth, year);
            const double before = static_cast<double>(a.satellite_cost.in_pesos()) * satellite_years(s_, year) +
                                  others(a, year) +
                                  static_cast<double>(a.plan_cost.in_pesos()) * a.planned_admissions *
                                      level(a.planned_admissions_growth, year);
            const double advisors = (budget - before) / static_cast<double>(a.annual_cost.in_pesos());
            if (advisors >= 0 && advisors <= 1e6) continue;
            error("advisory.staffing",
                  {fmt::format("en {} el presupuesto pagaría {:.0f} asesores", year, advisors),
                   fmt::format("in {} the budget would pay {:.0f} advisors", year, advisors)},
                  {"revise budget, plan_cost, planned_admissions y annual_cost",
                   "look at budget, plan_cost, planned_admissions and annual_cost"});
            return false;
        }
        return true;
    }

    [[nodiscard]] double level(const Growth& g, int year) const { return s_.horizon.level(g, year); }

    template <class C>
    [[nodiscard]] double others(const C& component, int year) const {
        return static_cast<double>(component.other_costs.in_pesos()) * level(component.budget_growth, year);
    }

    // Staff that the budget of some year cannot pay is found here, exact to the peso, before anything is simulated.
    void fixed_costs_fit() {
        constexpr std::array names = {"attention", "advisory", "alliances", "administration"};
        std::array<bool, names.size()> told{};
        for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
            const auto costs = fixed_costs(s_, year), budgets = appropriations(s_, year);
            for (std::size_t c = 0; c < names.size(); ++c) {
                if (costs[c] <= budgets[c] || std::exchange(told[c], true)) continue;
                const int decimals = costs[c] - budgets[c] < Money::thousands(1) ? 3 : 0;
                const double cost = costs[c].in_thousands(), budget = budgets[c].in_thousands();
                error(std::string(names[c]) + ".budget",
                      {fmt::format("en {} los costos fijos ({:.{}f} M$) pasan del presupuesto ({:.{}f} M$)", year, cost,
                                   decimals, budget, decimals),
                       fmt::format("in {} fixed costs ({:.{}f} M$) exceed the budget ({:.{}f} M$)", year, cost,
                                   decimals, budget, decimals)},
                      {"suba el presupuesto o baje el personal", "raise the budget or lower the staff"});
            }
        }
    }

    const Scenario& s_;
    const Places& places_;
    Report& report_;
    std::set<std::string> wrong_;  // paths of errors reported before these checks
    static constexpr std::string_view inside_ = ".[";
};

}  // namespace

void validate(const Scenario& scenario, const Places& places, Report& report) {
    Validator(scenario, places, report).all();
}

}  // namespace aforo::scenario
