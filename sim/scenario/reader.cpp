#include "aforo/scenario/reader.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "aforo/scenario/files.hpp"
#include "aforo/scenario/library.hpp"
#include "data.hpp"
#include "tree_reader.hpp"
#include "validate.hpp"
#include "visitor_reader.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

namespace fs = std::filesystem;

namespace {

// Reports each required key that no file has set, at the place of its group.
class RequiredKeys {
public:
    RequiredKeys(Report& report, const Places& places) : report_(report), places_(places) {}

    template <class T>
    void field(const Field& f, T&) {
        check(f);
    }
    template <class S>
    void section(const Field& f, S& member) {
        if (check(f)) {
            within(f.key, [&] { describe(*this, member); });
        }
    }
    template <class K, class S>
    void keyed(const Field& f, std::map<K, S>& members) {
        if (!check(f)) return;
        within(f.key, [&] {
            for (auto& member : members) {
                within(fmt::format("{}", member.first), [&] { describe(*this, member.second); });
            }
        });
    }

private:
    template <class Body>
    void within(const std::string& key, Body body) {
        const std::string outer = path_;
        path_ = join(key);
        body();
        path_ = outer;
    }
    [[nodiscard]] std::string join(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

    // Returns whether the keys inside the group have to be checked too.
    bool check(const Field& f) {
        const std::string path = join(f.key);
        if (places_.misread.contains(path)) return false;
        const bool present = places_.of.contains(path);
        if (f.required && !present) {
            report_.error(places_.nearest(path_), path, {"falta esta clave", "this key is missing"},
                          {std::string(f.meaning.es), ""});
        }
        return present || !f.required;
    }

    Report& report_;
    const Places& places_;
    std::string path_;
};

// Reads a file, and before it the files that it extends. Each file is read once, before the first file that extends it,
// so that two deltas of one base add up instead of the base overwriting the first.
class Loader {
public:
    Loader(Report& report, Places& places, Scenario& scenario)
        : report_(report),
          scenario_(scenario),
          places_(places),
          reader_(report, places, scenario.provenance),
          data_(report, places, reader_, scenario, left_) {}

    void load(const fs::path& path, const core::Place& asked_at) {
        std::error_code error;  // a path that cannot be resolved cannot be opened either, and that is reported
        const fs::path resolved = fs::weakly_canonical(path, error);
        const fs::path& real = error ? path : resolved;
        if (std::find(chain_.begin(), chain_.end(), real) != chain_.end()) {
            report_.error(asked_at, "extends",
                          {"los archivos se extienden en círculo", "the files extend each other in a circle"},
                          {"quite uno de los extends", "remove one of the extends"});
            whole_ = false;
            return;
        }
        if (!read_.insert(real).second) return;
        std::string text;
        const auto root = slurp(path, asked_at, text) ? parse(text, path.string(), report_, left_) : std::nullopt;
        if (!root) {
            whole_ = false;
            return;
        }
        chain_.push_back(real);
        load_parents(*root, path);
        chain_.pop_back();
        check_version(*root, path);
        forget_what_is_its_own();
        places_.files.push_back(path.string());
        reader_.apply(*root, scenario_, {"aforo", "extends"});
        data_.read(path);
    }

    // False when a file is missing or is not YAML: then missing keys mean nothing.
    [[nodiscard]] bool is_whole() const { return whole_; }

private:
    bool slurp(const fs::path& path, const core::Place& asked_at, std::string& text) {
        std::error_code error;
        const bool regular = fs::is_regular_file(path, error);
        std::ifstream file;
        if (regular) file.open(path, std::ios::binary);  // opening a pipe would block
        if (!regular || !file) {
            const bool asked = asked_at.line > 0;
            const bool is_folder = fs::is_directory(path, error);
            report_.error(asked ? asked_at : core::Place{path.string(), 0, 0}, asked ? "extends" : "",
                          is_folder ? Message{fmt::format("{} es una carpeta", path.string()),
                                              fmt::format("{} is a folder", path.string())}
                                    : Message{fmt::format("no se puede abrir el archivo {}", path.string()),
                                              fmt::format("cannot open the file {}", path.string())},
                          where_to_look(path, asked));
            return false;
        }
        const std::uintmax_t size = fs::file_size(path, error);
        if (error || size > left_.bytes) {
            report_.error({path.string(), 0, 0}, "",
                          {"el archivo, con los que extiende, pasa de 8 MB",
                           "the file, with those that it extends, is larger than 8 MB"},
                          {});
            return false;
        }
        left_.bytes -= static_cast<std::size_t>(size);
        std::ostringstream all;
        all << file.rdbuf();
        text = all.str();
        return true;
    }

    static Message where_to_look(const fs::path& path, bool is_extended) {
        Message hint = is_extended ? Message{"la ruta es relativa al archivo que la nombra",
                                             "the path is relative to the file that names it"}
                                   : Message{"revise la ruta y los permisos", "check the path and the permissions"};
        if (library().empty()) return hint;
        hint.es += fmt::format("; la biblioteca ({}) tampoco lo tiene", library().string());
        hint.en += fmt::format("; the library ({}) does not have it either", library().string());
        if (const auto near = similar(is_extended ? path.filename().string() : path.string()); !near.empty()) {
            hint.es += fmt::format(": ¿quiso decir {}?", fmt::join(near, ", "));
            hint.en += fmt::format(": did you mean {}?", fmt::join(near, ", "));
        }
        return hint;
    }

    void load_parents(const Node& root, const fs::path& path) {
        const Entry* extends = root.find("extends");
        if (!extends) return;
        std::vector<const Node*> names;
        if (extends->value.kind == Node::Kind::list) {
            for (const auto& item : extends->value.items) names.push_back(&item);
        } else {
            names.push_back(&extends->value);
        }
        for (const Node* name : names) {
            if (name->kind != Node::Kind::scalar || name->text.empty()) {
                report_.error(name->place, "extends",
                              {"se esperaba el nombre de un archivo", "a file name was expected"}, {});
                whole_ = false;
            } else if (++files_ > 64) {
                report_.error(name->place, "extends", {"demasiados archivos", "too many files"},
                              {"el máximo es 64", "the maximum is 64"});
                whole_ = false;
                return;
            } else {
                load(found(name->text, path.parent_path()), name->place);
            }
        }
    }

    // Name, description, About and compare_with belong to the file that states them, so they are not inherited.
    void forget_what_is_its_own() {
        scenario_.name.clear();
        scenario_.description.clear();
        scenario_.about = {};
        scenario_.compare_with.clear();
        const auto is_its_own = [](const auto& entry) {
            const std::string section = entry.first.substr(0, entry.first.find('.'));
            return section == "name" || section == "description" || section == "about" || section == "compare_with";
        };
        std::erase_if(places_.of, is_its_own);
        std::erase_if(places_.references, is_its_own);
        std::erase_if(scenario_.provenance, is_its_own);
    }

    void check_version(const Node& root, const fs::path& path) {
        const Entry* version = root.find("aforo");
        if (!version) {
            report_.error({path.string(), 1, 1}, "aforo",
                          {"falta la versión del esquema", "the schema's version is missing"},
                          {"empiece el archivo con aforo: 1", "begin the file with aforo: 1"});
        } else if (version->value.text != "1") {
            report_.error(version->value.place, "aforo", {"versión de esquema desconocida", "unknown schema version"},
                          {"esta versión lee aforo: 1", "this version reads aforo: 1"});
        }
    }

    Report& report_;
    Scenario& scenario_;
    Places& places_;
    Reader reader_;
    std::vector<fs::path> chain_;  // from the requested file to the one being read
    std::set<fs::path> read_;
    Allowance left_;
    DataFiles data_;
    int files_ = 0;
    bool whole_ = true;
};

// The checks that need everything read: missing keys, and keys that contradict each other.
ReadResult finish(Scenario&& scenario, Places& places, Report& report, bool is_whole, const std::string& path) {
    if (is_whole) {
        RequiredKeys required_keys(report, places);
        describe(required_keys, scenario);
        validate(scenario, places, report);
    }
    ReadResult result{std::nullopt, report.take(path)};
    if (result.diagnostics.empty()) result.scenario = std::move(scenario);
    return result;
}

}  // namespace

ReadResult read(const std::string& path, core::Lang lang) {
    Report report(lang);
    Places places;
    Scenario scenario;
    Loader loader(report, places, scenario);
    loader.load(path, {});
    ReadResult result = finish(std::move(scenario), places, report, loader.is_whole(), path);
    if (result.scenario) result.scenario->warnings = find_warnings(*result.scenario, places);
    return result;
}

ReadResult read_draft(const std::string& path, core::Lang lang) {
    Report report(lang);
    Places places;
    Scenario scenario;
    Loader(report, places, scenario).load(path, {});
    return finish(std::move(scenario), places, report, false, path);
}

core::Place place_of(const std::string& path, const std::string& key) { return places_of(path, {key}).front(); }

std::vector<core::Place> places_of(const std::string& path, const std::vector<std::string>& keys) {
    Report report(core::Lang::es);
    Places places;
    Scenario scenario;
    Loader(report, places, scenario).load(path, {});
    std::vector<core::Place> found;
    for (const auto& key : keys) found.push_back(places.nearest(key));
    return found;
}

std::vector<std::string> files_of(const std::string& path) {
    Report report(core::Lang::es);
    Places places;
    Scenario scenario;
    Loader(report, places, scenario).load(path, {});
    return places.files;
}

ReadResult read_tree(const Node& root, const std::string& origin, const std::vector<std::string>& written,
                     core::Lang lang) {
    Report report(lang);
    Places places;
    Scenario scenario;
    Reader(report, places, scenario.provenance).apply(root, scenario, {});
    ReadResult result = finish(std::move(scenario), places, report, true, origin);
    if (!result.scenario) return result;
    std::erase_if(places.of, [&](const auto& place) {
        return std::none_of(written.begin(), written.end(), [&](const std::string& path) {
            return place.first.starts_with(path) &&
                   (place.first.size() == path.size() || place.first[path.size()] == '.' ||
                    place.first[path.size()] == '[');
        });
    });
    result.scenario->warnings = find_warnings(*result.scenario, places);
    return result;
}

}  // namespace aforo::scenario
