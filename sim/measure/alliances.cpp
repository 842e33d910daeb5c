// Alliances that are realised.
#include "probes.hpp"

namespace aforo::measure {

namespace {

class AllianceProbe : public Probe, public Hears<model::AllianceFact> {
public:
    explicit AllianceProbe(const Frame& frame) : frame_(frame) {}

    void restart() override {
        for (auto* counts : {&realised_, &started_}) counts->assign(frame_.years() * frame_.plan.centres, 0);
    }

    void on(const model::AllianceFact& f) override {
        const std::size_t cell = frame_.year_index(f.at) * frame_.plan.centres + f.centre.value;
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
            double total = 0;
            for (std::size_t c = 0; c < frame_.plan.centres; ++c) {
                const double n = counts[y * frame_.plan.centres + c];
                total += n;
                sink.put(column, frame_.year_at(y), Level::office, frame_.office_ids[c], n);
            }
            sink.put(column, frame_.year_at(y), total);
        }
    }

    const Frame& frame_;
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
         Levels{Level::programme, Level::office},
         {"Vinculaciones que los coordinadores inician en el año.", "Linkages that coordinators start in the year."}},
        {"alliances",
         "alliances",
         {"Alianzas realizadas", "Alliances realised"},
         shapes::count,
         Years::add_up,
         Direction::more_is_better,
         Levels{Level::programme, Level::office},
         {"Alianzas realizadas (y pagadas) en el año.", "Alliances realised (and paid) in the year."}},
    };
}

}  // namespace aforo::measure
