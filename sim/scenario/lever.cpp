#include "aforo/scenario/lever.hpp"

#include <fmt/format.h>

#include <boost/spirit/home/x3.hpp>
#include <cmath>

namespace aforo::scenario {

namespace {

namespace x3 = boost::spirit::x3;

struct X;  // tag under which the parser finds the value of x

const auto is = [](auto& c) { x3::_val(c) = x3::_attr(c); };
const auto is_x = [](auto& c) { x3::_val(c) = x3::get<X>(c); };
const auto negated = [](auto& c) { x3::_val(c) = -x3::_attr(c); };
const auto plus = [](auto& c) { x3::_val(c) += x3::_attr(c); };
const auto minus = [](auto& c) { x3::_val(c) -= x3::_attr(c); };
const auto times = [](auto& c) { x3::_val(c) *= x3::_attr(c); };
const auto over = [](auto& c) { x3::_val(c) /= x3::_attr(c); };

const x3::rule<class Factor, double> factor = "factor";
const x3::rule<class Term, double> term = "term";
const x3::rule<class Sum, double> sum = "sum";
// A formula has neither inf nor nan.
struct Amount : x3::ureal_policies<double> {
    template <class It, class A>
    static bool parse_inf(It&, const It&, A&) {
        return false;
    }
    template <class It, class A>
    static bool parse_nan(It&, const It&, A&) {
        return false;
    }
};
const x3::real_parser<double, Amount> amount;
const auto factor_def = amount[is] | x3::lit('x')[is_x] | '(' >> sum[is] >> ')' | '-' >> factor[negated];
const auto term_def = factor[is] >> *('*' >> factor[times] | '/' >> factor[over]);
const auto sum_def = term[is] >> *('+' >> term[plus] | '-' >> term[minus]);
BOOST_SPIRIT_DEFINE(factor, term, sum)

constexpr std::size_t longest = 200;  // limits the nesting of a formula, which cannot exceed its length

std::optional<double> worked_out(std::string_view formula, double x) {
    if (formula.size() > longest) return std::nullopt;
    double value = 0;
    auto at = formula.begin();
    const bool is_one = x3::phrase_parse(at, formula.end(), x3::with<X>(x)[sum], x3::space, value);
    return is_one && at == formula.end() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Setting> setting_of(const std::string& text, double x) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) return std::nullopt;
    Setting setting{text.substr(0, equals), ""};
    std::size_t at = equals + 1;
    for (;;) {
        const auto begin = text.find("${", at);
        setting.value += text.substr(at, begin - at);
        if (begin == std::string::npos) return setting;
        const auto end = text.find('}', begin);
        if (end == std::string::npos) return std::nullopt;
        const auto value = worked_out(std::string_view(text).substr(begin + 2, end - begin - 2), x);
        if (!value) return std::nullopt;
        setting.value += fmt::format("{:.12g}", *value);
        at = end + 1;
    }
}

std::vector<Setting> settings_of(const Lever& lever, double x) {
    std::vector<Setting> all;
    for (const auto& key : lever.keys) {
        if (auto setting = setting_of(key, x)) all.push_back(std::move(*setting));
    }
    return all;
}

}  // namespace aforo::scenario
