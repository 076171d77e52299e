#include "core/model/codec.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"

namespace accord {

template <>
struct Choices<Confidence> {
  static constexpr Choice list[] = {{"", "Not stated"}, {"official", "Official"}, {"press", "Press"}, {"secondary", "Secondary"}};
};

Result<bool> Codec<bool>::read(std::string_view t) {
  for (std::string_view yes : {"yes", "true", "1"})
    if (same_ignoring_case(t, yes)) return true;
  for (std::string_view no : {"", "no", "false", "0"})
    if (same_ignoring_case(t, no)) return false;
  return Diagnostic{.code = "boolean.syntax", .message = say("This is neither yes nor no."), .expected = say("yes or no"), .found = fmt::format("\"{}\"", t)};
}

Result<std::optional<int>> Codec<std::optional<int>>::read(std::string_view t) {
  if (t.empty()) return std::optional<int>{};
  const auto n = parse_integer(t);
  if (n && (*n < -1'000'000'000 || *n > 1'000'000'000))
    return Diagnostic{.code = "integer.syntax", .message = say("This number is too large to be kept."), .expected = say("a whole number from {} to {}", -1'000'000'000, 1'000'000'000), .found = fmt::format("\"{}\"", t)};
  if (!n)
    return Diagnostic{.code = "integer.syntax", .message = say("This is not a whole number."), .expected = say("a whole number such as 3"), .found = fmt::format("\"{}\"", t)};
  return std::optional<int>(static_cast<int>(*n));
}

Result<std::optional<double>> Codec<std::optional<double>>::read(std::string_view t) {
  if (t.empty()) return std::optional<double>{};
  const auto n = parse_number(t);
  if (!n) return Diagnostic{.code = "number.syntax", .message = say("This is not a number."), .expected = say("a number such as 12.5, with a decimal point"), .found = fmt::format("\"{}\"", t)};
  return n;
}

Diagnostic unknown_choice(std::span<const Choice> choices, std::string_view found) {
  std::vector<std::string> codes;
  for (const Choice& c : choices)
    if (!c.code.empty()) codes.emplace_back(c.code);
  const auto near = nearest(found, codes);
  return {.code = "choice.unknown", .message = say("This is not one of the possible values."), .expected = say("one of {}", join(codes, ", ")),
          .found = fmt::format("\"{}\"", found), .advice = near ? say("did you mean {}?", *near) : ""};
}

std::string Codec<Restrictions>::write(const Restrictions& v) {
  std::vector<std::string> parts(v.fields().begin(), v.fields().end());
  if (v.hides_record()) parts.insert(parts.begin(), "*");
  return join(parts, ";");
}

Result<Restrictions> Codec<Restrictions>::read(std::string_view t) {
  Restrictions restrictions;
  for (const std::string& part : split(t, ';')) {
    if (part == "*") restrictions.set_record(true);
    else if (!part.empty()) restrictions.set_field(lower(part), true);
  }
  return restrictions;
}

std::vector<Field> with_common(std::vector<Field> own) {
  own.insert(own.begin(), required(no_prose(field<&Record::code>("code", "Code", "letters, digits, . _ -; at most 32"))));
  own.push_back(field<&Record::source>("source", "Source", "a link, an act, or who said it"));
  own.push_back(field<&Record::confidence>("confidence", "Confidence"));
  own.push_back(long_text(field<&Record::notes>("notes", "Notes")));
  own.push_back(no_prose(field<&Record::translations>("translations", "Translations", "title.ru=Подписание, one per line")));
  own.push_back(field<&Record::restricted>("restricted", "Restricted", "* for the record, or field names"));
  return own;
}

}  // namespace accord
