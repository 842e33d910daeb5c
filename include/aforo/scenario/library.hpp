// The library: the scenarios that come with aforo, wherever it is installed. They are found from where the program
// lies, so that a copy of the whole works too; no path is compiled in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace aforo::scenario {

// Its folder; empty where the program lies beside none.
[[nodiscard]] const std::filesystem::path& library();

// The names of its scenarios, in order: `ficha-2024`, `presupuesto/plano`.
[[nodiscard]] std::vector<std::string> library_names(const std::filesystem::path& folder = library());

// The file or folder that somebody means by `name`: the file of that path, else the library's of that name, with or
// without `.yaml`, and also as the documents write it (`scenarios/presupuesto/plano.yaml`). What is neither stays as it
// is, so that who opens it says so. The path is relative to `beside`, the folder of who names it.
[[nodiscard]] std::filesystem::path found(const std::string& name, const std::filesystem::path& beside = {});

// Names of the library that resemble it, at most three.
[[nodiscard]] std::vector<std::string> similar(const std::string& name);

}  // namespace aforo::scenario
