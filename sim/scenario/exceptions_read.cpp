#include "exceptions_read.hpp"

#include "visitor_reader.hpp"

namespace aforo::scenario {

void apply(const Exception& exception, const core::Place& place, Scenario& scenario, Report& report) {
    auto parsed = parse("value: " + exception.value.text, place.file, report);
    if (!parsed) return;
    const auto dot = exception.of.find('.');
    Node section = Node::map(), root = Node::map();
    section.add(exception.of.substr(dot + 1), std::move(parsed->entries[0].value));
    root.add(exception.of.substr(0, dot), std::move(section));
    put_at(root, place);
    Places places;
    std::map<std::string, Provenance> provenance;
    Reader(report, places, provenance).apply(root, scenario, {});
}

}  // namespace aforo::scenario
