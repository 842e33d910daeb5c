// The commands of the documents, run once in a folder that looks like the root of the repository.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "docs/markdown.hpp"

namespace aforo::docs::testing {

// One metric of a results.json.
struct Value {
    int n = 0;
    double mean = 0, half_width = 0, p50 = 0;
};

class Results {
public:
    explicit Results(const std::filesystem::path& json);

    // Fails the test when there is none such. Level and id: those of results.json.
    [[nodiscard]] Value of(const std::string& metric, int year, const std::string& level = "programme",
                           const std::string& id = "") const;

    // Of the whole and of a metric, all there are.
    [[nodiscard]] const std::set<std::string>& keys() const { return keys_; }

private:
    std::map<std::string, Value> values_;
    std::set<std::string> keys_;
};

class Sandbox {
public:
    Sandbox();
    // With the results of an earlier one, so that what it simulated is not simulated again, and no other file of it.
    explicit Sandbox(const std::filesystem::path& results);
    [[nodiscard]] std::filesystem::path results_folder() const { return folder_ / "output"; }
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    // What a command of these tests' own prints; `code` is how it ended.
    std::string run(const std::string& command, int& code) const;
    void write(const std::string& name, const std::string& text) const;

    // Runs, in order, the blocks marked «sh test» and writes those marked «yaml file=…». Every command must end with 0.
    // What would take too long is run with less effort, «sh test with OPTIONS», its commands on one line each; or until
    // it simulates and no further, «sh begins».
    void follow(const Document& document);
    // What the last «sh test» block before this one of the same document printed.
    [[nodiscard]] const std::string& output_before(const Document& document, const Block& block) const;
    // Of the only run of a scenario, by the name of its folder.
    [[nodiscard]] const Results& results(const std::string& scenario);

private:
    std::filesystem::path folder_;
    std::map<std::pair<std::string, std::size_t>, std::string> outputs_;  // by document and first line of the block
    std::map<std::string, Results> results_;                              // as far as they have been read
};

}  // namespace aforo::docs::testing
