// Runs the benchmarks in turns, so that a machine that slows down slows them all, and prints what they are to one
// another: the kernel against loops by hand, numbers against their target.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

struct Ratio {
    const char *what, *of, *to;
    double target;    // 0: none
    double part = 1;  // of `to` that counts
};

// Of a customer of M/M/10+M: all arrive, all but those who abandon leave a server.
constexpr double an_event = 1 / (2 - (0.3 * 0.023290 + 0.7 * 0.109690));

// The names of queues_bench.cpp. Lindley's recursion has no events, so it bounds what a model can do, not a kernel.
const Ratio ratios[] = {
    {"M/M/1, keyed draws: kernel / Lindley", "mm1/keyed/heap", "mm1/keyed/lindley", 0},
    {"M/M/1, keyed draws: kernel / two clocks", "mm1/keyed/heap", "mm1/keyed/two_clocks", 1.2},
    {"M/M/1, keyed draws: kernel / bare heap", "mm1/keyed/heap", "mm1/keyed/bare_heap", 1.2},
    {"M/M/1, keyed draws: wheel / bare heap", "mm1/keyed/wheel", "mm1/keyed/bare_heap", 0},
    {"M/M/1, quick draws: kernel / Lindley", "mm1/quick/heap", "mm1/quick/lindley", 0},
    {"M/M/1, quick draws: kernel / two clocks", "mm1/quick/heap", "mm1/quick/two_clocks", 1.2},
    {"M/M/1, quick draws: kernel / bare heap", "mm1/quick/heap", "mm1/quick/bare_heap", 1.2},
    {"M/M/1, bare heap: keyed / quick draws", "mm1/keyed/bare_heap", "mm1/quick/bare_heap", 0},
    {"M/M/10+M, keyed draws: kernel / bare heap", "mm10/keyed/heap", "mm10/keyed/bare_heap", 1.2},
    {"M/M/10+M, keyed draws: wheel / bare heap", "mm10/keyed/wheel", "mm10/keyed/bare_heap", 1.2},
    {"M/M/10+M, quick draws: kernel / bare heap", "mm10/quick/heap", "mm10/quick/bare_heap", 1.2},
    {"M/M/10+M, bare heap: keyed / quick draws", "mm10/keyed/bare_heap", "mm10/quick/bare_heap", 0},
    {"programme / kernel on M/M/10+M, an event", "national_replication/ficha", "mm10/keyed/heap", 3, an_event},
    {"programme, an event: demand x 10 / x 0.1", "national_replication/tenfold", "national_replication/tenth", 2},
    // std::p.q.: std::priority_queue.
    {"hold, 100 pending: heap / std::p.q.", "hold/heap/100", "hold/std_priority_queue/100", 0},
    {"hold, 100 pending: wheel / heap", "hold/wheel/100", "hold/heap/100", 0},
    {"hold, 10 000 pending: heap / std::p.q.", "hold/heap/10000", "hold/std_priority_queue/10000", 0},
    {"hold, 10 000 pending: wheel / heap", "hold/wheel/10000", "hold/heap/10000", 0},
    {"hold, 10 000 pending: wheel, slots / 64", "hold/wheel_of_short_slots/10000", "hold/heap/10000", 0},
    {"hold, 10 000 pending: wheel, one slot for all", "hold/wheel_of_long_slots/10000", "hold/heap/10000", 0},
    {"hold, 1 of 100 constant: wheel and lane / wheel", "hold/wheel_and_lane_for_1_of_100/10000",
     "hold/wheel_for_1_of_100/10000", 0},
    {"hold, 1 of 2 constant: wheel and lane / wheel", "hold/wheel_and_lane_for_1_of_2/10000",
     "hold/wheel_for_1_of_2/10000", 0},
    {"hold, 1 000 000 pending: heap / std::p.q.", "hold/heap/1000000", "hold/std_priority_queue/1000000", 0},
    {"hold, 1 000 000 pending: wheel / heap", "hold/wheel/1000000", "hold/heap/1000000", 0},
};

class Reporter : public benchmark::ConsoleReporter {
public:
    // Turns end in any order: all is kept, and shown in the order of the source.
    void ReportRuns(const std::vector<Run>& runs) override {
        std::fputc('.', stderr);
        for (const auto& run : runs) {
            kept_[{run.family_index, run.per_family_instance_index}].push_back(run);
            if (run.aggregate_name != "quickest") continue;
            for (const auto& [name, counter] : run.counters) {
                if (name.rfind("per_", 0) == 0) ns_[run.run_name.function_name] = counter.value * 1e9;
                if (name == "events") events_[run.run_name.function_name] = counter.value;
            }
        }
    }

    void Finalize() override {
        std::fputc('\n', stderr);
        for (const auto& [index, runs] : kept_) ConsoleReporter::ReportRuns(runs);
        std::printf("\n%-48s %8s %8s %6s %7s\n", "quickest repetitions", "ns", "ns", "ratio", "target");
        for (const auto& r : ratios) {
            const auto of = ns_.find(r.of), to = ns_.find(r.to);
            if (of == ns_.end() || to == ns_.end()) continue;
            const double base = to->second * r.part, ratio = of->second / base;
            std::printf("%-48s %8.1f %8.1f %6.2f", r.what, of->second, base, ratio);
            print_target(ratio, r.target);
        }
        if (const auto n = ns_.find("national_replication/ficha"); n != ns_.end()) {
            const double seconds = n->second * 1e-9 * events_[n->first];
            std::printf("%-48s %8.3f s %13s", "a national replication", seconds, "");
            print_target(seconds, 0.2);
        }
        if (const auto n = ns_.find("number/four_of_a_block"); n != ns_.end()) {
            std::printf("%-48s %8.1f %15s", "a keyed uniform, four of a block", n->second, "");
            print_target(n->second, 4);
        }
        if (const auto n = ns_.find("number/one_of_a_block"); n != ns_.end()) {
            std::printf("%-48s %8.1f\n", "a keyed uniform, one of a block", n->second);
        }
    }

private:
    static void print_target(double value, double target) {
        if (target > 0) std::printf(" %7.2g%s", target, value > target ? " missed" : "");
        std::printf("\n");
    }

    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Run>> kept_;
    std::map<std::string, double> ns_, events_;
};

}  // namespace

int main(int argc, char** argv) {
    std::vector<char*> arguments(argv, argv + argc);
    std::string in_turns = "--benchmark_enable_random_interleaving=true";
    arguments.insert(arguments.begin() + 1, in_turns.data());
    arguments.push_back(nullptr);
    int count = argc + 1;
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
}
