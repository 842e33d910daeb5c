// aforo-mpi: the same program, whose experiments run in all processes that mpirun or srun starts. One leads, and does
// all that aforo does but simulate; with one process it is aforo.
#include <algorithm>
#include <boost/mpi.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <thread>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "commit.hpp"
#include "common.hpp"
#include "program.hpp"
#include "team.hpp"

namespace {

namespace mpi = boost::mpi;
using namespace aforo;

enum Tag : int { shared, dismissed, piece, no_more, ready, made, failed };

class MpiTeam : public experiment::Team {
public:
    explicit MpiTeam(const mpi::communicator& world) : world_(world) {}

    [[nodiscard]] bool leads() const override { return world_.rank() == 0; }
    // The leader went on before all was made.
    [[nodiscard]] bool is_left_alone() const { return is_alone_; }

    void share(std::string& bytes) override {
        if (is_alone_) return;
        if (leads()) {
            for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, shared, bytes);
        } else {
            bytes = from_leader().second;
        }
    }

    void deal(std::size_t n, const Work& work) override {
        if (is_alone_) return;
        if (leads()) {
            hand_out(n, work);
        } else {
            help(work);
        }
    }

    // Whoever is in the middle of an experiment that the leader has left, leaves it too.
    void dismiss() {
        for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, dismissed, std::string());
    }

private:
    // MPI itself waits at full speed, which would take a processor from whoever works.
    mpi::status wait(int source) {
        for (auto pause = std::chrono::microseconds(20);;
             pause = std::min(2 * pause, std::chrono::microseconds(1000))) {
            if (const auto found = world_.iprobe(source, mpi::any_tag)) return *found;
            std::this_thread::sleep_for(pause);
        }
    }

    std::pair<int, std::string> from_leader() {
        const int tag = wait(0).tag();
        std::string bytes;
        world_.recv(0, tag, bytes);
        if (tag == dismissed) throw experiment::Dismissed{};
        return {tag, bytes};
    }

    void hand_out(std::size_t n, const Work& work) {
        std::size_t next = 0;
        for (int working = world_.size() - 1; working > 0;) {
            if (work.stop && work.stop()) {
                is_alone_ = true;
                return;
            }
            const auto found = world_.iprobe(mpi::any_source, mpi::any_tag);
            if (!found) {
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                continue;
            }
            std::string bytes;
            world_.recv(found->source(), found->tag(), bytes);
            if (found->tag() == failed) {
                is_alone_ = true;
                throw core::BrokenInvariant(bytes);
            }
            const bool is_any_left = next < n;
            world_.send(found->source(), is_any_left ? piece : no_more, is_any_left ? std::to_string(next++) : "");
            if (!is_any_left) --working;
            if (found->tag() == made) work.take(bytes);
        }
    }

    void help(const Work& work) {
        Tag tag = ready;
        std::string bytes;
        for (;;) {
            world_.send(0, tag, bytes);
            const auto [answer, which] = from_leader();
            if (answer == no_more) return;
            try {
                bytes = work.make(std::stoull(which));
                tag = made;
            } catch (const std::exception& e) {
                bytes = e.what();
                tag = failed;
            }
        }
    }

    const mpi::communicator& world_;
    bool is_alone_ = false;
};

}  // namespace

int main(int argc, char** argv) {
    const mpi::environment environment(mpi::threading::funneled);
    const mpi::communicator world;
    if (world.size() == 1) return cli::program(argc, argv, cli::commit);

    MpiTeam team(world);
    if (team.leads()) {
        cli::work_in(team);
        const int code = cli::program(argc, argv, cli::commit);
        if (team.is_left_alone()) {
            // Others may be in the middle of a replication that nobody waits for.
            std::fflush(nullptr);
            environment.abort(code);
        }
        team.dismiss();
        cli::end_together(team);
        return code;
    }
    // The leader is interrupted for all.
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
    if (std::freopen("/dev/null", "w", stdout) == nullptr) return cli::environment;
    try {
        cli::take_part(team, core::Lang::en);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "aforo: process %d: %s\n", world.rank(), e.what());
        environment.abort(cli::environment);
    }
    return cli::done;
}
