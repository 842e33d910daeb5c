#include "visitor_reader.hpp"

#include <charconv>
#include <set>

#include "aforo/core/text.hpp"

namespace aforo::scenario {

core::Place Places::nearest(std::string path) const {
    for (;;) {
        if (const auto found = of.find(path); found != of.end()) {
            return found->second;
        }
        const auto dot = path.find_last_of(".[");
        if (dot == std::string::npos) {
            const auto root = of.find("");
            return root == of.end() ? core::Place{} : root->second;
        }
        path.resize(dot);
    }
}

void Reader::apply(const Node& root, Scenario& scenario, std::vector<std::string> also) {
    Frame frame{&root, "", {}, std::move(also), false};
    open_frame(root, "", frame);
    describe(*this, scenario);
    close_frame();
    frame_ = nullptr;
}

const Node* Reader::take(const char* key) {
    frame_->known.emplace_back(key);
    const Entry* e = frame_->node->find(key);
    return e ? &e->value : nullptr;
}

void Reader::open_frame(const Node& n, const std::string& path, Frame& frame) {
    places_.of[path] = n.place;
    for (const auto& e : n.entries) {
        if (is_reserved(e.key)) read_origin(e, path, frame.inherited);
    }
    frame_ = &frame;
}

void Reader::read_origin(const Entry& e, const std::string& path, Provenance& origin) {
    const bool is_source = e.key == "source";
    const std::string here = path.empty() ? e.key : path + "." + e.key;
    if (read(e.value, here, anything, is_source ? origin.source : origin.note) && is_source) {
        places_.references.emplace(path, Places::Reference{origin.source, e.value.place});
    }
}

// Keys that name regions and sources become parts of paths and appear beside the words of provenance.
bool Reader::is_name(const std::string& key) {
    const auto is_good = [](char32_t c) {
        return (c >= 0x80 && !core::is_hidden(c)) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    for (std::string_view left = key; !left.empty();) {
        const core::CodePoint c = core::decode(left);
        if (!c.valid || !is_good(c.value)) return false;
        left.remove_prefix(c.length);
    }
    return !key.empty() && key.size() <= 64 && key != "value" && key != "range";
}

// Accepts only the usual spelling, so that 7, 07 and 7.0 are not three keys of one thing.
bool Reader::whole_key(const std::string& key, int low, int high, int& out) {
    int value = 0;
    const auto [stop, error] = std::from_chars(key.data(), key.data() + key.size(), value);
    if (error != std::errc() || fmt::format("{}", value) != key || value < low || value > high) return false;
    out = value;
    return true;
}

void Reader::close_frame() {
    if (frame_->any_key) return;
    frame_->known.insert(frame_->known.end(), {"source", "note"});
    for (const auto& e : frame_->node->entries) {
        if (std::find(frame_->known.begin(), frame_->known.end(), e.key) == frame_->known.end()) {
            unknown(e, join(e.key), frame_->known);
        }
    }
}

void Reader::unknown(const Entry& e, const std::string& path, const std::vector<std::string>& known) {
    if (report_.is_full()) return report_.error(e.place, path, {});  // counted only, because a suggestion costs time
    const std::string near = core::nearest(e.key, known);
    Message hint = near.empty() ? Message{}
                                : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)};
    if (near.empty()) {
        std::string all;
        for (const auto& k : known) {
            if (!is_reserved(k)) all += (all.empty() ? "" : ", ") + k;
        }
        hint = {"aquí se admiten: " + all, "allowed here: " + all};
    }
    if (e.value.kind == Node::Kind::null && e.key.find_first_of("0123456789") == 0) {  // {share: 0,3} or {mean: 1,5 h}
        hint = {"¿es una coma decimal? use punto", "is it a decimal comma? use a point"};
    }
    report_.error(e.place, path, {"clave desconocida", "unknown key"}, hint);
}

void Reader::not_among(const Node& n, const std::string& path, const std::vector<std::string>& words) {
    std::string all;
    for (const auto& w : words) all += (all.empty() ? "" : ", ") + w;
    const std::string near = core::nearest(n.text, words);
    report_.error(
        n.place, path,
        {fmt::format("«{}» no es un valor admitido", n.text), fmt::format("'{}' is not an allowed value", n.text)},
        near.empty() ? Message{"se admiten: " + all, "allowed: " + all}
                     : Message{fmt::format("¿quiso decir {}?", near), fmt::format("did you mean {}?", near)});
}

bool Reader::has_decimal_commas(const Node& n, const std::string& path) {
    const Node* tight = nullptr;
    bool is_spaced = false;
    for (std::size_t i = 0; i + 1 < n.items.size(); ++i) {
        const Node &a = n.items[i], &b = n.items[i + 1];
        if (a.place.line != b.place.line || !is_number(a) || !is_number(b)) return false;
        const int between = b.place.column - a.place.column - static_cast<int>(a.text.size());
        if (between > 1) {
            is_spaced = true;
        } else if (!tight) {
            tight = &a;
        }
    }
    if (!tight || !is_spaced) return false;
    report_.error(tight->place, path, {"una coma separa valores", "a comma separates values"},
                  {"¿es una coma decimal? use punto", "is it a decimal comma? use a point"});
    return true;
}

// Reports a value of an unexpected kind, unless it was reported already.
bool Reader::wrong_kind(const Node& n, const std::string& path, const Message& what, const Message& hint) {
    if (!n.refused) report_.error(n.place, path, what, hint);
    return false;
}

bool Reader::expect_scalar(const Node& n, const std::string& path) {
    if (n.kind == Node::Kind::scalar) return true;
    if (n.kind == Node::Kind::null) return wrong_kind(n, path, {"falta el valor", "the value is missing"});
    const bool has_origin = n.find("range") || n.find("source") || n.find("note");
    return wrong_kind(n, path, {"se esperaba un solo valor", "a single value was expected"},
                      has_origin ? Message{"escriba {value: …, source: …}", "write {value: …, source: …}"} : Message{});
}

bool Reader::expect_list(const Node& n, const std::string& path) {
    return n.kind == Node::Kind::list ||
           wrong_kind(n, path, {"se esperaba una lista", "a list was expected"}, {"escriba [a, b]", "write [a, b]"});
}

void Reader::forget(const std::string& prefix) {
    const auto drop = [&](auto& map) {
        for (auto it = map.lower_bound(prefix); it != map.end() && it->first.starts_with(prefix);) {
            const bool below =
                it->first.size() == prefix.size() || it->first[prefix.size()] == '.' || it->first[prefix.size()] == '[';
            it = below ? map.erase(it) : std::next(it);
        }
    };
    drop(places_.of);
    drop(places_.references);
    drop(provenance_);
}

}  // namespace aforo::scenario
