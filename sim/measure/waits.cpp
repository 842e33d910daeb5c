// How long enterprises wait for attention and for a slot, and how long plans take.
#include <algorithm>

#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;

double mean_of(const std::vector<float>& v) {
    if (v.empty()) return undefined;
    double sum = 0;
    for (const float x : v) sum += static_cast<double>(x);
    return sum / static_cast<double>(v.size());
}

// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7). Reorders `v`.
double quantile_of(std::vector<float>& v, double p) {
    if (v.empty()) return undefined;
    const double place = p * static_cast<double>(v.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const auto nth = v.begin() + static_cast<std::ptrdiff_t>(low);
    std::nth_element(v.begin(), nth, v.end());
    const auto at_low = static_cast<double>(*nth);
    if (low + 1 == v.size()) return at_low;
    return at_low +
           (place - static_cast<double>(low)) * (static_cast<double>(*std::min_element(nth + 1, v.end())) - at_low);
}

// Lengths of time that ended in a year, by office.
class Lengths {
public:
    void restart(const Frame& frame) {
        cells_.resize(frame.years() * frame.office_ids.size());
        for (auto& c : cells_) c.clear();
        offices_ = frame.office_ids.size();
    }
    void add(std::size_t year, const Fact& f) {
        cells_[year * offices_ + f.who->office.value].push_back(static_cast<float>(core::in_days(f.at - f.since)));
    }
    [[nodiscard]] std::vector<float>& cell(std::size_t year, std::size_t office) {
        return cells_[year * offices_ + office];
    }

private:
    std::vector<std::vector<float>> cells_;
    std::size_t offices_ = 0;
};

class WaitProbe : public Probe {
public:
    explicit WaitProbe(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] bool listens_to(FactKind k) const override {
        return k == FactKind::attention_began || k == FactKind::admitted || k == FactKind::graduated ||
               k == FactKind::dropped_out;
    }

    void restart() override {
        for (Lengths* l : {&attention_, &slot_, &ended_, &graduated_}) l->restart(frame_);
    }

    void on(const Fact& f) override {
        const auto year = [&] { return frame_.year_index(f.year); };
        switch (f.kind) {
            case FactKind::attention_began:
                return attention_.add(year(), f);
            case FactKind::admitted:
                return slot_.add(year(), f);
            case FactKind::graduated:
                graduated_.add(year(), f);
                return ended_.add(year(), f);
            case FactKind::dropped_out:
                return ended_.add(year(), f);
            default:
                return;
        }
    }

    void report(Sink& sink) override {
        put(sink, attention_, {"attention_wait_days_mean", nullptr, "attention_wait_days_p90"}, 1);
        put(sink, slot_, {"wait_days_mean", "wait_days_median", "wait_days_p90"}, 1);
        put(sink, ended_, {"plan_months_mean", nullptr, nullptr}, core::days_per_month);
        put(sink, graduated_, {"plan_months_graduates", nullptr, nullptr}, core::days_per_month);
    }

private:
    struct Columns {
        const char *mean, *median, *p90;
    };

    void put(Sink& sink, Lengths& lengths, const Columns& columns, double unit) {
        std::vector<float> all;
        std::vector<std::vector<float>> regions(frame_.region_ids.size());
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            all.clear();
            for (auto& r : regions) r.clear();
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o) {
                auto& cell = lengths.cell(y, o);
                all.insert(all.end(), cell.begin(), cell.end());
                auto& region = regions[frame_.region_of[o]];
                region.insert(region.end(), cell.begin(), cell.end());
                put_one(sink, columns, y, Level::office, frame_.office_ids[o], cell, unit);
            }
            for (std::size_t r = 0; r < regions.size(); ++r)
                put_one(sink, columns, y, Level::region, frame_.region_ids[r], regions[r], unit);
            put_one(sink, columns, y, Level::programme, "", all, unit);
        }
    }
    void put_one(Sink& sink, const Columns& columns, std::size_t y, Level level, const std::string& id,
                 std::vector<float>& v, double unit) {
        const int year = frame_.year_at(y);
        sink.put(columns.mean, year, level, id, mean_of(v) / unit);
        if (columns.median) sink.put(columns.median, year, level, id, quantile_of(v, 0.5) / unit);
        if (columns.p90) sink.put(columns.p90, year, level, id, quantile_of(v, 0.9) / unit);
    }

    const Frame& frame_;
    Lengths attention_, slot_, ended_, graduated_;
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
