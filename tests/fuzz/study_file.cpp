// The reader of study.sqlite: a file that was tampered with can be gone on with, and what is put is found again, or
// what is wrong is told.
#include "aforo/store/study_file.hpp"

#include <array>

#include "aforo/core/contracts.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/tampered.hpp"

using namespace aforo;
using store::StudyFile;

namespace {

const std::vector<store::MeasureKey> keys = {{"spending", 2024, 0, results::Level::component, "advisory"},
                                             {"waiting", 2025, 12, results::Level::group, "sex=female"}};
constexpr std::array values = {1.0, 2.0, 3.0};

// An experiment of two scenarios; a third is new.
std::string file_of(const fuzz::Folder& folder) {
    const auto path = folder / "good.sqlite";
    StudyFile file(path, {{{"command", "compare"}, {"seed", "7"}}, {{"a b.yaml", "d1", "aforo: 1\nname: ñ\n"}}});
    for (const std::size_t contender : {0u, 1u}) {
        (void)file.open(contender, "digest");
        file.put_keys(contender, keys);
        for (int replication = 0; replication < 3; ++replication) file.put(contender, replication, values);
    }
    file.close();
    return fuzz::bytes_of(path);
}

void go_on(const std::filesystem::path& path) {
    constexpr std::size_t added = 2;
    {
        StudyFile file(path);
        (void)file.items();
        for (const std::size_t contender : {0u, 1u}) (void)file.open(contender, "digest");
        if (!file.open(added, "new").values.empty()) return;
        file.put_keys(added, keys);
        file.put(added, 0, values);
        file.close();
    }
    StudyFile file(path);
    const auto found = file.open(added, "new");
    fuzz::demand(found.keys == keys && found.values.size() == 1, "what was put is found");
    fuzz::demand(std::equal(values.begin(), values.end(), found.values[0].begin(), found.values[0].end()), "as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    static const fuzz::Tampered tampered(file_of(folder));
    FuzzedDataProvider input(data, size);
    for (const char* beside : {"study.sqlite-wal", "study.sqlite-shm", "study.sqlite-journal"})
        std::filesystem::remove(folder / beside);
    try {
        go_on(folder.write("study.sqlite", tampered.after(input)));
    } catch (const core::WrongFile& e) {
        fuzz::demand(!e.es.empty() && !e.en.empty(), "what is wrong is told");
    } catch (const core::EnvironmentError&) {
    }
    return 0;
}
