// What became of graduates, by cohort: the year in which they graduated.
#include <fmt/format.h>

#include "probes.hpp"

namespace aforo::measure {

namespace {

// The outcomes of the evaluation of 2019 (EPG), in the order of scenario::EpgOutcome.
struct Epg {
    const char *column, *without;
    bool only_informal;
    const char *es, *en;
};
constexpr std::array epg = {
    Epg{"epg_profits", "epg_profits_counterfactual", false, "aumenta sus utilidades", "has greater profits"},
    Epg{"epg_first_invoice", "epg_first_invoice_counterfactual", true, "emite su primera factura",
        "issues its first invoice"},
    Epg{"epg_formalisation", "epg_formalisation_counterfactual", true, "se formaliza", "becomes formal"},
    Epg{"epg_jobs", "epg_jobs_counterfactual", false, "genera empleo", "creates jobs"},
    Epg{"epg_financing", "epg_financing_counterfactual", false, "obtiene financiamiento", "obtains financing"},
    Epg{"epg_admin_problems", "epg_admin_problems_counterfactual", false,
        "resuelve problemas administrativos o contables", "solves administrative or accounting problems"},
    Epg{"epg_new_markets", "epg_new_markets_counterfactual", false, "entra a nuevos mercados", "enters new markets"},
    Epg{"epg_new_products", "epg_new_products_counterfactual", false, "ofrece nuevos productos",
        "offers new products"}};
static_assert(epg.size() == scenario::epg_outcomes);

class OutcomeProbe : public Probe {
public:
    explicit OutcomeProbe(const Frame& frame) : frame_(frame) {}

    void restart() override { cohorts_.assign(frame_.years(), {}); }

    void on(const model::OutcomeFact& f) override {
        Cohort& c = cohorts_[frame_.year_index(f.at)];
        for (std::size_t i = 0; i < epg.size(); ++i) {
            if (epg[i].only_informal && f.in_sii) continue;
            for (const std::size_t cell : {std::size_t{0}, 1 + static_cast<std::size_t>(f.who->profile.band)}) {
                ++c.epg[i][cell].graduates;
                c.epg[i][cell].yes += f.epg >> i & 1;
                c.epg[i][cell].yes_without += f.epg_without >> i & 1;
            }
        }
        for (const bool all : {false, true}) {
            if (!all && !f.in_sii) continue;
            for (const std::size_t cell : {std::size_t{0}, 1 + static_cast<std::size_t>(f.who->profile.band)}) {
                auto& by_band = all ? c.all : c.formal;
                ++by_band[cell].graduates;
                by_band[cell].survive += f.survives;
                by_band[cell].sales_up += f.sales_up;
            }
        }
        if (!f.in_sii) return;
        ++c.graduates;
        c.sales_up += f.sales_up;
        c.sales_up_without += f.sales_up_without;
        c.survive += f.survives;
        c.survive_without += f.survives_without;
    }

    void report(Sink& sink) override {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            const Cohort& c = cohorts_[y];
            sink.put("survival_t2", year, ratio(c.survive, c.graduates));
            sink.put("survival_t2_counterfactual", year, ratio(c.survive_without, c.graduates));
            sink.put("sales_up_t1", year, ratio(c.sales_up, c.graduates));
            sink.put("sales_up_t1_counterfactual", year, ratio(c.sales_up_without, c.graduates));
            sink.put("survival_t2_with_informal", year, ratio(c.all[0].survive, c.all[0].graduates));
            sink.put("sales_up_t1_with_informal", year, ratio(c.all[0].sales_up, c.all[0].graduates));
            for (std::size_t b = 0; b < 3; ++b) {
                sink.put("survival_t2", year, Level::group, bands_[b],
                         ratio(c.formal[1 + b].survive, c.formal[1 + b].graduates));
                sink.put("sales_up_t1", year, Level::group, bands_[b],
                         ratio(c.formal[1 + b].sales_up, c.formal[1 + b].graduates));
            }
            for (std::size_t i = 0; i < epg.size(); ++i) {
                const auto& cells = c.epg[i];
                sink.put(epg[i].column, year, ratio(cells[0].yes, cells[0].graduates));
                sink.put(epg[i].without, year, ratio(cells[0].yes_without, cells[0].graduates));
                for (std::size_t b = 0; b < 3; ++b) {
                    sink.put(epg[i].column, year, Level::group, bands_[b],
                             ratio(cells[1 + b].yes, cells[1 + b].graduates));
                }
            }
        }
    }

private:
    struct Cell {
        double graduates = 0, yes = 0, yes_without = 0;
    };
    struct ByBand {
        double graduates = 0, survive = 0, sales_up = 0;
    };
    struct Cohort {
        double graduates = 0, sales_up = 0, sales_up_without = 0, survive = 0, survive_without = 0;
        std::array<std::array<Cell, 4>, 8> epg{};  // all, then low, medium, high
        std::array<ByBand, 4> formal{}, all{};
    };
    const std::array<std::string, 3> bands_ = {"band=low", "band=medium", "band=high"};

    const Frame& frame_;
    std::vector<Cohort> cohorts_;
};

}  // namespace

std::unique_ptr<Probe> make_outcome_probe(const Frame& frame) { return std::make_unique<OutcomeProbe>(frame); }

std::vector<results::Column> outcome_columns() {
    std::vector<results::Column> columns = {
        {"survival_t2",
         "ratio",
         {"De las empresas formales que egresan en el año t (la cohorte), parte que sigue con ventas en t+2; las "
          "informales no están en el SII y no cuentan.",
          "Of the formal enterprises that graduate in year t (the cohort), the share still with sales in t+2; informal "
          "ones are not in tax records and do not count."}},
        {"survival_t2_counterfactual",
         "ratio",
         {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
          "The same share had the programme no effect, with the same random numbers."}},
        {"sales_up_t1",
         "ratio",
         {"De las empresas formales que egresan en el año t (la cohorte), parte cuyas ventas aumentan al menos 5 % (o "
          "lo que diga el escenario) en t+1.",
          "Of the formal enterprises that graduate in year t (the cohort), the share whose sales grow at least 5 % (or "
          "what the scenario says) in t+1."}},
        {"sales_up_t1_counterfactual",
         "ratio",
         {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
          "The same share had the programme no effect, with the same random numbers."}},
        {"survival_t2_with_informal",
         "ratio",
         {"Como survival_t2, con las empresas informales en el denominador: lo que se vería si también ellas se "
          "siguieran.",
          "As survival_t2, with informal enterprises in the denominator: what would be seen if they were followed "
          "too."}},
        {"sales_up_t1_with_informal",
         "ratio",
         {"Como sales_up_t1, con las empresas informales en el denominador.",
          "As sales_up_t1, with informal enterprises in the denominator."}},
    };
    for (const Epg& o : epg) {
        const std::string of = o.only_informal ? "De las informales que egresan en el año t (la cohorte)"
                                               : "De las que egresan en el año t (la cohorte)";
        const std::string among = o.only_informal ? "Of the informal enterprises that graduate in year t (the cohort)"
                                                  : "Of those that graduate in year t (the cohort)";
        columns.push_back({o.column,
                           "ratio",
                           {fmt::format("{}, parte que en t+1 {}.", of, o.es),
                            fmt::format("{}, the share that at t+1 {}.", among, o.en)}});
        columns.push_back({o.without,
                           "ratio",
                           {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
                            "The same share had the programme no effect, with the same random numbers."}});
    }
    return columns;
}

}  // namespace aforo::measure
