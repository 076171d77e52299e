#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/edit/entry_text.hpp"

namespace accord {
namespace {

bool is_code_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

std::optional<LinkType> type_named(std::string_view text) {
  for (std::size_t i = 0; i < std::size(Choices<LinkType>::list); ++i)
    if (same_ignoring_case(text, Choices<LinkType>::list[i].code)) return static_cast<LinkType>(i);
  return std::nullopt;
}

// Reads type and lag behind a code: "", "FS", "SS-2ed", "+5d".
Result<Predecessor> with_tail(std::string_view code, std::string_view tail) {
  Predecessor p{std::string(code), LinkType::finish_start, std::nullopt};
  tail = trim(tail);
  if (tail.size() >= 2)
    if (const auto type = type_named(tail.substr(0, 2))) {
      p.type = *type;
      tail = trim(tail.substr(2));
    }
  if (tail.empty()) return p;
  if (tail.front() != '+' && tail.front() != '-')
    return Diagnostic{.code = "predecessor.syntax", .message = say("This is not a predecessor."), .expected = say("a code, then FS, SS, FF or SF, then a lag with its sign, such as A.2FS+5d"), .found = std::string(code) + std::string(tail)};
  const auto lag = Lag::parse(tail);
  if (!lag) return lag.errors();
  p.lag = *lag;
  return p;
}

Result<Predecessor> parse_one(std::string_view text, const std::function<bool(std::string_view)>& known) {
  std::size_t longest = 0;
  while (longest < text.size() && is_code_char(text[longest])) ++longest;
  // The longest known code first; where none is known, the longest before a link type that leaves a readable tail.
  for (std::size_t n = longest; n > 0; --n)
    if (known(text.substr(0, n)))
      if (auto p = with_tail(text.substr(0, n), text.substr(n))) return p;
  for (std::size_t n = longest; n > 0; --n)
    if (type_named(trim(text.substr(n)).substr(0, 2)))
      if (auto p = with_tail(text.substr(0, n), text.substr(n))) return p;
  return with_tail(text.substr(0, longest), text.substr(longest));
}

}  // namespace

Result<std::vector<Predecessor>> parse_predecessors(std::string_view text, const std::function<bool(std::string_view)>& known) {
  std::vector<Predecessor> out;
  Diagnostics problems;
  for (const std::string& part : split(text, ';')) {
    if (part.empty()) continue;
    auto p = parse_one(part, known);
    if (p && check_code(p->code)) out.push_back(std::move(p).value());
    else if (p) problems.push_back({.code = "predecessor.syntax", .message = say("This is not a predecessor."), .expected = say("a code, then FS, SS, FF or SF, then a lag with its sign, such as A.2FS+5d"), .found = part});
    else problems.insert(problems.end(), p.errors().begin(), p.errors().end());
  }
  if (!problems.empty()) return problems;
  return out;
}

}  // namespace accord
