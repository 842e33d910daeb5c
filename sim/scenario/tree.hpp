// A YAML file as a tree with places. Only tree.cpp uses yaml-cpp.
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
    bool refused = false;  // already reported (an alias), so that its missing value is not reported again
    core::Place place;
    std::vector<Node> items;     // of a list
    std::vector<Entry> entries;  // of a map, in the order of the file, keys unique

    [[nodiscard]] const Entry* find(const std::string& key) const;
    void add(std::string key, Node value);  // for a map that is being built

    [[nodiscard]] static Node scalar(std::string text, bool quoted = false);
    [[nodiscard]] static Node map();
    [[nodiscard]] static Node list();
};

struct Entry {
    std::string key;
    core::Place place;
    Node value;
};

// Whether it is a scalar that begins like a number, with or without a unit, or a date.
[[nodiscard]] bool is_number(const Node& n);

// Limits on all files of one scenario together, so that no input can exhaust the memory.
struct Allowance {
    std::size_t bytes = 8u << 20;
    std::size_t marks = 1'000'000;  // punctuation marks
    std::size_t nodes = 1'000'000;  // keys and values
};

// Parses `text`; reports syntax errors, duplicate keys, aliases, anchors, tags and keys that are not plain. Returns the
// file's top-level map, or nothing (reported) when it is not a map.
[[nodiscard]] std::optional<Node> parse(const std::string& text, const std::string& file, Report& report);
// The same for one of several files; subtracts what it holds from `left`.
[[nodiscard]] std::optional<Node> parse(const std::string& text, const std::string& file, Report& report,
                                        Allowance& left);

// Gives the node and all inside it one place.
void put_at(Node& node, const core::Place& place);

// The tree as deterministic YAML that parses back to the same tree.
[[nodiscard]] std::string to_yaml(const Node& root);
// Any node in the same form, on one line.
[[nodiscard]] std::string to_line(const Node& node);

}  // namespace aforo::scenario
