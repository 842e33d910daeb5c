// Realised alliances.
#include "breakdown.hpp"
#include "probes.hpp"

namespace aforo::measure {

namespace {

class AllianceProbe : public Probe, public Hears<model::AllianceFact> {
public:
    explicit AllianceProbe(const Frame& frame) : frame_(frame), places_(frame, frame.blueprint.centres) {}

    void restart() override {
        for (auto* counts : {&realised_, &started_}) counts->assign(frame_.years() * frame_.blueprint.centres, 0);
    }

    void on(const model::AllianceFact& f) override {
        const std::size_t cell = frame_.year_index(f.at) * frame_.blueprint.centres + f.centre.value;
        if (f.kind == model::AllianceFactKind::realised) ++realised_[cell];
        if (f.kind == model::AllianceFactKind::started) ++started_[cell];
    }

    void report(const Counts&, Sink& sink) override {
        put(sink, "linkages_started", started_);
        put(sink, "alliances", realised_);
    }

private:
    void put(Sink& sink, const char* column, const std::vector<int>& counts) {
        for (std::size_t y = frame_.first_index(); y < frame_.years(); ++y) {
            const double total = places_.put(sink, column, y, [&](std::size_t c) {
                return static_cast<double>(counts[y * frame_.blueprint.centres + c]);
            });
            sink.put(column, frame_.year_at(y), total);
        }
    }

    const Frame& frame_;
    const Breakdown places_;
    std::vector<int> realised_, started_;
};

}  // namespace

std::unique_ptr<Probe> make_alliance_probe(const Frame& frame) { return std::make_unique<AllianceProbe>(frame); }

std::vector<results::Column> alliance_columns() {
    return {
        {"linkages_started",
         "linkages",
         {"Vinculaciones iniciadas", "Linkages started"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices,
         {"Vinculaciones que los coordinadores inician en el año.", "Linkages that coordinators start in the year."}},
        {"alliances",
         "alliances",
         {"Alianzas realizadas", "Alliances realised"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         levels::offices,
         {"Alianzas realizadas (y pagadas) en el año.", "Alliances realised (and paid) in the year."}},
    };
}

}  // namespace aforo::measure
