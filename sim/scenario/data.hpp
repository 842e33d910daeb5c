// Turns the data files that a scenario's file names into keys of the scenario, as a tree that the reader applies like
// any other, each value with the place of its cell. Private to the module.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "csv.hpp"
#include "visitor_reader.hpp"

namespace aforo::scenario {

class DataFiles {
public:
    DataFiles(Report& report, Places& places, Reader& reader, Scenario& scenario, Allowance& left)
        : report_(report), places_(places), reader_(reader), scenario_(scenario), left_(left) {}

    // Reads what `file`, which has just been applied, names in its `data`, and applies that; the calendar, horizon and
    // network are those that it states or inherits.
    void read(const std::filesystem::path& file);

private:
    struct Columns;  // a file and where each column of its schema is

    void read_file(const DataSchema& schema, const std::string& name, const std::filesystem::path& folder);
    [[nodiscard]] bool may_be_read(const std::filesystem::path& folder, const std::string& name);
    void forgive(DataKind kind);
    bool find_columns(const DataSchema& schema, Columns& columns);
    void arrivals(const Columns& c);
    void centres(const Columns& c);
    void centre_staff(const Columns& c, const std::map<int, const Cell*>& advisors);
    void durations(const Columns& c);
    void budget(const Columns& c);
    void published(const Columns& c);
    void executed(const Columns& c);
    void executed_staff(const Columns& c, const char* column, const char* key);
    [[nodiscard]] std::optional<double> number(const Columns& c, const Cell& cell);
    [[nodiscard]] std::optional<int> office(const Cell& cell);

    // Puts a value at a path of the tree in the making, with its source and the lines that it comes from. Groups that
    // it is the first of are where the row begins, if that is given. What is a fact is not drawn along with an
    // assumption.
    void put(const std::string& path, Node value, const core::Place& at, const std::string& lines,
             const std::optional<core::Place>& row = {}, bool is_fact = false);
    void apply();

    Report& report_;
    Places& places_;
    Reader& reader_;
    Scenario& scenario_;
    Allowance& left_;
    std::string scenario_file_, key_, source_, title_;
    bool is_own_source_ = false;  // the file itself, as nobody names another
    Node root_ = Node::map();
    std::map<std::string, std::string> given_;  // paths that a data file gives, and its name
};

}  // namespace aforo::scenario
