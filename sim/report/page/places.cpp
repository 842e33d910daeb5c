#include "page/places.hpp"

#include <map>

namespace aforo::report {

std::vector<Place> north_to_south(const Subject& s) {
    std::map<std::string, int> times;
    for (const auto& office : s.run.offices) {
        ++times[office.name];
    }
    std::map<std::string, std::vector<const results::OfficeInfo*>> by_region;
    for (const auto& office : s.run.offices) {
        by_region[office.region].push_back(&office);
    }
    std::vector<Place> places;
    for (const auto& region : s.run.regions) {
        for (const auto* office : by_region[region.id]) {
            const std::string id = times[office->name] > 1 ? " (" + office->id + ")" : "";
            places.push_back({office, office->name + id, region.name});
        }
    }
    return places;
}

}  // namespace aforo::report
