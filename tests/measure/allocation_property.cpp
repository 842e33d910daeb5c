// Memory is taken in the first replication of a worker: the event loop takes none.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "aforo/measure/replication.hpp"
#include "aforo/model/programme.hpp"
#include "model/scenarios.hpp"

namespace {

std::atomic<long> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
    ++allocations;
    void* p = alignment > alignof(std::max_align_t)
                  ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                  : std::malloc(size);
    if (p == nullptr) throw std::bad_alloc();
    return p;
}

}  // namespace

// All of them: what one of these gives, none of the library's may take back.
void* operator new(std::size_t size) { return counted(size, 1); }
void* operator new[](std::size_t size) { return counted(size, 1); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size, 1); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size, 1); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    return counted(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { std::free(p); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }

using namespace aforo;

TEST_CASE("the model takes no memory for a replication that it has run before") {
    const model::Blueprint blueprint(testing::small());
    model::Observer nobody;
    model::Programme programme(blueprint, nobody);
    for (int i = 0; i < 3; ++i) programme.run(1, 0);
    const long before = allocations;
    programme.run(1, 0);
    CHECK(programme.events() > 10'000);
    CHECK(allocations - before == 0);
}

TEST_CASE("another replication, measured and all, takes memory a few times in thousands of events") {
    const model::Blueprint blueprint(testing::small());
    measure::Replication replication(blueprint);
    for (std::uint32_t i = 0; i < 20; ++i) (void)replication.run(1, i);
    const long before = allocations;
    (void)replication.run(1, 20);
    CHECK(replication.events() > 10'000);
    CHECK(allocations - before < 100);
}
