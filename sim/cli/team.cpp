#include "team.hpp"

#include <exception>
#include <new>
#include <string>

#include "aforo/core/bytes.hpp"
#include "asked.hpp"
#include "carry_out.hpp"
#include "sweep.hpp"

namespace aforo::cli {

namespace {

experiment::Team* the_team = nullptr;

std::string bytes_of(const store::StudyFile::Header& header) {
    core::BytesWriter to;
    to.put(header.facts.size());
    for (const auto& [name, value] : header.facts) {
        to.put(name);
        to.put(value);
    }
    to.put(header.inputs.size());
    for (const auto& input : header.inputs) {
        to.put(input.file);
        to.put(input.digest);
        to.put(input.scenario);
    }
    return to.take();
}

// Without the warnings, which are told and change nothing.
store::StudyFile::Header header_of_bytes(std::string_view bytes) {
    core::BytesReader from(bytes);
    store::StudyFile::Header header;
    for (auto n = from.get<std::size_t>(); n > 0; --n) {
        const std::string name(from.text());
        header.facts[name] = from.text();
    }
    header.inputs.resize(from.get<std::size_t>());
    for (auto& input : header.inputs) {
        input.file = from.text();
        input.digest = from.text();
        input.scenario = from.text();
    }
    return header;
}

}  // namespace

experiment::Team* team() { return the_team; }
void work_in(experiment::Team& team) { the_team = &team; }

void begin_together(const store::StudyFile::Header& header) {
    std::string bytes = bytes_of(header);
    the_team->share(bytes);
}

void take_part(experiment::Team& team, core::Lang lang) {
    const How how{.threads = 1, .quiet = true};
    for (;;) {
        try {
            std::string bytes;
            team.share(bytes);
            if (bytes.empty()) return;
            const auto header = header_of_bytes(bytes);
            Asked asked = asked_of(header, "the experiment");
            if (asked.command == "sweep") asked.grid = grid_of(asked, lang);
            experiment::Options options;
            options.seed = asked.seed;
            options.replications = asked.replications;
            options.precision = asked.precision;
            options.prices = prices_of(asked);
            options.threads = 1;
            options.team = &team;
            for (const auto& input : header.inputs) options.digests.push_back(input.digest);
            (void)make(asked, options, how, lang);
        } catch (const experiment::Dismissed&) {
            continue;
        } catch (const std::bad_alloc&) {
            throw;  // in this process alone: the leader would wait for it, so the job has to end
        } catch (const std::exception&) {
            continue;  // as in the leader, which tells it
        }
    }
}

void end_together(experiment::Team& team) {
    std::string nothing;
    team.share(nothing);
}

}  // namespace aforo::cli
