// A YAML file as a tree with places. The only thing that knows yaml-cpp is tree.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "report.hpp"

namespace aforo::scenario {

struct Entry;

struct Node {
    enum class Kind { null, scalar, list, map };
    Kind kind = Kind::null;
    std::string text;      // of a scalar
    bool quoted = false;   // of a scalar
    bool refused = false;  // already reported (an alias): whoever misses a value here says nothing
    core::Place place;
    std::vector<Node> items;     // of a list
    std::vector<Entry> entries;  // of a map, in the order of the file, keys unique

    [[nodiscard]] const Entry* find(const std::string& key) const;
    void add(std::string key, Node value);  // to a map that is being built

    [[nodiscard]] static Node scalar(std::string text, bool quoted = false);
    [[nodiscard]] static Node map();
    [[nodiscard]] static Node list();
};

struct Entry {
    std::string key;
    core::Place place;
    Node value;
};

// A scalar that begins as one, with or without a unit, or a date: no text and no word.
[[nodiscard]] bool is_number(const Node& n);

// What the files of one scenario may hold, all together: so that no file takes more memory than it is worth.
struct Allowance {
    std::size_t bytes = 8u << 20;
    std::size_t marks = 1'000'000;  // of punctuation
    std::size_t nodes = 1'000'000;  // keys and values
};

// Parses `text`; syntax errors, duplicate keys, aliases, anchors, tags and keys that are not plain go to `report`.
// Returns the map that the file is; nothing when it is none, which is reported.
[[nodiscard]] std::optional<Node> parse(const std::string& text, const std::string& file, Report& report);
// The same of one file of several: takes what it holds off what is left.
[[nodiscard]] std::optional<Node> parse(const std::string& text, const std::string& file, Report& report,
                                        Allowance& left);

// The tree as YAML, deterministic, that parses back to the same tree.
[[nodiscard]] std::string to_yaml(const Node& root);
// The same of any node, on one line.
[[nodiscard]] std::string to_line(const Node& node);

}  // namespace aforo::scenario
