#include "queue_story.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "aforo/results/index.hpp"

namespace aforo::told {

using document::Cell;
using document::Sentence;
using results::Index;
using results::Level;
using results::Run;

namespace {

struct Cause {
    const char* limit = nullptr;
    Text text = {};
};
// A queue and the shortages that can make it grow.
struct Queue {
    const char* measure;
    Text name;
    std::array<Cause, 3> causes;
};
constexpr Cause orientation{"limit_orientation",
                            {" porque faltan horas de orientación en {0} de {1} centros",
                             " because orientation hours lack at {0} of {1} centres"}};
constexpr Cause slots{
    "limit_slots",
    {" porque se agotan los cupos en {0} de {1} centros", " because slots run out at {0} of {1} centres"}};
constexpr Cause hours{
    "limit_hours",
    {" porque faltan horas de asesores en {0} de {1} centros", " because advisor hours lack at {0} of {1} centres"}};
constexpr Cause funds{"limit_funds",
                      {" porque faltan fondos en {0} de {1} centros", " because funds lack at {0} of {1} centres"}};
constexpr auto queues = std::to_array<Queue>(
    {{"attention_waiting", {"la cola por atención", "the queue for attention"}, {orientation, funds}},
     {"waiting", {"la cola por un cupo", "the queue for a slot"}, {slots, hours, funds}}});
constexpr Text grows{"{0} crece desde {1} (de {2} empresas a {3} en {4}){5}",
                     "{0} grows from {1} on (from {2} enterprises to {3} in {4}){5}"};
constexpr Text none_grows{"ni la cola por atención ni la cola por un cupo crecen",
                          "neither the queue for attention nor that for a slot grows"};
constexpr Text story_of{"Con «{0}», {1}.", "With “{0}”, {1}."};

// The months of a run as one sequence.
class Months {
public:
    explicit Months(const Run& run) : run_(run), index_(run) {}

    [[nodiscard]] std::size_t count() const { return run_.years.size() * 12; }
    [[nodiscard]] int year(std::size_t month) const { return run_.years.front() + static_cast<int>(month / 12); }
    [[nodiscard]] Sentence name(std::size_t month) const {
        return Cell(document::Month{year(month), static_cast<int>(month % 12) + 1});
    }
    // Returns 0 where undefined.
    [[nodiscard]] double at(const char* measure, Level level, const std::string& id, std::size_t month) const {
        const auto* e = index_.estimate({measure, year(month), level, id, static_cast<int>(month % 12) + 1});
        return e == nullptr || e->n == 0 ? 0 : e->mean;
    }
    [[nodiscard]] std::vector<double> of(const char* measure) const {
        std::vector<double> means;
        for (std::size_t m = 0; m < count(); ++m) means.push_back(at(measure, Level::programme, "", m));
        return means;
    }
    [[nodiscard]] double mean_of_office(const char* measure, const std::string& id, std::size_t from) const {
        double sum = 0;
        for (std::size_t m = from; m < count(); ++m) sum += at(measure, Level::office, id, m);
        return count() > from ? sum / static_cast<double>(count() - from) : 0;
    }

private:
    const Run& run_;
    Index index_;
};

// The first month from which the queue always exceeds twice the shortest of the first year; at least a quarter before
// the end, because a longer last month is no growth. Nothing for a queue that ends below a fiftieth of a year's
// arrivals, a week of work, which comes and goes.
std::optional<std::size_t> growth(const std::vector<double>& queue, double arrivals) {
    constexpr double least = 50;
    if (queue.size() < 13 || queue.back() < arrivals / 50) return std::nullopt;
    const double usual = std::max(least, *std::min_element(queue.begin(), queue.begin() + 12));
    std::size_t from = queue.size();
    while (from > 0 && queue[from - 1] > 2 * usual) --from;
    return from + 3 <= queue.size() ? std::optional(from) : std::nullopt;
}

// From the start of the growth to the end: what is lacking at most centres, on more than half of the days.
Sentence cause_of(const Run& run, const Months& months, const Queue& queue, std::size_t from, Lang lang) {
    const Cause* most = nullptr;
    std::size_t centres = 0, at_most = 0;
    for (const Cause& cause : queue.causes) {
        if (cause.limit == nullptr) continue;
        centres = 0;
        std::size_t bound = 0;
        for (const auto& office : run.offices) {
            if (office.kind != "centre") continue;
            ++centres;
            if (months.mean_of_office(cause.limit, office.id, from) > 0.5) ++bound;
        }
        if (bound > at_most) {
            at_most = bound;
            most = &cause;
        }
    }
    return most == nullptr ? Sentence() : say(most->text, lang, at_most, centres);
}

}  // namespace

Sentence queue_story(const Run& run, Lang lang) {
    const Months months(run);
    std::vector<Sentence> stories;
    const auto* arrivals = run.find("arrivals", run.years.back());
    for (const Queue& queue : queues) {
        const auto length = months.of(queue.measure);
        const auto from = growth(length, arrivals == nullptr ? 0 : arrivals->mean);
        if (!from) continue;
        stories.push_back(say(grows, lang, say(queue.name, lang), months.name(*from),
                              Cell(document::count(length[*from > 0 ? *from - 1 : 0])),
                              Cell(document::count(length.back())), months.name(length.size() - 1),
                              cause_of(run, months, queue, *from, lang)));
    }
    return say(story_of, lang, run.scenario, stories.empty() ? say(none_grows, lang) : joined(stories, "; "));
}

}  // namespace aforo::told
