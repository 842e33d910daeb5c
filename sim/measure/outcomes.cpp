// What became of graduates, by cohort: the year in which they graduated.
#include "probes.hpp"

namespace aforo::measure {

namespace {

class OutcomeProbe : public Probe {
public:
    explicit OutcomeProbe(const Frame& frame) : frame_(frame) {}

    void restart() override { cohorts_.assign(frame_.years(), {}); }

    void on(const model::OutcomeFact& f) override {
        if (!f.in_sii) return;
        Cohort& c = cohorts_[frame_.year_index(f.at)];
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
        }
    }

private:
    struct Cohort {
        double graduates = 0, sales_up = 0, sales_up_without = 0, survive = 0, survive_without = 0;
    };

    const Frame& frame_;
    std::vector<Cohort> cohorts_;
};

}  // namespace

std::unique_ptr<Probe> make_outcome_probe(const Frame& frame) { return std::make_unique<OutcomeProbe>(frame); }

std::vector<results::Column> outcome_columns() {
    return {
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
    };
}

}  // namespace aforo::measure
