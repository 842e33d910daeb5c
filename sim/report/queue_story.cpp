#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "aforo/report/estimate.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "months.hpp"

namespace aforo::report {

namespace {

using results::Level;
using results::Run;

struct Cause {
    const char* limit;
    T text;
};
// A queue, and what can make it grow.
struct Queue {
    const char* measure;
    T name;
    std::array<Cause, 3> causes;
};
constexpr auto queues = std::to_array<Queue>(
    {{"attention_waiting",
      T::queue_attention,
      {{{"limit_orientation", T::cause_orientation}, {"limit_funds", T::cause_funds}, {nullptr, T::count_}}}},
     {"waiting",
      T::queue_slots,
      {{{"limit_slots", T::cause_slots}, {"limit_hours", T::cause_hours}, {"limit_funds", T::cause_funds}}}}});

// The first month from which on the queue is always over twice the shortest of the first year, a quarter at least: a
// longer last month is no growth. Nothing for a queue that ends below a fiftieth of a year's arrivals: a week of work,
// that comes and goes.
std::optional<std::size_t> growth(const std::vector<double>& queue, double arrivals) {
    constexpr double least = 50;
    if (queue.size() < 13 || queue.back() < arrivals / 50) return std::nullopt;
    const double usual = std::max(least, *std::min_element(queue.begin(), queue.begin() + 12));
    std::size_t from = queue.size();
    while (from > 0 && queue[from - 1] > 2 * usual) --from;
    return from + 3 <= queue.size() ? std::optional(from) : std::nullopt;
}

// From when the growth began to the end.
std::string cause_of(const Run& run, const Months& months, const Queue& queue, std::size_t from, Lang lang) {
    const std::size_t upto = months.count();
    const Cause* most = nullptr;
    int centres = 0, at_most = 0;
    for (const Cause& cause : queue.causes) {
        if (cause.limit == nullptr) continue;
        centres = 0;
        int bound = 0;
        for (const auto& office : run.offices) {
            if (office.kind != "centre") continue;
            ++centres;
            bound += months.mean(cause.limit, Level::office, office.id, from, upto) > 0.5;
        }
        if (bound > at_most) {
            at_most = bound;
            most = &cause;
        }
    }
    return most == nullptr ? "" : " " + phrase(most->text, lang, at_most, centres);
}

std::string month_text(const Run& run, std::size_t month, Lang lang) {
    return phrase(T::month_of_year, lang, month_name(static_cast<int>(month % 12) + 1, lang),
                  run.years.front() + static_cast<int>(month / 12));
}

}  // namespace

std::string queue_story(const Run& run, Lang lang) {
    const Months months(run);
    const Format format(lang);
    std::string story;
    const auto* arrivals = run.find("arrivals", run.years.back());
    for (const Queue& queue : queues) {
        const auto length = months.of(queue.measure, Level::programme, "");
        const auto from = growth(length, arrivals == nullptr ? 0 : arrivals->mean);
        if (!from) continue;
        story += (story.empty() ? "" : "; ") +
                 phrase(T::queue_grows, lang, phrase(queue.name, lang), month_text(run, *from, lang),
                        format.number(length[*from > 0 ? *from - 1 : 0]), format.number(length.back()),
                        month_text(run, length.size() - 1, lang), cause_of(run, months, queue, *from, lang));
    }
    return phrase(T::story_of, lang, printable(run.scenario), story.empty() ? phrase(T::no_queue_grows, lang) : story);
}

}  // namespace aforo::report
