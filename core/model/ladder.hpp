#pragma once
// The ladder of completion: how far a requirement really is, instead of a percentage. A registered draft is a low rung;
// only the last rung closes a requirement. Every dossier may have rungs of its own.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace accord {

class Dossier;

struct Rung {
  std::string code;   // small letters, digits and underscores: "by_laws"
  std::string label;  // "By-laws in place"
  bool operator==(const Rung&) const = default;
};
using LadderRungs = std::vector<Rung>;  // from the lowest; at least two

inline constexpr std::string_view first_rung = "not_started";

// Not started, drafted, adopted, by-laws in place, applied, verified.
const LadderRungs& usual_ladder();
// "not_started=Not started; drafted=Drafted": one rung per part, the lowest first; a rung without "=" is called by its
// code. ladder.syntax: fewer than two rungs, a lowest one that is not not_started, a code used twice or badly spelt.
Result<LadderRungs> parse_ladder(std::string_view text);
// The dossier's own, or the usual one where it has none or one that cannot be read.
LadderRungs ladder_of(const Dossier& dossier);

// The rung's place from 0; nothing where the ladder has none of that code. Case does not matter.
std::optional<std::size_t> rung_at(const LadderRungs& ladder, std::string_view code);
// The label, or the code as it stands where the ladder does not have it.
std::string rung_label(const LadderRungs& ladder, std::string_view code);
// How far up a rung is: 0 on the first (and where the ladder does not have it), 1 on the last.
double rung_share(const LadderRungs& ladder, std::string_view code);
// On the last rung: nothing is left to be done.
bool on_top(const LadderRungs& ladder, std::string_view code);

}  // namespace accord
