// The outcomes of graduates by cohort (the year of graduation).
#include <fmt/format.h>

#include "probes.hpp"

namespace aforo::measure {

namespace {

// The outcomes that the 2019 evaluation (EPG) recommended, in the order of scenario::EpgOutcome.
struct Epg {
    const char *column, *without;
    bool only_informal;
    const char *label_es, *label_en;
    const char *es, *en;  // a sentence on what a graduate does
};
constexpr std::array epg = {
    Epg{"epg_profits", "epg_profits_counterfactual", false, "Aumentan sus utilidades", "Greater profits",
        "aumenta sus utilidades", "has greater profits"},
    Epg{"epg_first_invoice", "epg_first_invoice_counterfactual", true, "Emiten su primera factura", "First invoice",
        "emite su primera factura", "issues its first invoice"},
    Epg{"epg_formalisation", "epg_formalisation_counterfactual", true, "Se formalizan", "Become formal", "se formaliza",
        "becomes formal"},
    Epg{"epg_jobs", "epg_jobs_counterfactual", false, "Generan empleo", "Create jobs", "genera empleo", "creates jobs"},
    Epg{"epg_financing", "epg_financing_counterfactual", false, "Obtienen financiamiento", "Obtain financing",
        "obtiene financiamiento", "obtains financing"},
    Epg{"epg_admin_problems", "epg_admin_problems_counterfactual", false, "Resuelven problemas administrativos",
        "Solve administrative problems", "resuelve problemas administrativos o contables",
        "solves administrative or accounting problems"},
    Epg{"epg_new_markets", "epg_new_markets_counterfactual", false, "Entran a nuevos mercados", "Enter new markets",
        "entra a nuevos mercados", "enters new markets"},
    Epg{"epg_new_products", "epg_new_products_counterfactual", false, "Ofrecen nuevos productos", "Offer new products",
        "ofrece nuevos productos", "offers new products"}};
static_assert(epg.size() == scenario::epg_outcomes);

// The graduates that an outcome is defined for.
enum class Among : std::uint8_t { formal, informal, all };

// A share of graduates with the programme, and the same without its effect.
struct Outcome {
    const char *column, *without;  // nullptr: not reported
    Among among;
    std::size_t bit;  // index among the outcomes of a graduate
};
constexpr std::size_t survival = 0, sales = 1, first_epg = 2;
const std::vector<Outcome>& outcomes() {
    static const std::vector<Outcome> all = [] {
        std::vector<Outcome> o = {{"survival_t2", "survival_t2_counterfactual", Among::formal, survival},
                                  {"sales_up_t1", "sales_up_t1_counterfactual", Among::formal, sales},
                                  {"survival_t2_with_informal", nullptr, Among::all, survival},
                                  {"sales_up_t1_with_informal", nullptr, Among::all, sales}};
        for (std::size_t i = 0; i < epg.size(); ++i) {
            o.push_back(
                {epg[i].column, epg[i].without, epg[i].only_informal ? Among::informal : Among::all, first_epg + i});
        }
        return o;
    }();
    return all;
}

constexpr std::size_t bits = first_epg + scenario::epg_outcomes;

// The number of graduates, and for how many each outcome holds: with the programme, and without its effect.
struct Graduates {
    std::int32_t all = 0;
    std::array<std::int32_t, bits> yes{}, without{};

    // Outcomes are added without a branch, because no processor could predict it.
    void add(unsigned true_with, unsigned true_without) {
        ++all;
        for (std::size_t b = 0; b < bits; ++b) yes[b] += static_cast<std::int32_t>(true_with >> b & 1);
        for (std::size_t b = 0; b < bits; ++b) without[b] += static_cast<std::int32_t>(true_without >> b & 1);
    }
    void operator+=(const Graduates& g) {
        all += g.all;
        for (std::size_t b = 0; b < bits; ++b) {
            yes[b] += g.yes[b];
            without[b] += g.without[b];
        }
    }
};
// Formal and informal graduates.
using Both = std::array<Graduates, 2>;
void operator+=(Both& sum, const Both& more) {
    sum[0] += more[0];
    sum[1] += more[1];
}

double share(const Both& both, const Outcome& o, bool with_programme) {
    double n = 0, yes = 0;
    for (const bool is_informal : {false, true}) {
        if (o.among == (is_informal ? Among::formal : Among::informal)) continue;
        const Graduates& g = both[is_informal];
        n += g.all;
        yes += with_programme ? g.yes[o.bit] : g.without[o.bit];
    }
    return ratio(yes, n);
}

class OutcomeProbe : public Probe, public Hears<model::OutcomeFact> {
public:
    explicit OutcomeProbe(const Frame& frame)
        : frame_(frame), offices_(frame.office_ids.size()), width_(offices_ + types) {}

    void restart() override { cells_.assign(frame_.years() * width_, {}); }

    void on(const model::OutcomeFact& f) override {
        const unsigned yes = unsigned{f.survives} | unsigned{f.sales_up} << sales | unsigned{f.epg} << first_epg;
        const unsigned without =
            unsigned{f.survives_without} | unsigned{f.sales_up_without} << sales | unsigned{f.epg_without} << first_epg;
        Both* year = &cells_[frame_.year_index(f.at) * width_];
        year[f.who->office.value][!f.in_sii].add(yes, without);
        year[offices_ + type_of(f.who->profile)][!f.in_sii].add(yes, without);
    }

    void report(const Counts&, Sink& sink) override {
        std::vector<Year> years;
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) years.push_back(summed(y));
        for (const Outcome& o : outcomes()) {
            for (const Year& y : years) put(sink, o.column, y, o, true, o.bit < first_epg);
            if (!o.without) continue;
            for (const Year& y : years) put(sink, o.without, y, o, false, false);
        }
    }

private:
    struct Year {
        int year;
        const Both* offices;
        std::vector<Both> regions, groups;
        Both all{};
    };

    [[nodiscard]] Year summed(std::size_t y) const {
        const Both* cells = &cells_[y * width_];
        Year sums{frame_.year_at(y), cells, std::vector<Both>(frame_.region_ids.size()), std::vector<Both>(groups)};
        for (std::size_t o = 0; o < offices_; ++o) {
            sums.all += cells[o];
            sums.regions[frame_.region_of[o]] += cells[o];
        }
        for (std::size_t t = 0; t < types; ++t) {
            for (const std::size_t g : groups_of[t]) sums.groups[g] += cells[offices_ + t];
        }
        return sums;
    }

    void put(Sink& sink, const char* column, const Year& y, const Outcome& o, bool with_programme, bool by_office) {
        const auto put_one = [&](Level level, const std::string& id, const Both& of) {
            sink.put(column, y.year, level, id, share(of, o, with_programme));
        };
        sink.put(column, y.year, share(y.all, o, with_programme));
        for (std::size_t i = 0; by_office && i < offices_; ++i)
            put_one(Level::office, frame_.office_ids[i], y.offices[i]);
        for (std::size_t r = 0; r < y.regions.size(); ++r) put_one(Level::region, frame_.region_ids[r], y.regions[r]);
        for (std::size_t g = 0; g < groups; ++g) put_one(Level::group, group_ids_[g], y.groups[g]);
    }

    const Frame& frame_;
    const std::size_t offices_, width_;
    std::vector<Both> cells_;  // [year × width + office, or offices + type]
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
};

}  // namespace

std::unique_ptr<Probe> make_outcome_probe(const Frame& frame) { return std::make_unique<OutcomeProbe>(frame); }

std::vector<results::Column> outcome_columns() {
    std::vector<results::Column> columns = {
        {"survival_t2",
         "ratio",
         {"Sobreviven en t+2 (vigentes y con ventas)", "Survive at t+2 (active, with sales)"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"De las empresas formales que egresan en el año t (la cohorte), parte que sigue con ventas en t+2; las "
          "informales no están en el SII y no cuentan.",
          "Of the formal enterprises that graduate in year t (the cohort), the share still with sales in t+2; informal "
          "ones are not in tax records and do not count."}},
        {"survival_t2_counterfactual",
         "ratio",
         {"Sobreviven en t+2 sin efecto del programa", "Survive at t+2 without effect"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::groups,
         {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
          "The same share had the programme no effect, with the same random numbers."}},
        {"sales_up_t1",
         "ratio",
         {"Aumentan sus ventas en t+1", "Sales up at t+1"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"De las empresas formales que egresan en el año t (la cohorte), parte cuyas ventas aumentan al menos 5 % (o "
          "lo que diga el escenario) en t+1.",
          "Of the formal enterprises that graduate in year t (the cohort), the share whose sales grow at least 5 % (or "
          "what the scenario says) in t+1."}},
        {"sales_up_t1_counterfactual",
         "ratio",
         {"Aumentan sus ventas en t+1 sin efecto del programa", "Sales up at t+1 without effect"},
         shapes::share,
         Years::stand_alone,
         Direction::neither,
         levels::groups,
         {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
          "The same share had the programme no effect, with the same random numbers."}},
        {"survival_t2_with_informal",
         "ratio",
         {"Sobreviven en t+2, con informales", "Survive at t+2, with informal"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Como survival_t2, con las empresas informales en el denominador: lo que se vería si también ellas se "
          "siguieran.",
          "As survival_t2, with informal enterprises in the denominator: what would be seen if they were followed "
          "too."}},
        {"sales_up_t1_with_informal",
         "ratio",
         {"Aumentan sus ventas en t+1, con informales", "Sales up at t+1, with informal"},
         shapes::share,
         Years::stand_alone,
         Direction::more_is_better,
         levels::offices_and_groups,
         {"Como sales_up_t1, con las empresas informales en el denominador.",
          "As sales_up_t1, with informal enterprises in the denominator."}},
    };
    for (const Epg& o : epg) {
        const std::string of = o.only_informal ? "De las informales que egresan en el año t (la cohorte)"
                                               : "De las que egresan en el año t (la cohorte)";
        const std::string among = o.only_informal ? "Of the informal enterprises that graduate in year t (the cohort)"
                                                  : "Of those that graduate in year t (the cohort)";
        const std::string label_es = o.label_es, label_en = o.label_en;
        columns.push_back({o.column,
                           "ratio",
                           {label_es, label_en},
                           shapes::share,
                           Years::stand_alone,
                           Direction::more_is_better,
                           levels::groups,
                           {fmt::format("{}, parte que en t+1 {}.", of, o.es),
                            fmt::format("{}, the share that at t+1 {}.", among, o.en)}});
        columns.push_back({o.without,
                           "ratio",
                           {label_es + ", sin efecto", label_en + ", without effect"},
                           shapes::share,
                           Years::stand_alone,
                           Direction::neither,
                           levels::groups,
                           {"La misma parte si el programa no tuviera efecto, con los mismos números aleatorios.",
                            "The same share had the programme no effect, with the same random numbers."}});
    }
    return columns;
}

}  // namespace aforo::measure
