// How long enterprises wait for attention and for a slot, and how long plans take.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "breakdown.hpp"
#include "probes.hpp"
#include "wait_statistics.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;

// Durations by year.
class Table {
public:
    void restart(const Frame& frame) {
        years_.resize(frame.years());
        for (auto& y : years_) y.clear();
    }
    void add(std::size_t year, const Fact& f, End end = End::came) {
        years_[year].emplace_back(core::in_days(f.at - f.since), end, f.who->office.value, type_of(f.who->profile));
    }
    [[nodiscard]] Lengths& year(std::size_t y) { return years_[y]; }

private:
    std::vector<Lengths> years_;
};

// For measures that need only means: sums by year and office, and by year and type.
class Means {
public:
    struct Sum {
        double sum = 0;
        int n = 0;
        void operator+=(const Sum& m) {
            sum += m.sum;
            n += m.n;
        }
        [[nodiscard]] double value() const { return ratio(sum, n); }
    };

    void restart(const Frame& frame) {
        by_office_.assign(frame.years() * frame.office_ids.size(), {});
        by_type_.assign(frame.years() * types, {});
        offices_ = frame.office_ids.size();
    }
    void add(std::size_t year, const Fact& f) {
        const Sum one{core::in_days(f.at - f.since), 1};
        by_office_[year * offices_ + f.who->office.value] += one;
        by_type_[year * types + type_of(f.who->profile)] += one;
    }
    [[nodiscard]] const Sum& of_office(std::size_t year, std::size_t o) const {
        return by_office_[year * offices_ + o];
    }
    [[nodiscard]] const Sum& of_type(std::size_t year, std::size_t t) const { return by_type_[year * types + t]; }

private:
    std::vector<Sum> by_office_, by_type_;
    std::size_t offices_ = 0;
};

class WaitProbe : public Probe, public Hears<model::Fact> {
public:
    explicit WaitProbe(const Frame& frame)
        : frame_(frame),
          places_(frame),
          first_region_(frame.office_ids.size()),
          first_group_(first_region_ + frame.region_ids.size()),
          all_(first_group_ + groups),
          executed_(begin_of_executed(frame)) {}

    [[nodiscard]] bool wants(FactKind k) const override {
        return k == FactKind::attention_began || k == FactKind::admitted || k == FactKind::declined ||
               k == FactKind::turned_away || k == FactKind::withdrew || k == FactKind::still_waiting ||
               k == FactKind::graduated || k == FactKind::dropped_out;
    }

    void restart() override {
        for (Table* t : {&attention_, &slot_, &offer_, &refused_}) t->restart(frame_);
        for (Means* m : {&ended_, &graduated_}) m->restart(frame_);
    }

    void on(const Fact& f) override {
        const bool is_plan = f.kind == FactKind::graduated || f.kind == FactKind::dropped_out;
        if (!is_plan && is_of_executed(f)) return unseen_from_then_on(f);
        const std::size_t year = frame_.year_index(f.year);
        // By the year of the request; one from before the simulation is in none.
        const auto offer = [&](auto... end) {
            if (f.since >= model::Time(frame_.blueprint.first_day)) offer_.add(frame_.year_index(f.since), f, end...);
        };
        switch (f.kind) {
            case FactKind::attention_began:
                return attention_.add(year, f);
            case FactKind::admitted:
                slot_.add(year, f);
                return offer();
            case FactKind::declined:
                return offer();
            case FactKind::turned_away:
                return refused_.add(year, f, End::left);
            case FactKind::withdrew:
                return offer(End::left);
            case FactKind::still_waiting:
                return offer(End::unseen);
            case FactKind::graduated:
                graduated_.add(year, f);
                return ended_.add(year, f);
            case FactKind::dropped_out:
                return ended_.add(year, f);
            default:
                return;
        }
    }

    void report(const Counts&, Sink& sink) override {
        put<Mean, QuantileOf<90>>(sink, attention_, {"attention_wait_days_mean", "attention_wait_days_p90"});
        put<Mean, QuantileOf<50>, QuantileOf<90>>(sink, slot_, {"wait_days_mean", "wait_days_median", "wait_days_p90"});
        put<MedianWithCensoring, ShareWithin<30>, ShareWithin<90>, ShareWithin<180>>(
            sink, offer_,
            {"offer_days_median", "offered_within_30_days", "offered_within_90_days", "offered_within_180_days"});
        put_months(sink, ended_, "plan_months_mean");
        put_months(sink, graduated_, "plan_months_graduates");
    }

private:
    // How long was waited in executed months is not known, so a wait that lies in them, or in part, is not counted;
    // that of who is placed at their end is stated. One that began before is known up to their beginning.
    [[nodiscard]] bool is_of_executed(const Fact& f) const {
        const auto& cut = frame_.blueprint.cut;
        if (!cut || f.at < executed_ || f.who->placed) return false;
        return (f.kind == FactKind::turned_away ? f.at : f.since) < model::Time(*cut);  // who is has not waited
    }
    void unseen_from_then_on(Fact f) {
        if (f.kind == FactKind::attention_began || f.since >= executed_) return;
        f.at = executed_;
        if (f.since >= model::Time(frame_.blueprint.first_day)) offer_.add(frame_.year_index(f.since), f, End::unseen);
    }
    [[nodiscard]] static model::Time begin_of_executed(const Frame& frame) {
        const auto& executed = frame.blueprint.executed;
        const auto first =
            std::find_if(executed.begin(), executed.end(), [](const auto& month) { return month.has_value(); });
        // They begin with a year.
        return core::new_year(frame.start_year + static_cast<int>((first - executed.begin()) / 12));
    }
    // Puts statistics by office, region and group and over all into columns of the sink.
    template <class... Statistic>
    void put(Sink& sink, Table& table, const std::array<const char*, sizeof...(Statistic)>& columns) {
        using Part = std::tuple<Statistic...>;
        std::vector<Part> parts(all_ + 1);
        const auto for_each_part = [this](Length l, auto&& visit) {
            visit(l.office());
            visit(first_region_ + frame_.region_of[l.office()]);
            for (const std::size_t g : groups_of[l.type()]) visit(first_group_ + g);
            visit(all_);
        };
        const bool has_band = &table != &attention_;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            Lengths& lengths = table.year(y);
            const auto count = [&](const Lengths& of) {
                sizes_.assign(parts.size(), 0);
                for (const Length l : of) for_each_part(l, [&](std::size_t p) { ++sizes_[p]; });
            };
            count(lengths);
            for (std::size_t p = 0; p < parts.size(); ++p)
                std::apply([&](auto&... s) { (s.begin(sizes_[p]), ...); }, parts[p]);
            if (&table == &offer_ && !refused_.year(y).empty()) {
                count(refused_.year(y));
                for (std::size_t p = 0; p < parts.size(); ++p)
                    std::apply([&](auto&... s) { (refuse(s, sizes_[p]), ...); }, parts[p]);
            }
            sort(lengths, spare_);
            for (const Length l : lengths) {
                for_each_part(l, [&](std::size_t p) { std::apply([&](auto&... s) { (s.see(l), ...); }, parts[p]); });
            }
            const auto put_one = [&](Level level, const std::string& id, std::size_t p) {
                const char* const* column = columns.data();
                std::apply(
                    [&](const auto&... s) { (sink.put(*column++, frame_.year_at(y), level, id, s.value()), ...); },
                    parts[p]);
            };
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o) put_one(Level::office, frame_.office_ids[o], o);
            for (std::size_t r = 0; r < frame_.region_ids.size(); ++r)
                put_one(Level::region, frame_.region_ids[r], first_region_ + r);
            for (std::size_t g = 0; g < (has_band ? groups : first_band_group); ++g)
                put_one(Level::group, group_ids_[g], first_group_ + g);
            put_one(Level::programme, "", all_);
        }
    }

    // An enterprise that finds the list full leaves at once, which counts only in shares of those who ask.
    template <class Statistic>
    static void refuse(Statistic& of, std::size_t n) {
        if constexpr (requires { of.refused(n); }) of.refused(n);
    }

    void put_months(Sink& sink, const Means& means, const char* column) {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const auto months = [](const Means::Sum& m) { return m.value() / core::days_per_month; };
            const Means::Sum all = places_.put(
                sink, column, y, [&](std::size_t o) { return means.of_office(y, o); }, months);
            std::array<Means::Sum, groups> by_group{};
            for (std::size_t t = 0; t < types; ++t) {
                for (const std::size_t g : groups_of[t]) by_group[g] += means.of_type(y, t);
            }
            places_.put_groups(sink, column, y, groups, [&](std::size_t g) { return months(by_group[g]); });
            sink.put(column, frame_.year_at(y), months(all));
        }
    }

    const Frame& frame_;
    const Breakdown places_;
    Table attention_, slot_, offer_;
    Table refused_;            // requests for a slot that found too many waiting
    Means ended_, graduated_;  // durations of plans
    // The parts: every office, then every region, every group, and all together.
    const std::size_t first_region_, first_group_, all_;
    const model::Time executed_;      // where the executed months begin, if there are any
    std::vector<std::size_t> sizes_;  // by part, for the current year
    Lengths spare_;
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
};

}  // namespace

std::unique_ptr<Probe> make_wait_probe(const Frame& frame) { return std::make_unique<WaitProbe>(frame); }

namespace {

results::Column offered_within(int days) {
    return {
        fmt::format("offered_within_{}_days", days),
        "ratio",
        {fmt::format("Con oferta de cupo dentro de {} días", days), fmt::format("Offered a slot within {} days", days)},
        shapes::share,
        Years::stand_alone,
        Direction::more_is_better,
        levels::offices_and_groups,
        {fmt::format("Parte de quienes piden cupo en el año (al calificar, o para otro plan) a quienes se les ofrece "
                     "dentro de {} días. Quien se retira antes cuenta entre los que piden y no entre los que "
                     "reciben oferta (Aalen–Johansen, con el retiro como evento que compite); quien sigue esperando "
                     "al fin de la simulación, hasta entonces, y sin valor donde eso deja sin saber más de 5 %. A "
                     "diferencia de la espera media de los admitidos, no "
                     "mejora con dejar gente fuera.",
                     days),
         fmt::format("Share of those who ask for a slot in the year (on qualifying, or for another plan) that are "
                     "offered one within {} days. Who withdraws before counts among those who ask and not among "
                     "those that are offered one (Aalen-Johansen, leaving being the competing event); who still "
                     "waits at the simulation's end, up to then, and undefined where that leaves more than 5% unknown. "
                     "Unlike the mean wait of those admitted, leaving "
                     "people out does not improve it.",
                     days)}};
}

}  // namespace

std::vector<results::Column> wait_columns() {
    return {
        {"attention_wait_days_mean",
         "days",
         {"Espera de atención, media (días)", "Wait for attention, mean (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Días corridos desde la llegada hasta el comienzo de la atención; media de las atenciones que comienzan en "
          "el año.",
          "Calendar days from arrival to the start of attention; mean over the attentions that start in the year."}},
        {"attention_wait_days_p90",
         "days",
         {"Espera de atención: 9 de cada 10, a lo más (días)", "Wait for attention: 9 out of 10, at most (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Los mismos días: 9 de cada 10 esperan a lo más esto.", "The same days: 9 in 10 wait at most this."}},
        {"wait_days_mean",
         "days",
         {"Espera de cupo, media (días)", "Wait for a slot, mean (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Días corridos desde que califica (o pide otro plan) hasta la admisión, ceros incluidos; media de las "
          "admisiones del año. Quien se retira no cuenta: la media de los admitidos favorece a una mala regla.",
          "Calendar days from qualification (or the request for another plan) to admission, zeros included; mean over "
          "the year's admissions. Who withdraws does not count: the mean of the admitted flatters a bad rule."}},
        {"wait_days_median",
         "days",
         {"Espera de cupo, mediana (días)", "Wait for a slot, median (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Los mismos días: mediana.", "The same days: median."}},
        {"wait_days_p90",
         "days",
         {"Espera de cupo: 9 de cada 10, a lo más (días)", "Wait for a slot: 9 out of 10, at most (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Los mismos días: 9 de cada 10 esperan a lo más esto.", "The same days: 9 in 10 wait at most this."}},
        {"offer_days_median",
         "days",
         {"Hasta ofrecerle cupo, mediana (días)", "Until offered a slot, median (days)"},
         shapes::days,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::offices_and_groups,
         {"Días corridos desde que califica (o pide otro plan) hasta que se le ofrece un cupo, por año de la "
          "solicitud: "
          "mediana de Kaplan–Meier, en que quien se retira y quien sigue esperando al fin de la simulación cuentan "
          "hasta entonces. Sin valor cuando ni a la mitad se le llega a ofrecer.",
          "Calendar days from qualification (or the request for another plan) to the offer of a slot, by year of the "
          "request: Kaplan-Meier median, in which those who withdraw and those who still wait at the simulation's end "
          "count up to then. Undefined when not even half come to be offered one."}},
        offered_within(30),
        offered_within(90),
        offered_within(180),
        {"plan_months_mean",
         "months",
         {"Duración de los planes (meses)", "Length of plans (months)"},
         shapes::months,
         Years::stand_alone,
         Direction::neither,
         levels::offices_and_groups,
         {"Meses (de 30,4375 días) desde la admisión hasta el fin del plan; media de todos los planes que terminan en "
          "el año, por egreso o abandono.",
          "Months (of 30.4375 days) from admission to the plan's end; mean over all plans that end in the year, by "
          "graduation or dropout."}},
        {"plan_months_graduates",
         "months",
         {"Duración de los planes que egresan (meses)", "Length of plans that graduate (months)"},
         shapes::months,
         Years::stand_alone,
         Direction::neither,
         levels::offices_and_groups,
         {"Los mismos meses, solo de los planes que terminan en egreso.",
          "The same months, of plans that end in graduation only."}},
    };
}

}  // namespace aforo::measure
