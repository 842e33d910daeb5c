// What the libc++ of Debian's emscripten (LLVM 13) lacks of C++20, included before every source of the page's engine.
// Nothing else includes it; it goes when Debian's emscripten is newer.
#pragma once

#include <charconv>
#include <chrono>
#include <cmath>
#include <compare>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <type_traits>

namespace std {

// Through strtod, which rounds correctly too (musl), of the characters that from_chars may take: no blank, no plus
// sign, no hexadecimal digits.
inline from_chars_result from_chars(const char* first, const char* last, double& value) {
    const string_view given(first, static_cast<size_t>(last - first));
    const string text(given.substr(0, given.find_first_not_of("0123456789.eE+-")));
    char* stop = nullptr;
    const double read = text.starts_with('+') ? 0 : strtod(text.c_str(), &stop);
    if (!stop || stop == text.c_str()) return {first, errc::invalid_argument};
    const string_view used(text.c_str(), static_cast<size_t>(stop - text.c_str()));
    const bool is_lost = read == 0 && used.substr(0, used.find_first_of("eE")).find_first_of("123456789") != used.npos;
    if (is_lost || !isfinite(read)) return {first + used.size(), errc::result_out_of_range};
    value = read;
    return {first + used.size(), errc()};
}

inline strong_ordering operator<=>(const string& a, const string& b) noexcept { return a.compare(b) <=> 0; }

namespace chrono {
template <class Clock, class Duration>
constexpr auto operator<=>(const time_point<Clock, Duration>& a, const time_point<Clock, Duration>& b) noexcept {
    return a.time_since_epoch().count() <=> b.time_since_epoch().count();
}
}  // namespace chrono

template <class To, class From>
requires(sizeof(To) == sizeof(From) && is_trivially_copyable_v<To> && is_trivially_copyable_v<From>)
    [[nodiscard]] constexpr To bit_cast(const From& from) noexcept {
    return __builtin_bit_cast(To, from);
}

// Is never made: a study in the page has one thread, and starting another throws.
struct jthread : thread {
    using thread::thread;
};

}  // namespace std
