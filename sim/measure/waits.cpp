// How long enterprises wait for attention and for a slot, and how long plans take.
#include <algorithm>

#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;

// A length of time, or as much of it as was seen.
struct Length {
    float days;
    std::uint8_t type;  // of the enterprise
    bool ended;         // false: it would have gone on
};
using Lengths = std::vector<Length>;

bool is_shorter(const Length& a, const Length& b) { return a.days < b.days; }

double mean_of(Lengths& lengths) {
    if (lengths.empty()) return undefined;
    double sum = 0;
    for (const Length& l : lengths) sum += static_cast<double>(l.days);
    return sum / static_cast<double>(lengths.size());
}

// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7).
template <int percent>
double quantile_of(Lengths& v) {
    if (v.empty()) return undefined;
    const double place = percent / 100.0 * static_cast<double>(v.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const auto nth = v.begin() + static_cast<std::ptrdiff_t>(low);
    std::nth_element(v.begin(), nth, v.end(), is_shorter);
    const auto at_low = static_cast<double>(nth->days);
    if (low + 1 == v.size()) return at_low;
    const auto above = static_cast<double>(std::min_element(nth + 1, v.end(), is_shorter)->days);
    return at_low + (place - static_cast<double>(low)) * (above - at_low);
}

// The first length at which Kaplan and Meier's estimate (1958) of the share that goes on beyond it is a half or less;
// undefined when that is not reached. Lengths that ended come before those cut short at the same time.
double median_with_censoring(Lengths& lengths) {
    std::sort(lengths.begin(), lengths.end(), [](const Length& a, const Length& b) {
        return a.days != b.days ? a.days < b.days : a.ended && !b.ended;
    });
    double goes_on = 1;
    auto at_risk = static_cast<double>(lengths.size());
    for (const Length& l : lengths) {
        if (l.ended) goes_on *= 1 - 1 / at_risk;
        --at_risk;
        if (goes_on <= 0.5 + 1e-9) return static_cast<double>(l.days);
    }
    return undefined;
}

// By year and office.
class Table {
public:
    void restart(const Frame& frame) {
        cells_.resize(frame.years() * frame.office_ids.size());
        for (auto& c : cells_) c.clear();
        offices_ = frame.office_ids.size();
    }
    void add(std::size_t year, const Fact& f, bool ended = true) {
        cells_[year * offices_ + f.who->office.value].push_back(
            {static_cast<float>(core::in_days(f.at - f.since)), static_cast<std::uint8_t>(type_of(f.who->profile)),
             ended});
    }
    [[nodiscard]] Lengths& cell(std::size_t year, std::size_t office) { return cells_[year * offices_ + office]; }

private:
    std::vector<Lengths> cells_;
    std::size_t offices_ = 0;
};

class WaitProbe : public Probe {
public:
    explicit WaitProbe(const Frame& frame) : frame_(frame) {
        for (std::size_t t = 0; t < types; ++t) groups_of_type_[t] = groups_of(t);
    }

    [[nodiscard]] bool listens_to(FactKind k) const override {
        return k == FactKind::attention_began || k == FactKind::admitted || k == FactKind::declined ||
               k == FactKind::withdrew || k == FactKind::still_waiting || k == FactKind::graduated ||
               k == FactKind::dropped_out;
    }

    void restart() override {
        for (Table* t : {&attention_, &slot_, &offer_, &ended_, &graduated_}) t->restart(frame_);
    }

    void on(const Fact& f) override {
        const std::size_t year = frame_.year_index(f.year);
        const auto requested = [&] { return frame_.year_index(f.since); };
        switch (f.kind) {
            case FactKind::attention_began:
                return attention_.add(year, f);
            case FactKind::admitted:
                slot_.add(year, f);
                return offer_.add(requested(), f);
            case FactKind::declined:
                return offer_.add(requested(), f);
            case FactKind::withdrew:
            case FactKind::still_waiting:
                return offer_.add(requested(), f, false);
            case FactKind::graduated:
                graduated_.add(year, f);
                return ended_.add(year, f);
            case FactKind::dropped_out:
                return ended_.add(year, f);
            default:
                return;
        }
    }

    void report(Sink& sink) override {
        put(sink, attention_, 1, {{"attention_wait_days_mean", mean_of}, {"attention_wait_days_p90", quantile_of<90>}});
        put(sink, slot_, 1,
            {{"wait_days_mean", mean_of}, {"wait_days_median", quantile_of<50>}, {"wait_days_p90", quantile_of<90>}});
        put(sink, offer_, 1, {{"offer_days_median", median_with_censoring}});
        put(sink, ended_, core::days_per_month, {{"plan_months_mean", mean_of}});
        put(sink, graduated_, core::days_per_month, {{"plan_months_graduates", mean_of}});
    }

private:
    struct Statistic {
        const char* column;
        double (*of)(Lengths&);
    };

    void put(Sink& sink, Table& table, double unit, const std::vector<Statistic>& statistics) {
        const bool has_band = &table != &attention_;
        Lengths all;
        std::vector<Lengths> regions(frame_.region_ids.size()), by_group(has_band ? groups : first_band_group);
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            all.clear();
            for (auto& r : regions) r.clear();
            for (auto& g : by_group) g.clear();
            const auto put_one = [&](Level level, const std::string& id, Lengths& lengths) {
                for (const Statistic& s : statistics) sink.put(s.column, frame_.year_at(y), level, id, s.of(lengths) / unit);
            };
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o) {
                Lengths& cell = table.cell(y, o);
                all.insert(all.end(), cell.begin(), cell.end());
                Lengths& region = regions[frame_.region_of[o]];
                region.insert(region.end(), cell.begin(), cell.end());
                put_one(Level::office, frame_.office_ids[o], cell);
            }
            for (const Length& l : all) {
                for (const std::size_t g : groups_of_type_[l.type]) {
                    if (g < by_group.size()) by_group[g].push_back(l);
                }
            }
            for (std::size_t r = 0; r < regions.size(); ++r) put_one(Level::region, frame_.region_ids[r], regions[r]);
            for (std::size_t g = 0; g < by_group.size(); ++g) put_one(Level::group, group_ids_[g], by_group[g]);
            put_one(Level::programme, "", all);
        }
    }

    const Frame& frame_;
    Table attention_, slot_, offer_, ended_, graduated_;
    std::array<std::array<std::size_t, 4>, types> groups_of_type_{};
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
};

}  // namespace

std::unique_ptr<Probe> make_wait_probe(const Frame& frame) { return std::make_unique<WaitProbe>(frame); }

std::vector<results::Column> wait_columns() {
    return {
        {"attention_wait_days_mean",
         "days",
         {"Días corridos desde la llegada hasta el comienzo de la atención; media de las atenciones que comienzan en "
          "el año.",
          "Calendar days from arrival to the start of attention; mean over the attentions that start in the year."}},
        {"attention_wait_days_p90",
         "days",
         {"Los mismos días: 9 de cada 10 esperan a lo más esto.", "The same days: 9 in 10 wait at most this."}},
        {"wait_days_mean",
         "days",
         {"Días corridos desde que califica (o pide otro plan) hasta la admisión, ceros incluidos; media de las "
          "admisiones del año. Quien se retira no cuenta: la media de los admitidos favorece a una mala regla.",
          "Calendar days from qualification (or the request for another plan) to admission, zeros included; mean over "
          "the year's admissions. Who withdraws does not count: the mean of the admitted flatters a bad rule."}},
        {"wait_days_median", "days", {"Los mismos días: mediana.", "The same days: median."}},
        {"wait_days_p90",
         "days",
         {"Los mismos días: 9 de cada 10 esperan a lo más esto.", "The same days: 9 in 10 wait at most this."}},
        {"offer_days_median",
         "days",
         {"Días corridos desde que califica (o pide otro plan) hasta que se le ofrece un cupo, por año de la solicitud: "
          "mediana de Kaplan–Meier, en que quien se retira y quien sigue esperando al fin de la simulación cuentan "
          "hasta entonces. Sin valor cuando ni a la mitad se le llega a ofrecer.",
          "Calendar days from qualification (or the request for another plan) to the offer of a slot, by year of the "
          "request: Kaplan-Meier median, in which those who withdraw and those who still wait at the simulation's end "
          "count up to then. Undefined when not even half come to be offered one."}},
        {"plan_months_mean",
         "months",
         {"Meses (de 30,4375 días) desde la admisión hasta el fin del plan; media de todos los planes que terminan en "
          "el año, por egreso o abandono.",
          "Months (of 30.4375 days) from admission to the plan's end; mean over all plans that end in the year, by "
          "graduation or dropout."}},
        {"plan_months_graduates",
         "months",
         {"Los mismos meses, solo de los planes que terminan en egreso.",
          "The same months, of plans that end in graduation only."}},
    };
}

}  // namespace aforo::measure
