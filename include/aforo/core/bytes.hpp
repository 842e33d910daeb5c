// Numbers and texts in a row of bytes, for another process of the same program on the same kind of machine.
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

class BytesWriter {
public:
    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void put(T value) {
        char raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        all_.append(raw, sizeof(T));
    }
    void put(std::string_view text) {
        put(text.size());
        all_.append(text);
    }
    [[nodiscard]] std::string take() { return std::move(all_); }

private:
    std::string all_;
};

// Reads what was put, in the same order and of the same types. Ends before its time only by a fault of ours.
class BytesReader {
public:
    explicit BytesReader(std::string_view all) : left_(all) {}

    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    [[nodiscard]] T get() {
        T value;
        std::memcpy(&value, next(sizeof(T)).data(), sizeof(T));
        return value;
    }
    [[nodiscard]] std::string_view text() { return next(get<std::size_t>()); }

private:
    [[nodiscard]] std::string_view next(std::size_t n) {
        ensure(n <= left_.size(), "a message between processes ends too early");
        const std::string_view found = left_.substr(0, n);
        left_.remove_prefix(n);
        return found;
    }

    std::string_view left_;
};

}  // namespace aforo::core
