// The documents as these tests see them: lines, fenced blocks, and the parts that are generated. Not a Markdown parser.
// With AFORO_UPDATE_GOLDEN=1 in the environment, what is generated is written anew instead of compared: read the
// difference before committing it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aforo::docs::testing {

using Lines = std::vector<std::string>;

[[nodiscard]] Lines lines_of(std::string_view text);
[[nodiscard]] std::string joined(const Lines& lines);
[[nodiscard]] bool is_updating();

// The README and the pages that it sends to, in the order in which they are read and their commands run.
[[nodiscard]] const std::vector<std::string>& pages();
// The guide in Spanish, docs/guia: each page stands alone, and its commands are run by themselves.
[[nodiscard]] std::vector<std::string> guides();
// Every document that people read: these, all others of docs/, and those of the root and of scenarios/.
[[nodiscard]] std::vector<std::string> documents();
// Does one of the pages say this?
[[nodiscard]] bool is_in_pages(std::string_view part);

// Between two lines of ```; `info` is what stands after the first: sh, sh test, yaml file=a.yaml, text output.
struct Block {
    std::string info;
    std::size_t begin = 0, end = 0;  // its lines are [begin, end) of the document
};

class Document {
public:
    // A path from the root of the repository.
    explicit Document(const std::string& path);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const Lines& lines() const { return lines_; }
    [[nodiscard]] std::string text() const { return joined(lines_); }
    [[nodiscard]] bool contains(std::string_view part) const { return text().find(part) != std::string::npos; }
    [[nodiscard]] std::vector<Block> blocks() const;
    [[nodiscard]] Lines lines_of(const Block& block) const;

    // Checks that what stands between <!-- generated: name --> and <!-- end --> is `expected`, or puts it there.
    void check_generated(const std::string& name, const Lines& expected);

    // Checks that a block is an excerpt of `output`: runs of lines as they are there, with […] for what is left out. Or
    // takes as many lines anew from where each run's first line is found.
    void check_excerpt(const Block& block, const std::string& output);

    // Every […](path) that is not on the network, and every `path` that looks like one of the repository's.
    [[nodiscard]] std::vector<std::string> paths_named() const;
    // Every […](path#anchor) and […](#anchor), the path from the root of the repository.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> anchors_named() const;
    // The anchors that its headings have on GitHub, and those that it sets itself.
    [[nodiscard]] std::set<std::string> anchors() const;
    // The lines between a heading and the next one of its level.
    [[nodiscard]] Lines section(const std::string& heading) const;

private:
    void save() const;

    std::string path_;
    Lines lines_;
};

}  // namespace aforo::docs::testing
