// All commands: their names, options and texts, and which function of which file each of them is.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check.hpp"
#include "clean.hpp"
#include "compare.hpp"
#include "diff.hpp"
#include "explain.hpp"
#include "facts.hpp"
#include "report.hpp"
#include "resume.hpp"
#include "run.hpp"
#include "schema.hpp"
#include "sweep.hpp"
#include "verify.hpp"

namespace aforo::cli {

class Commands {
public:
    explicit Commands(core::Lang lang);

    [[nodiscard]] CLI::App& app() { return app_; }
    // Runs the one that was asked for, once it was read; its exit code.
    [[nodiscard]] int run() const;

private:
    CLI::App* add(const char* name, const char* es, const char* en, std::function<int()> run);
    CLI::Option* option(CLI::App* of, const char* name, auto& to, const char* takes, const char* es, const char* en);
    CLI::Option* number(CLI::App* of, const char* name, auto& to, std::uint64_t least, std::uint64_t most,
                        const char* es, const char* en);
    CLI::Option* argument(CLI::App* of, const char* es_name, const char* en_name, auto& to, const char* es,
                          const char* en);
    void flag(CLI::App* of, const char* name, bool& to, const char* es, const char* en);
    void precision(CLI::App* of, std::optional<double>& to, const char* es, const char* en);
    // What all commands that simulate take.
    void memory(CLI::App* of, double& to);
    void simulation(CLI::App* of, int& threads, double& most_memory, std::string& out, bool& anew, bool& quiet);
    void experiment(CLI::App* of, ExperimentArguments& to, const char* es_seed, const char* en_seed,
                    const char* es_replications, const char* en_replications);

    void add_run();
    void add_check();
    void add_language();
    void add_compare();
    void add_sweep();
    void add_explain();
    void add_resume();
    void add_report();
    void add_diff();
    void add_verify();
    void add_clean();

    [[nodiscard]] std::string text(const char* es, const char* en) const {
        return std::string(core::in(lang_, es, en));
    }

    core::Lang lang_;
    std::string asked_;  // --lang, of which language_asked() has made lang_
    CLI::App app_;
    std::vector<std::pair<CLI::App*, std::function<int()>>> commands_;
    RunArguments run_;
    CheckArguments check_;
    FactsArguments facts_;
    SchemaArguments schema_;
    CompareArguments compare_;
    SweepArguments sweep_;
    ExplainArguments explain_;
    ResumeArguments resume_;
    ReportArguments report_;
    DiffArguments diff_;
    VerifyArguments verify_;
    CleanArguments clean_;
    std::string init_at_;
};

}  // namespace aforo::cli
