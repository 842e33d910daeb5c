// An experiment as the user asked for it: all that is needed to reproduce its bits. A command makes it from its
// arguments; the folder of its results stores it (study.sqlite), so that it can be resumed and reported again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/pesos.hpp"
#include "aforo/document/document.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/sweep.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/study_file.hpp"
#include "common.hpp"

namespace aforo::cli {

constexpr std::size_t most_points = 1000;      // of a grid
constexpr const char* prices_fact = "prices";  // in the study's file

// The options of one experiment's command, which only that experiment reads. A flag has no value. A stored folder may
// contain anything, so a missing option or a bad number is a WrongFile.
class OwnOptions {
public:
    struct Given {
        std::string name, value;
    };
    std::vector<Given> given = {};

    void add(std::string name, std::string value = "") { given.push_back({std::move(name), std::move(value)}); }
    void add(std::string name, std::int64_t value) { add(std::move(name), std::to_string(value)); }
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise) const;
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most,
                                      std::int64_t otherwise) const;
    [[nodiscard]] double real(std::string_view name, double least, double most, double otherwise) const;
    // All values of an option that may be given several times.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
};

struct Asked {
    std::string command;             // in the table of carry_out.cpp
    std::vector<std::string> files;  // as the user gave them
    // What the user named instead, where the scenarios are those that it names; with its text.
    struct Source {
        std::string file, text;
    };
    std::optional<Source> source = {};
    std::vector<scenario::Scenario> scenarios;    // of those files
    std::vector<scenario::Variation> axes = {};   // for a sweep
    std::shared_ptr<experiment::Grid> grid = {};  // its points; they are many, so the experiment takes them over
    std::uint64_t seed = 1;
    int replications = 0;  // the most, if there is a precision
    std::optional<double> precision = {};
    std::optional<core::Pesos> prices = {};  // unless given, those of the first scenario
    bool held_out = false;                   // for a calibration
    int worlds = 0;                          // for commands that take --worlds; 0: none
    OwnOptions own = {};
};

// How it is carried out, none of which changes a bit of the results.
struct How {
    int threads = 0;
    double memory = 0;  // GB that it may take; estimated anew when resumed
    std::string out = "output";
    bool json = false, quiet = false, definitions = false;
    bool open = false;                         // shows the page in a browser
    bool anew = false;                         // takes nothing over from earlier results
    bool has_worlds = false;                   // another command's, in the study: only what goes beyond is simulated
    std::optional<std::uint32_t> ledger = {};  // of a run: the replication whose ledger is left too
};

// A file for other programs. It may be long, so it is written piece by piece.
struct MachineFile {
    std::string name;
    store::Write write;
};
// For a file short enough to be made in memory.
template <class Make>
[[nodiscard]] store::Write whole(Make make) {
    return [make = std::move(make)](const core::Out& out) { out(make()); };
}

// The outcome of an experiment, ready to be saved, reported and printed. Every medium (media.hpp) is drawn from the
// report, whatever the experiment.
struct Made {
    store::Write json = {};             // results.json; unless given, the tables of the report
    std::vector<MachineFile> csv = {};  // the files of --format csv
    std::function<document::Document(const results::Manifest&, core::Lang)> tell;  // the report, as data
    // Further documents, each with the name of its files instead of «report».
    struct Further {
        std::string name;
        std::function<document::Document(const results::Manifest&, core::Lang)> tell;
    };
    std::vector<Further> further = {};
    bool is_for_word = false;                 // its documents are left as .docx too, where they can be written
    std::function<std::string()> below = {};  // text printed below the report
    std::function<void(const store::PendingFolder&)> save = {};    // writes its data, if not in the study
    std::function<void(const store::PendingFolder&)> beside = {};  // writes other files that were requested
    std::shared_ptr<const results::Worlds> worlds = {};            // of experiments that have worlds
    results::About about = {};                                     // for the manifest
    int replications = 0;                                          // replications that it is based on
    int code = done;
};

// The pesos that its money is told in.
[[nodiscard]] core::Pesos prices_of(const Asked& asked);
// All its scenarios must be told in the same pesos, and have an index that reaches them; otherwise says on stderr what
// is wrong, and throws WrongInput.
void demand_prices(const Asked& asked, core::Lang lang);

// The command line that reproduces the bits.
[[nodiscard]] std::string command_line(const Asked& asked, int replications);

// Reads from the file of a study what was asked. Throws WrongFile if that is impossible.
[[nodiscard]] Asked asked_of(const store::StudyFile::Header& header, const std::filesystem::path& file);
[[nodiscard]] store::StudyFile::Header header_of(const Asked& asked);

// The digest of what computes (engine.hpp); another engine may give other bits.
[[nodiscard]] const std::string& program_digest();

// The items in the file of a study, as the archive of an experiment.
class StudyArchive : public experiment::Archive {
public:
    explicit StudyArchive(store::StudyFile& file) : file_(file) {}

    [[nodiscard]] Found open(std::size_t contender, const std::string& digest) override;
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override;

    [[nodiscard]] int found() const { return found_; }  // items that were stored already

private:
    store::StudyFile& file_;
    std::map<std::size_t, bool> has_keys_;  // by contender: the file has its keys
    int found_ = 0;
};

}  // namespace aforo::cli
