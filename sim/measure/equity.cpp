// Compares who is served with who asks: inequality between centres, by potential, and between groups.
#include <algorithm>
#include <numeric>

#include "probes.hpp"

namespace aforo::measure {

namespace {

using model::Fact;
using model::FactKind;

// 1 − twice the area under the curve of `got` against `base`, both as cumulative shares, in the given order. In order
// of got / base this is the Gini coefficient, in another order the concentration index (Kakwani, Wagstaff and van
// Doorslaer, 1997).
double concentration(const std::vector<double>& base, const std::vector<double>& got) {
    const double all_base = std::accumulate(base.begin(), base.end(), 0.0);
    const double all_got = std::accumulate(got.begin(), got.end(), 0.0);
    if (!(all_base > 0) || !(all_got > 0)) return undefined;
    double area = 0, reached = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        area += base[i] * (2 * reached + got[i]);
        reached += got[i];
    }
    return 1 - area / (all_base * all_got);
}

double gini(const std::vector<double>& base, const std::vector<double>& got) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (base[i] > 0 || got[i] > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return got[a] * base[b] < got[b] * base[a]; });
    std::vector<double> b, g;
    for (const std::size_t i : order) {
        b.push_back(base[i]);
        g.push_back(got[i]);
    }
    return concentration(b, g);
}

constexpr std::size_t bins = 101;  // one for each point of the composite

using ByPotential = std::array<int, bins>;

struct Year {
    ByPotential diagnosed{}, asked{}, admitted{};
};

class EquityProbe : public Probe, public Hears<model::Fact> {
public:
    explicit EquityProbe(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] bool wants(FactKind k) const override {
        return k == FactKind::diagnosed || k == FactKind::qualified || k == FactKind::requested_again ||
               k == FactKind::interrupted || k == FactKind::admitted;
    }

    void restart() override { years_.assign(frame_.years(), {}); }

    void on(const Fact& f) override {
        Year& y = years_[frame_.year_index(f.year)];
        switch (f.kind) {
            case FactKind::diagnosed:
                ++y.diagnosed[bin(*f.who)];
                return;
            case FactKind::qualified:
            case FactKind::requested_again:
            case FactKind::interrupted:
                ++y.asked[bin(*f.who)];
                return;
            case FactKind::admitted:
                ++y.admitted[bin(*f.who)];
                return;
            default:
                return;
        }
    }

    void report(const Counts& counts, Sink& sink) override {
        for (std::size_t i = frame_.first_index(); i < frame_.years(); ++i) {
            const int year = frame_.year_at(i);
            const Year& y = years_[i];
            const auto share = [&](std::string_view group) { return share_of_group(counts, i, group); };
            sink.put("beneficiaries_gini", year,
                     gini(by_centre(counts, FactKind::arrived, i), by_centre(counts, Sum::beneficiaries, i)));
            sink.put("concentration_qualified", year, concentration(doubles(y.asked), doubles(y.admitted)));
            sink.put("concentration_diagnosed", year, concentration(doubles(y.diagnosed), doubles(y.admitted)));
            sink.put("served_gap_rural_urban", year, share("territory=rural") - share("territory=urban"));
            sink.put("served_gap_women_men", year, share("sex=female") - share("sex=male"));
        }
    }

private:
    static std::size_t bin(const model::Enterprise& e) {
        return static_cast<std::size_t>(std::clamp(e.profile.composite, 0.0F, static_cast<float>(bins - 1)));
    }
    static std::vector<double> doubles(const ByPotential& counts) { return {counts.begin(), counts.end()}; }
    // Counts of satellites are added to their centre.
    [[nodiscard]] std::vector<double> by_centre(const Counts& counts, Counted what, std::size_t year) const {
        std::vector<double> sums(frame_.blueprint.centres, 0.0);
        for (std::size_t o = 0; o < frame_.office_ids.size(); ++o)
            sums[frame_.blueprint.offices[o].centre.value] += counts.of_year(what, year, o);
        return sums;
    }
    static double share_of_group(const Counts& counts, std::size_t year, std::string_view group) {
        const auto g =
            static_cast<std::size_t>(std::find(group_names.begin(), group_names.end(), group) - group_names.begin());
        return served_share([&](Counted what) { return counts.of_group(what, year, g); });
    }

    const Frame& frame_;
    std::vector<Year> years_;
};

}  // namespace

std::unique_ptr<Probe> make_equity_probe(const Frame& frame) { return std::make_unique<EquityProbe>(frame); }

std::vector<results::Column> equity_columns() {
    return {
        {"beneficiaries_gini",
         "ratio",
         {"Gini de los centros", "Gini of the centres"},
         shapes::index,
         Years::stand_alone,
         Direction::more_is_worse,
         levels::programme,
         {"Desigualdad entre centros (con sus satélites): coeficiente de Gini de beneficiaries sobre arrivals del año. "
          "0: todos atienden la misma parte de sus llegadas; 1: todo en un centro.",
          "Inequality between centres (with their satellites): Gini coefficient of beneficiaries over arrivals of the "
          "year. 0: all serve the same share of their arrivals; 1: everything at one centre."}},
        {"concentration_qualified",
         "ratio",
         {"Concentración por la prioridad", "Concentration by priority"},
         shapes::index,
         Years::stand_alone,
         Direction::neither,
         levels::programme,
         {"Índice de concentración, por potencial medido, de las admisiones del año sobre quienes piden un cupo "
          "(qualified, re_entries e interrupted). "
          "0: se admite según se pide; positivo: más a quienes tienen mayor potencial; negativo: más al menor.",
          "Concentration index, by measured potential, of the year's admissions over who asks for a slot (qualified, "
          "re_entries and interrupted). "
          "0: admissions follow requests; positive: more to higher potential; negative: more to lower."},
         {"Va de −1 a 1.", "It goes from −1 to 1."}},
        {"concentration_diagnosed",
         "ratio",
         {"Concentración por filtro y prioridad", "Concentration by filter and priority"},
         shapes::index,
         Years::stand_alone,
         Direction::neither,
         levels::programme,
         {"El mismo índice de las admisiones sobre diagnosed: suma lo que hacen el filtro y la prioridad.",
          "The same index of admissions over diagnosed: what the filter and the priority do together."},
         {"Va de −1 a 1.", "It goes from −1 to 1."}},
        {"served_gap_rural_urban",
         "ratio",
         {"Brecha rural menos urbano", "Gap, rural less urban"},
         shapes::points,
         Years::stand_alone,
         Direction::neither,
         levels::programme,
         {"Brecha: served_share_of_qualified de empresas de territorio rural menos la de urbano.",
          "Gap: served_share_of_qualified of enterprises of rural territory less that of urban."},
         {"Es una diferencia: puede ser negativa, y pasar de 1 como esas partes.",
          "It is a difference: it may be negative, and pass 1 as those shares may."}},
        {"served_gap_women_men",
         "ratio",
         {"Brecha mujeres menos hombres", "Gap, women less men"},
         shapes::points,
         Years::stand_alone,
         Direction::neither,
         levels::programme,
         {"Brecha: served_share_of_qualified de empresas de mujeres menos la de hombres.",
          "Gap: served_share_of_qualified of enterprises owned by women less that of men."},
         {"Es una diferencia: puede ser negativa, y pasar de 1 como esas partes.",
          "It is a difference: it may be negative, and pass 1 as those shares may."}},
    };
}

}  // namespace aforo::measure
