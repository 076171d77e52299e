#include "core/model/ladder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/dossier.hpp"

namespace accord {
namespace {

bool is_rung_code(std::string_view code) {
  return !code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Diagnostic unreadable(std::string message, std::string_view found) {
  return {.code = "ladder.syntax",
          .message = std::move(message),
          .expected = say("rungs from the lowest, such as not_started=Not started; drafted=Drafted; applied=Applied"),
          .found = fmt::format("\"{}\"", found)};
}

}  // namespace

const LadderRungs& usual_ladder() {
  static const LadderRungs rungs{
      {std::string(first_rung), "Not started"}, {"drafted", "Drafted"}, {"adopted", "Adopted"},
      {"by_laws", "By-laws in place"},          {"applied", "Applied"}, {"verified", "Verified"}};
  return rungs;
}

Result<LadderRungs> parse_ladder(std::string_view text) {
  LadderRungs rungs;
  for (const std::string& part : split(text, ';')) {
    if (part.empty()) continue;
    const std::size_t sign = part.find('=');
    Rung rung{lower(trim(std::string_view(part).substr(0, sign))), ""};
    rung.label = sign == part.npos ? rung.code : std::string(trim(std::string_view(part).substr(sign + 1)));
    if (!is_rung_code(rung.code))
      return unreadable(say("A rung of the ladder needs a code of small letters, digits and underscores."), part);
    if (rung.label.empty()) return unreadable(say("A rung of the ladder needs a name."), part);
    if (rung_at(rungs, rung.code))
      return unreadable(say("The rung {} stands on the ladder twice.", rung.code), part);
    rungs.push_back(std::move(rung));
  }
  if (!rungs.empty() && rungs.front().code != first_rung)
    return unreadable(say("The lowest rung of every ladder is not_started, where each requirement begins."),
                      rungs.front().code);
  if (rungs.size() < 2) return unreadable(say("A ladder needs two rungs at least."), text);
  return rungs;
}

LadderRungs ladder_of(const Dossier& dossier) {
  if (trim(dossier.info().ladder).empty()) return usual_ladder();
  auto own = parse_ladder(dossier.info().ladder);
  return own ? std::move(own).value() : usual_ladder();
}

std::optional<std::size_t> rung_at(const LadderRungs& ladder, std::string_view code) {
  for (std::size_t i = 0; i < ladder.size(); ++i)
    if (same_ignoring_case(ladder[i].code, code)) return i;
  return std::nullopt;
}

std::string rung_label(const LadderRungs& ladder, std::string_view code) {
  const auto at = rung_at(ladder, code);
  return at ? ladder[*at].label : std::string(code);
}

double rung_share(const LadderRungs& ladder, std::string_view code) {
  return static_cast<double>(rung_at(ladder, code).value_or(0)) / static_cast<double>(ladder.size() - 1);
}

bool on_top(const LadderRungs& ladder, std::string_view code) { return same_ignoring_case(ladder.back().code, code); }

}  // namespace accord
