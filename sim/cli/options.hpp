// Adds the options of a command, each with its text in both languages; options of several commands are defined once.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "aforo/core/language.hpp"
#include "aforo/core/pesos.hpp"
#include "common.hpp"
#include "effort.hpp"
#include "usage.hpp"

namespace aforo::cli {

// What a command does after its options are read; returns its exit code.
using Action = std::function<int()>;

inline constexpr std::uint64_t most_replications = 1'000'000, most_threads = 1024;
inline constexpr std::uint64_t greatest_seed = std::numeric_limits<std::uint64_t>::max();

class Options {
public:
    Options(CLI::App& command, core::Lang lang) : command_(command), lang_(lang) {}

    [[nodiscard]] core::Lang lang() const { return lang_; }
    [[nodiscard]] std::string text(const char* es, const char* en) const {
        return std::string(core::in(lang_, es, en));
    }

    CLI::Option* argument(const char* es_name, const char* en_name, auto& to, const char* es, const char* en) {
        return command_.add_option(text(es_name, en_name), to, text(es, en))->check(not_empty(lang_));
    }
    CLI::Option* option(const char* name, auto& to, const std::string& takes, const char* es, const char* en) {
        return command_.add_option(name, to, text(es, en))->type_name(takes)->check(not_empty(lang_));
    }
    CLI::Option* number(const char* name, auto& to, std::uint64_t least, std::uint64_t most, const char* es,
                        const char* en) {
        return option(name, to, "N", es, en)->transform(whole(least, most, lang_));
    }
    void flag(const char* name, bool& to, const char* es, const char* en) { command_.add_flag(name, to, text(es, en)); }
    [[nodiscard]] CLI::Option* get(const char* name) { return command_.get_option(name); }

    // Options of several commands.
    void file(std::string& to) { argument("escenario", "scenario", to, "Archivo YAML", "YAML file")->required(); }
    CLI::Option* seed(auto& to, const char* es, const char* en) {
        return number("--seed", to, 0, greatest_seed, es, en);
    }
    void threads(int& to) {
        number("--threads", to, 1, most_threads, "Hilos; por omisión, todos", "Threads; unless given, all");
    }
    void precision(std::optional<double>& to, const char* es, const char* en);
    void worlds(int& to);
    void memory(double& to);
    void prices(std::optional<core::Pesos>& to);
    void out(std::string& to);
    void json(bool& to, const char* es = "Los resultados en JSON por la salida estándar, y nada más",
              const char* en = "The results as JSON on standard output, and nothing else there");
    void open(bool& to);
    void quiet(bool& to) { flag("--quiet", to, "Sin avance", "No progress"); }
    // Options of all commands that simulate and keep results.
    void simulation(SimulationArguments& to);
    void experiment(ExperimentArguments& to, const char* es_seed, const char* en_seed, const char* es_replications,
                    const char* en_replications);

private:
    CLI::App& command_;
    core::Lang lang_;
};

}  // namespace aforo::cli
