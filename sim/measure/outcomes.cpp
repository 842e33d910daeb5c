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

// Of whom an outcome is asked.
enum class Among : std::uint8_t { formal, informal, all };
constexpr std::size_t amongs = 3;

// A share of graduates with the programme, and had it had no effect.
struct Outcome {
    const char *column, *without;  // nullptr: not given
    Among among;
    std::size_t bit;  // of what is true of a graduate
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

class OutcomeProbe : public Probe, public Hears<model::OutcomeFact> {
public:
    explicit OutcomeProbe(const Frame& frame) : frame_(frame), yes_(outcomes_.size()), without_(outcomes_.size()) {}

    void restart() override {
        for (auto& t : graduates_) t.resize(frame_);
        for (auto& t : yes_) t.resize(frame_);
        for (auto& t : without_) t.resize(frame_);
    }

    void on(const model::OutcomeFact& f) override {
        const std::size_t year = frame_.year_index(f.at);
        const Among of_its_kind = f.in_sii ? Among::formal : Among::informal;
        for (const Among among : {of_its_kind, Among::all})
            graduates_[static_cast<std::size_t>(among)].count(year, *f.who);
        const unsigned yes = f.survives | f.sales_up << sales | unsigned{f.epg} << first_epg;
        const unsigned without =
            f.survives_without | f.sales_up_without << sales | unsigned{f.epg_without} << first_epg;
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            const Outcome& o = outcomes_[i];
            if (o.among != of_its_kind && o.among != Among::all) continue;
            if (yes >> o.bit & 1) yes_[i].count(year, *f.who);
            if (o.without && (without >> o.bit & 1)) without_[i].count(year, *f.who);
        }
    }

    void report(const Counts&, Sink& sink) override {
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            const Outcome& o = outcomes_[i];
            const Tally& graduates = graduates_[static_cast<std::size_t>(o.among)];
            put(sink, o.column, yes_[i], graduates, o.bit < first_epg);
            if (o.without) put(sink, o.without, without_[i], graduates, false);
        }
    }

private:
    void put(Sink& sink, const char* column, const Tally& yes, const Tally& graduates, bool with_offices) {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const int year = frame_.year_at(y);
            sink.put(column, year, ratio(yes.total(y), graduates.total(y)));
            regions_.assign(frame_.region_ids.size(), {});
            for (std::size_t o = 0; o < frame_.office_ids.size(); ++o) {
                auto& region = regions_[frame_.region_of[o]];
                region[0] += yes.at(y, o);
                region[1] += graduates.at(y, o);
                if (with_offices)
                    sink.put(column, year, Level::office, frame_.office_ids[o],
                             ratio(yes.at(y, o), graduates.at(y, o)));
            }
            for (std::size_t r = 0; r < regions_.size(); ++r)
                sink.put(column, year, Level::region, frame_.region_ids[r], ratio(regions_[r][0], regions_[r][1]));
            for (std::size_t g = 0; g < groups; ++g)
                sink.put(column, year, Level::group, group_ids_[g], ratio(yes.group(y, g), graduates.group(y, g)));
        }
    }

    const Frame& frame_;
    const std::vector<Outcome>& outcomes_ = outcomes();
    std::array<Tally, amongs> graduates_;
    std::vector<Tally> yes_, without_;            // by outcome
    std::vector<std::array<double, 2>> regions_;  // yes, graduates
    std::vector<std::string> group_ids_{group_names.begin(), group_names.end()};
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
