// An experiment as it was asked for: what makes the same bits again. A command makes one of its arguments; the folder
// of its results keeps it (study.sqlite), so that it can go on where it was stopped and be told again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/document/document.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/sweep.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/study_file.hpp"
#include "common.hpp"

namespace aforo::cli {

constexpr std::size_t most_points = 1000;  // of a grid

// What one experiment alone is asked, as options of its command: it reads them, and nobody else does. A flag has no
// value. A folder may say anything: what is not there, or no such number, is a WrongFile.
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
    // Of an option that is given several times.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
};

struct Asked {
    std::string command;                          // of the table in carry_out.cpp
    std::vector<std::string> files;               // as they were given
    std::vector<scenario::Scenario> scenarios;    // of those files
    std::vector<scenario::Variation> axes = {};   // of a sweep
    std::shared_ptr<experiment::Grid> grid = {};  // its points; the experiment takes them, as they are many
    std::uint64_t seed = 1;
    int replications = 0;  // with a precision, at most
    std::optional<double> precision = {};
    bool held_out = false;  // of a calibration
    int worlds = 0;         // of what takes --worlds; 0: none
    OwnOptions own = {};
};

// How it is carried out, which changes no bit.
struct How {
    int threads = 0;
    double memory = 0;  // GB that it may take; what goes on is estimated anew
    std::string out = "output";
    bool json = false, quiet = false, definitions = false;
    bool open = false;                         // shows the page in a browser
    bool anew = false;                         // takes nothing over from earlier results
    bool has_worlds = false;                   // another command's, in the study: only what goes beyond is simulated
    std::optional<std::uint32_t> ledger = {};  // of a run: the replication whose ledger is left too
};

// A file for machines, in a form of its own. It may be long, so it is written piece by piece.
struct MachineFile {
    std::string name;
    store::Write write;
};
// What is short enough is written whole.
template <class Make>
[[nodiscard]] store::Write whole(Make make) {
    return [make = std::move(make)](const core::Out& out) { out(make()); };
}

// What an experiment has come to, ready to be saved, told and printed. Every medium (media.hpp) is drawn of what is
// told, whatever the experiment.
struct Made {
    store::Write json;                                                 // results.json
    std::vector<MachineFile> csv = {};                                 // what --format csv makes
    std::function<document::Document(const results::Manifest&)> tell;  // the report, as data
    std::function<std::string()> below = {};                           // printed under it
    std::function<void(const store::PendingFolder&)> save = {};    // writes its data, where the study does not hold it
    std::function<void(const store::PendingFolder&)> beside = {};  // writes what else was asked for
    std::shared_ptr<const results::Worlds> worlds = {};            // of those that have some
    results::About about = {};                                     // for the manifest
    int replications = 0;                                          // that it is of
    int code = done;
};

// The command line that gives the same bits again.
[[nodiscard]] std::string command_line(const Asked& asked, int replications);

// What the file of a study says that was asked for. Throws WrongFile where that cannot be.
[[nodiscard]] Asked asked_of(const store::StudyFile::Header& header, const std::filesystem::path& file);
[[nodiscard]] store::StudyFile::Header header_of(const Asked& asked);

// The program itself: its SHA-256, hex. Other bits of it may give other bits of results.
[[nodiscard]] const std::string& program_digest();

// A study's items in its file, as the archive of an experiment.
class StudyArchive : public experiment::Archive {
public:
    explicit StudyArchive(store::StudyFile& file) : file_(file) {}

    [[nodiscard]] Found open(std::size_t contender, const std::string& digest) override;
    void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
             std::span<const double> values) override;

    [[nodiscard]] int found() const { return found_; }  // items that were there

private:
    store::StudyFile& file_;
    std::vector<bool> has_keys_;  // by contender: the file knows them
    int found_ = 0;
};

}  // namespace aforo::cli
