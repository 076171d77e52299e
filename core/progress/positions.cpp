#include "core/progress/positions.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/base/text.hpp"
#include "core/progress/validity.hpp"

namespace accord {
namespace {

std::optional<Day> taken_on(const Position& p) { return p.date ? p.date->middle() : std::nullopt; }

struct Subject {
  Id<Party> party;
  Id<Track> track;
  Id<Milestone> milestone;
  auto operator<=>(const Subject&) const = default;
};

class Mapper {
 public:
  Mapper(const Dossier& dossier, Day as_of, const Tongue& tongue) : dossier_(dossier), as_of_(as_of), t(tongue) {}

  PositionMap map() && {
    std::map<Subject, const Position*> newest;
    std::map<Id<Party>, const Position*> last;
    for (const Position& p : dossier_.all<Position>()) {
      if (const auto day = taken_on(p); day && *day > as_of_) continue;
      keep_newer(newest[{p.party, p.track, p.milestone}], p);
      keep_newer(last[p.party], p);
    }
    for (const auto& [subject, p] : newest) out_.rows.push_back({subject.party, Id<Position>(p->id), p->stance});
    for (const auto& [party, p] : last) ++out_.by_stance.at(static_cast<std::size_t>(p->stance));
    for (const Party& party : dossier_.all<Party>()) {
      const bool asked = party.kind == PartyKind::member_state || party.kind == PartyKind::group;
      const bool there = valid_on(party.valid_from, party.valid_to, as_of_) != Valid::no;
      if (!asked || !there || last.count(Id<Party>(party.id))) continue;
      out_.rows.push_back({Id<Party>(party.id), {}, Stance::unknown});
      ++out_.silent;
    }
    std::stable_sort(out_.rows.begin(), out_.rows.end(), [&](const PositionRow& a, const PositionRow& b) { return code_of(a) < code_of(b); });
    speak();
    return std::move(out_);
  }

 private:
  std::string code_of(const PositionRow& row) const { return lower(dossier_.code_of(Kind::party, row.party)); }

  static void keep_newer(const Position*& kept, const Position& other) {
    if (!kept || taken_on(other) >= taken_on(*kept)) kept = &other;
  }

  void speak() {
    const int known = std::accumulate(out_.by_stance.begin(), out_.by_stance.end(), 0);
    if (known == 0) return out_.sentences.push_back(t("No position is recorded."));
    const auto many = [&](Stance stance) { return out_.by_stance.at(static_cast<std::size_t>(stance)); };
    out_.sentences.push_back(t("In support: {}; with a reserve: {}; against: {}; stance unknown: {}.", many(Stance::support),
                               many(Stance::reserve), many(Stance::oppose), many(Stance::unknown)));
    if (out_.silent > 0)
      out_.sentences.push_back(t.plural("Of {} Member State or group nothing is recorded.",
                                        "Of {} Member States and groups nothing is recorded.", out_.silent));
  }

  const Dossier& dossier_;
  Day as_of_;
  const Tongue& t;
  PositionMap out_;
};

}  // namespace

PositionMap position_map(const Dossier& dossier, Day as_of, const Tongue& tongue) { return Mapper(dossier, as_of, tongue).map(); }

}  // namespace accord
