#pragma once
// Canonical text of each type that a field may have, both ways. Used by the descriptions only.
#include <concepts>
#include <optional>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/date_rule.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/model/estimate.hpp"
#include "core/model/field.hpp"

namespace accord {

template <class V>
struct Codec;

template <>
struct Codec<std::string> {
  static constexpr FieldType type = FieldType::text;
  static std::string write(const std::string& v) { return v; }
  static Result<std::string> read(std::string_view t) {
    if (const auto bad = first_invalid_utf8(t)) return Diagnostic{.code = "text.encoding", .message = say("The text is not valid UTF-8."), .found = say("a wrong byte at position {}", *bad + 1), .advice = say("save the file as UTF-8 and try again")};
    if (t.find('\0') != t.npos) return Diagnostic{.code = "text.control", .message = say("The text contains a zero byte."), .advice = say("remove it")};
    return std::string(trim(t));
  }
};

template <>
struct Codec<bool> {
  static constexpr FieldType type = FieldType::boolean;
  static std::string write(bool v) { return v ? "yes" : ""; }
  static Result<bool> read(std::string_view t);
};

template <>
struct Codec<std::optional<int>> {
  static constexpr FieldType type = FieldType::integer;
  static std::string write(std::optional<int> v) { return v ? std::to_string(*v) : ""; }
  static Result<std::optional<int>> read(std::string_view t);
};

template <>
struct Codec<std::optional<double>> {
  static constexpr FieldType type = FieldType::number;
  static std::string write(std::optional<double> v) { return v ? number_text(*v) : ""; }
  static Result<std::optional<double>> read(std::string_view t);
};

template <>
struct Codec<std::optional<Day>> {
  static constexpr FieldType type = FieldType::day;
  static std::string write(std::optional<Day> v) { return v ? to_iso(*v) : ""; }
  static Result<std::optional<Day>> read(std::string_view t) {
    if (t.empty()) return std::optional<Day>{};
    const auto day = parse_day(t);
    return day ? Result<std::optional<Day>>(*day) : day.errors();
  }
};

// Value types with `static Result<V> parse(text)` and `text()`.
template <class V>
  requires requires(const V& v) { { v.text() } -> std::convertible_to<std::string>; V::parse(std::string_view{}); }
struct Codec<std::optional<V>> {
  static constexpr FieldType type = std::same_as<V, FuzzyDate> ? FieldType::fuzzy_date
                                    : std::same_as<V, Duration> ? FieldType::duration
                                    : std::same_as<V, Lag>      ? FieldType::lag
                                    : std::same_as<V, Estimate> ? FieldType::estimate
                                                                : FieldType::rule;
  static std::string write(const std::optional<V>& v) { return v ? v->text() : ""; }
  static Result<std::optional<V>> read(std::string_view t) {
    if (trim(t).empty()) return std::optional<V>{};
    auto value = V::parse(t);
    return value ? Result<std::optional<V>>(std::optional<V>(std::move(value).value())) : value.errors();
  }
};

template <class E>
  requires std::is_enum_v<E>
struct Codec<E> {
  static constexpr FieldType type = FieldType::choice;
  static std::string write(E v) { return std::string(Choices<E>::list[static_cast<std::size_t>(v)].code); }
  static Result<E> read(std::string_view t) {
    for (std::size_t i = 0; i < std::size(Choices<E>::list); ++i)
      if (same_ignoring_case(t, Choices<E>::list[i].code)) return static_cast<E>(i);
    if (t.empty()) return E{};
    return unknown_choice(Choices<E>::list, t);
  }
};
Diagnostic unknown_choice(std::span<const Choice> choices, std::string_view found);

template <class T>
struct KindOf;  // KindOf<Track>::value; specialised in records.hpp

template <class T>
struct Codec<Id<T>> {
  static constexpr FieldType type = FieldType::reference;
  static std::string write(Id<T> v) { return v ? std::to_string(v.number) : ""; }
  static Result<Id<T>> read(std::string_view t) {
    if (t.empty()) return Id<T>{};
    const auto n = parse_integer(t);
    if (!n || *n < 1) return Diagnostic{.code = "reference.syntax", .message = say("A reference must be a record's number."), .found = std::string(t)};
    return Id<T>{*n};
  }
};

template <class T>
struct Codec<std::vector<Id<T>>> {
  static constexpr FieldType type = FieldType::references;
  static std::string write(const std::vector<Id<T>>& v) {
    std::string out;
    for (const Id<T>& id : v) out += (out.empty() ? "" : ";") + std::to_string(id.number);
    return out;
  }
  static Result<std::vector<Id<T>>> read(std::string_view t) {
    std::vector<Id<T>> ids;
    for (const std::string& part : split(t, ';')) {
      auto id = Codec<Id<T>>::read(part);
      if (!id) return id.errors();
      if (*id) ids.push_back(*id);
    }
    return ids;
  }
};

template <>
struct Codec<Restrictions> {
  static constexpr FieldType type = FieldType::restrictions;
  static std::string write(const Restrictions& v);
  static Result<Restrictions> read(std::string_view t);
};

template <>
struct Codec<Translations> {
  static constexpr FieldType type = FieldType::long_text;
  static std::string write(const Translations& v) { return v.text(); }
  static Result<Translations> read(std::string_view t) {
    const auto text = Codec<std::string>::read(t);
    if (!text) return text.errors();
    return Translations::parse(*text);
  }
};

template <class V>
inline constexpr Kind target_of = Kind::dossier;
template <class T>
inline constexpr Kind target_of<Id<T>> = KindOf<T>::value;
template <class T>
inline constexpr Kind target_of<std::vector<Id<T>>> = KindOf<T>::value;

template <class M>
struct MemberOf;
template <class C, class V>
struct MemberOf<V C::*> {
  using Class = C;
  using Value = V;
};

template <class V>
constexpr std::span<const Choice> choices_of() {
  if constexpr (std::is_enum_v<V>) return Choices<V>::list;
  else return {};
}

// One line of a description: the member, its name, its label, its hint.
template <auto Member>
Field field(std::string_view name, std::string_view label, std::string_view hint = {}) {
  using Class = typename MemberOf<decltype(Member)>::Class;
  using Value = typename MemberOf<decltype(Member)>::Value;
  Field f;
  f.name = name;
  f.label = label;
  f.hint = hint;
  f.type = Codec<Value>::type;
  f.choices = choices_of<Value>();
  f.target = target_of<Value>;
  f.prose = f.type == FieldType::text || f.type == FieldType::long_text;
  f.read = [](const Record& r) { return Codec<Value>::write(static_cast<const Class&>(r).*Member); };
  f.write = [](Record& r, std::string_view text) -> Outcome {
    auto value = Codec<Value>::read(text);
    if (!value) return value.errors();
    static_cast<Class&>(r).*Member = std::move(value).value();
    return Done{};
  };
  return f;
}

inline Field required(Field f) { f.required = true; return f; }
inline Field as(FieldType type, Field f) {
  f.type = type;
  f.prose = f.prose && (type == FieldType::text || type == FieldType::long_text);
  return f;
}
inline Field long_text(Field f) { return as(FieldType::long_text, std::move(f)); }
inline Field no_prose(Field f) { f.prose = false; return f; }
inline Field secret(Field f) { f.restricted_from_start = true; return f; }

// The description's fields with those of every record around them: `code` first; source, confidence, notes,
// translations, restricted last.
std::vector<Field> with_common(std::vector<Field> own);

}  // namespace accord
