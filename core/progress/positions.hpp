#pragma once
// The map of positions: where each Member State and each group stands, and of how many nothing is recorded.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"

namespace accord {

struct PositionRow {
  Id<Party> party;
  std::optional<Id<Position>> position;  // the newest on its subject; absent where nothing is recorded
  Stance stance = Stance::unknown;
};

struct PositionMap {
  // What has a position, and every Member State and group that exists on the day; by code. A party has a row for each track or
  // milestone that it has spoken on.
  std::vector<PositionRow> rows;
  std::array<int, 4> by_stance{};  // parties by their newest position: unknown, support, reserve, oppose
  int silent = 0;                  // Member States and groups of which nothing is recorded
  std::vector<std::string> sentences;  // never empty
};

// Positions taken after the day do not count; one of an unknown day does, and is the oldest.
PositionMap position_map(const Dossier& dossier, Day as_of, const Tongue& tongue = spoken());

}  // namespace accord
