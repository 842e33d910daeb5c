#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "docs/markdown.hpp"

namespace aforo::docs::testing {

namespace {

constexpr std::string_view left_out = "[…]";

std::string full_path(const std::string& path) { return std::string(AFORO_SOURCE_DIR) + "/" + path; }

// What stays of a line when its figures and the width of its columns change.
std::string without_figures(const std::string& line) {
    std::string words;
    for (const char c : line) {
        if (std::string_view("0123456789.,<-+| ").find(c) == std::string_view::npos) words += c;
    }
    return words;
}

// Of a heading, as GitHub makes it: small letters, no signs, - for each space.
std::string anchor_of(std::string heading) {
    for (const std::string_view sign : {"«", "»", "—", "–", "¿", "¡", "…", "·"}) {
        for (auto at = heading.find(sign); at != std::string::npos; at = heading.find(sign))
            heading.erase(at, sign.size());
    }
    std::string anchor;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_') {
            anchor += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
        } else if (c == ' ') {
            anchor += '-';
        }
    }
    return anchor;
}

}  // namespace

Lines lines_of(std::string_view text) {
    Lines lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

const std::vector<std::string>& pages() {
    static const std::vector<std::string> all = {
        "README.md",         "docs/running.md", "docs/reports.md",    "docs/writing-scenarios.md",
        "docs/comparing.md", "docs/results.md", "docs/calibrated.md", "docs/answers.md"};
    return all;
}

std::vector<std::string> guides() {
    std::vector<std::string> found = documents();
    std::erase_if(found, [](const auto& path) { return !path.starts_with("docs/guia/"); });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> documents() {
    namespace fs = std::filesystem;
    const fs::path root = AFORO_SOURCE_DIR;
    std::vector<std::string> found = {"README.md",    "ARCHITECTURE.md",     "CONTRIBUTING.md",
                                      "CHANGELOG.md", "scenarios/README.md", "scenarios/BIBLIOTECA.md"};
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) {
        if (entry.path().extension() == ".md") found.push_back(fs::relative(entry.path(), root).generic_string());
    }
    return found;
}

bool is_in_pages(std::string_view part) {
    const auto all = documents();
    return std::any_of(all.begin(), all.end(), [&](const auto& path) {
        return !path.starts_with("docs/decisions/") && Document(path).contains(part);
    });
}

bool is_updating() { return std::getenv("AFORO_UPDATE_GOLDEN") != nullptr; }

Document::Document(const std::string& path) : path_(path) {
    std::ifstream file(full_path(path), std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path << " cannot be opened");
    lines_ = testing::lines_of(std::string{std::istreambuf_iterator<char>(file), {}});
}

void Document::save() const { std::ofstream(full_path(path_), std::ios::binary) << text(); }

std::vector<Block> Document::blocks() const {
    std::vector<Block> found;
    bool inside = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!lines_[i].starts_with("```")) continue;
        if (inside) {
            found.back().end = i;
        } else {
            found.push_back({lines_[i].substr(3), i + 1, 0});
        }
        inside = !inside;
    }
    REQUIRE_MESSAGE(!inside, path_ << " has a block that does not end");
    return found;
}

Lines Document::lines_of(const Block& block) const {
    const auto at = [&](std::size_t i) { return lines_.begin() + static_cast<std::ptrdiff_t>(i); };
    return {at(block.begin), at(block.end)};
}

void Document::check_generated(const std::string& name, const Lines& expected) {
    const auto begin = std::find(lines_.begin(), lines_.end(), "<!-- generated: " + name + " -->");
    const auto end = std::find(begin, lines_.end(), "<!-- end -->");
    REQUIRE_MESSAGE(end != lines_.end(), path_ << " has no generated part " << name);
    if (is_updating()) {
        const auto at = lines_.erase(begin + 1, end);
        lines_.insert(at, expected.begin(), expected.end());
        save();
        return;
    }
    INFO(path_ << ": " << name << "; AFORO_UPDATE_GOLDEN=1 writes it anew");
    CHECK(joined({begin + 1, end}) == joined(expected));
}

void Document::check_excerpt(const Block& block, const std::string& output) {
    const Lines printed = testing::lines_of(output);
    auto at = printed.begin();
    bool starts = true;
    for (std::size_t i = block.begin; i < block.end; ++i) {
        if (lines_[i] == left_out) {
            starts = true;
            continue;
        }
        if (starts) {
            at = std::find_if(at, printed.end(), [&](const std::string& line) {
                return is_updating() ? without_figures(line) == without_figures(lines_[i]) : line == lines_[i];
            });
        }
        starts = false;
        REQUIRE_MESSAGE(at != printed.end(), path_ << ":" << i + 1 << ": the output has no such line: " << lines_[i]);
        if (is_updating()) lines_[i] = *at;
        INFO(path_ << ":" << i + 1 << "; AFORO_UPDATE_GOLDEN=1 writes it anew");
        CHECK(lines_[i] == *at);
        ++at;
    }
    if (is_updating()) save();
}

std::vector<std::string> Document::paths_named() const {
    static const std::regex link(R"(\]\(([^)#]+)[^)]*\))");
    static const std::regex code(R"(`((?:include|sim|tests|scenarios|docs|cmake|\.ci)/[A-Za-z0-9_./-]*)`)");
    std::vector<std::string> paths;
    const std::string all = text();
    const auto folder = path_.substr(0, path_.rfind('/') + 1);  // "" for a document in the root
    for (const auto& pattern : {link, code}) {
        for (std::sregex_iterator m(all.begin(), all.end(), pattern), none; m != none; ++m) {
            const std::string path = (*m)[1];
            if (path.find("://") != std::string::npos) continue;
            paths.push_back((*m)[0].str().starts_with("]") ? folder + path : path);
        }
    }
    return paths;
}

std::vector<std::pair<std::string, std::string>> Document::anchors_named() const {
    static const std::regex link(R"(\]\(([^)#: ]*)#([^)]+)\))");
    const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
    std::vector<std::pair<std::string, std::string>> found;
    const std::string all = text();
    for (std::sregex_iterator m(all.begin(), all.end(), link), none; m != none; ++m) {
        const std::string path = (*m)[1];
        found.emplace_back(path.empty() ? path_ : (folder / path).lexically_normal().generic_string(), (*m)[2]);
    }
    return found;
}

std::set<std::string> Document::anchors() const {
    static const std::regex set_here(R"-(<a id="([^"]+)">)-");
    std::set<std::string> found;
    bool inside = false;  // a block, whose # are no headings
    for (const auto& line : lines_) {
        if (line.starts_with("```")) inside = !inside;
        if (!inside && line.starts_with("#")) found.insert(anchor_of(line.substr(line.find(' ') + 1)));
    }
    const std::string all = text();
    for (std::sregex_iterator m(all.begin(), all.end(), set_here), none; m != none; ++m) found.insert((*m)[1]);
    return found;
}

Lines Document::section(const std::string& heading) const {
    const auto begin = std::find(lines_.begin(), lines_.end(), heading);
    REQUIRE_MESSAGE(begin != lines_.end(), path_ << " has no heading " << heading);
    const std::string level = heading.substr(0, heading.find(' ') + 1);
    const auto end = std::find_if(begin + 1, lines_.end(), [&](const auto& line) { return line.starts_with(level); });
    return {begin + 1, end};
}

}  // namespace aforo::docs::testing
