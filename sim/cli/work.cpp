#include "work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "aforo/experiment/needs.hpp"
#include "aforo/render/format.hpp"
#include "output.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

constexpr double gigabyte = 1e9;
constexpr double long_time = 10;  // seconds

std::string gigabytes(double bytes, const render::Format& format) {
    const double gb = bytes / gigabyte;
    return gb > 1e6 ? fmt::format("{:.0e}", gb) : format.number(gb, gb < 10 ? 1 : 0);
}

void refuse(const experiment::Needs& needs, double bytes, const std::string& file, const Work& work, core::Lang lang) {
    const render::Format format(lang);
    const std::string& path = needs.largest().path;
    const std::string needed = gigabytes(bytes, format), allowed = format.number(work.memory, work.memory < 10 ? 1 : 0);
    const bool by_option = work.beside > needs.bytes(1);
    core::Diagnostic d = by_option ? core::Diagnostic{{work.because, 0, 0}, "", "", ""}
                                   : core::Diagnostic{scenario::place_of(file, path), path, "", ""};
    d.what =
        fmt::format(fmt::runtime(core::in(lang, "simularlo tomaría hasta unos {} GB de memoria, más que {} GB",
                                          "to simulate it would take up to some {} GB of memory, more than {} GB")),
                    needed, allowed);
    d.hint = fmt::format(
        fmt::runtime(core::in(lang, "es lo que más pide: achíquelo, o permita más memoria con --memory {:.0f}",
                              "it asks for most of it: make it smaller, or allow more memory with --memory {:.0f}")),
        std::ceil(bytes / gigabyte));
    print_err("{}\n", core::to_string(d));
    throw WrongInput{};
}

std::string in_time(double seconds) {
    return seconds < 100    ? fmt::format("{:.0f} s", seconds)
           : seconds < 6000 ? fmt::format("{:.0f} min", seconds / 60)
                            : fmt::format("{:.0f} h", seconds / 3600);
}

}  // namespace

int threads_that_fit(const scenario::Scenario& s, const std::string& file, const Work& work, core::Lang lang) {
    const experiment::Needs needs = experiment::needs_of(s, work.replications);
    const auto held = static_cast<double>(std::max<std::size_t>(work.kept, 1));
    const double beside = held * needs.copy + (held - 1) * needs.kept + work.beside;
    const double allowed = work.memory * gigabyte;
    if (needs.bytes(1) + beside > allowed) refuse(needs, needs.bytes(1) + beside, file, work, lang);

    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int wanted = std::min(work.threads > 0 ? work.threads : machine,
                                static_cast<int>(std::min(1e6, std::max(1.0, work.replications))));
    const double each = needs.bytes(1) - needs.bytes(0);
    const double fit = std::floor((allowed - beside - needs.bytes(0)) / each);
    const int threads = static_cast<int>(std::clamp(fit, 1.0, static_cast<double>(wanted)));
    if (work.quiet) return threads;
    if (threads < wanted) {
        print_err("{}\n",
                  fmt::format(
                      fmt::runtime(core::in(lang, "{} hilos en vez de {}: en {} GB no caben más (--memory permite más)",
                                            "{} threads instead of {}: no more fit in {} GB (--memory allows more)")),
                      threads, wanted, render::Format(lang).number(work.memory, work.memory < 10 ? 1 : 0)));
    }
    const double all = needs.seconds * static_cast<double>(work.scenarios) * std::ceil(work.replications / threads);
    if (needs.seconds > long_time) {
        print_err(
            "{}\n",
            fmt::format(fmt::runtime(core::in(
                            lang, "Cada réplica simula unos {:.0f} millones de sucesos: unos {}; en total, unos {}",
                            "Each replication simulates some {:.0f} million events: about {}; in all, about {}")),
                        std::ceil(needs.events / 1e6), in_time(needs.seconds), in_time(all)));
    }
    return threads;
}

namespace {

// An upper bound on the bytes of a world's replication: its years by programme, component, region and group, held
// twice, as the values of rejected worlds are held for a while.
double bytes_of_world(const scenario::Scenario& s) {
    const double years = s.horizon.last_year - s.horizon.first_year + 1;
    return years * (600 + 90 * static_cast<double>(s.network.regions.size())) * 8 * 3;
}

}  // namespace

int threads_for(const Asked& asked, Work work, core::Lang lang) {
    work.replications = asked.replications;
    double of_worlds = 0;
    if (asked.worlds > 0) {
        double of_sweep = asked.axes.empty() ? 0 : 1;
        for (const auto& axis : asked.axes) of_sweep *= static_cast<double>(axis.values.size());
        of_worlds = asked.worlds * replications_of_world(asked) *
                    (static_cast<double>(asked.scenarios.size()) + of_sweep) * bytes_of_world(asked.scenarios.front());
        work.beside = of_worlds;
        work.because = "--worlds";
    }
    if (asked.command == "compare" || asked.command == "respond") work.scenarios = work.kept = asked.scenarios.size();
    // Only figures are kept, of few replications at a time.
    if (asked.command == "calibrate") work.replications = std::min(work.replications, 64.0);
    if (asked.command == "explain") work.kept = 3;  // together with what is kept of the others
    if (asked.command == "sweep") {
        for (const auto& axis : asked.axes) work.scenarios *= axis.values.size();
        const double of_points =
            static_cast<double>(work.scenarios) *
            experiment::bytes_of_point(asked.scenarios.front(), asked.axes.size(), asked.replications);
        work.beside = of_points + of_worlds;
        work.because = of_points > of_worlds ? "--vary" : "--worlds";
    }
    for (std::size_t i = 0; i < asked.scenarios.size(); ++i)
        work.threads = threads_that_fit(asked.scenarios[i], asked.files[i], work, lang);
    work.quiet = true;
    if (!asked.grid) return work.threads;
    for (const auto& point : asked.grid->scenarios)
        work.threads = threads_that_fit(point, asked.files.front(), work, lang);
    return work.threads;
}

int replications_that_fit(const scenario::Scenario& s, int most, const Work& work, core::Lang lang) {
    const experiment::Needs none = experiment::needs_of(s, 0), one = experiment::needs_of(s, 1);
    const auto others = static_cast<double>(std::max<std::size_t>(work.kept, 1)) - 1;
    const double fixed = none.bytes(1) + (others + 1) * none.copy + others * none.kept + work.beside;
    const double each = one.bytes(1) - none.bytes(1) + others * (one.kept - none.kept);
    const double fit = std::floor((work.memory * gigabyte - fixed) / each);
    if (fit >= most) return most;
    const int fewer = static_cast<int>(std::max(10.0, fit));
    if (!work.quiet && fewer < most) {
        print_err("{}\n", fmt::format(fmt::runtime(core::in(
                                          lang, "A lo más {} réplicas: en {} GB no caben más (--memory permite más)",
                                          "At most {} replications: no more fit in {} GB (--memory allows more)")),
                                      fewer, render::Format(lang).number(work.memory, work.memory < 10 ? 1 : 0)));
    }
    return std::min(most, fewer);
}

}  // namespace aforo::cli
