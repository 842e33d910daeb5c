#include <algorithm>
#include <array>

#include "aforo/store/folder.hpp"

namespace aforo::store {

namespace {

constexpr std::size_t longest = 60;

struct Plain {
    std::string_view letters;  // UTF-8, two bytes each
    char plain;
};

constexpr std::array<Plain, 7> marked = {{{"áàäâãåÁÀÄÂÃÅ", 'a'},
                                          {"éèëêÉÈËÊ", 'e'},
                                          {"íìïîÍÌÏÎ", 'i'},
                                          {"óòöôõÓÒÖÔÕ", 'o'},
                                          {"úùüûÚÙÜÛ", 'u'},
                                          {"ñÑ", 'n'},
                                          {"çÇ", 'c'}}};

// The unmarked letter for the two bytes at the start of `text`, or 0.
char without_mark(std::string_view text) {
    for (const auto& group : marked) {
        for (std::size_t i = 0; i < group.letters.size(); i += 2) {
            if (text.starts_with(group.letters.substr(i, 2))) {
                return group.plain;
            }
        }
    }
    return 0;
}

// Unlike std::tolower and std::isalnum, this does not depend on the locale.
char plain_letter(char c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c - 'A' + 'a');
    }
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

}  // namespace

std::string slug(std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < name.size() && result.size() < longest; ++i) {
        char c = plain_letter(name[i]);
        if (c == 0 && (c = without_mark(name.substr(i))) != 0) {
            ++i;
        }
        if (c != 0) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (result.ends_with('-')) {
        result.pop_back();
    }
    return result.empty() ? "escenario" : result;
}

}  // namespace aforo::store
