#include "core/progress/validity.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

bool begun_by(const std::optional<FuzzyDate>& from, Day day) {
  return !from || !from->earliest() || *from->earliest() <= day;
}
bool ended_before(const std::optional<FuzzyDate>& to, Day day) { return to && to->latest() && *to->latest() < day; }

// There on no day from `first` to `last`.
template <class R>
bool never_there(const R& record, Day first, Day last) {
  return !begun_by(record.valid_from, last) || ended_before(record.valid_to, first);
}

template <class R>
std::string times_of(const R& record) {
  if (record.valid_from && record.valid_to) return say("from {} until {}", record.valid_from->text(), record.valid_to->text());
  if (record.valid_from) return say("from {}", record.valid_from->text());
  return record.valid_to ? say("until {}", record.valid_to->text()) : std::string();
}

template <class R>
std::vector<const R*> all_on(const Dossier& dossier, Day day) {
  std::vector<const R*> out;
  for (const R& record : dossier.all<R>())
    if (valid_on(record.valid_from, record.valid_to, day) != Valid::no) out.push_back(&record);
  return out;
}

Diagnostic absent(const Entry& entry, std::string code, std::string message, const std::string& times) {
  Diagnostic d{.code = std::move(code),
               .message = std::move(message),
               .found = times,
               .advice = say("check the entry's date, or who it was")};
  d.place.record = entry.code;
  d.severity = Severity::note;
  return d;
}

}  // namespace

Valid valid_on(const std::optional<FuzzyDate>& from, const std::optional<FuzzyDate>& to, Day day) {
  if (!begun_by(from, day) || ended_before(to, day)) return Valid::no;
  const bool surely_begun = !from || (from->latest() && *from->latest() <= day);
  const bool surely_there = !to || (to->earliest() && *to->earliest() >= day);
  return surely_begun && surely_there ? Valid::yes : Valid::maybe;
}

std::vector<const Person*> people_on(const Dossier& dossier, Day day) { return all_on<Person>(dossier, day); }
std::vector<const Party*> parties_on(const Dossier& dossier, Day day) { return all_on<Party>(dossier, day); }

const Party* party_on(const Dossier& dossier, Id<Party> id, Day day) {
  const Party* party = dossier.find(id);
  // A chain of successors cannot be longer than there are institutions.
  for (std::size_t i = 0; party && i < dossier.all<Party>().size() && ended_before(party->valid_to, day); ++i) {
    const Party* next = dossier.find(party->successor);
    if (!next) break;
    party = next;
  }
  return party;
}

Diagnostics check_presence(const Dossier& dossier) {
  Diagnostics out;
  for (const Entry& entry : dossier.all<Entry>()) {
    if (!entry.date || !entry.date->earliest() || !entry.date->latest() || entry.kind == EntryKind::context ||
        entry.kind == EntryKind::appointment)
      continue;
    const Day first = *entry.date->earliest(), last = *entry.date->latest();
    for (const Id<Person> id : entry.people)
      if (const Person* person = dossier.find(id); person && never_there(*person, first, last))
        out.push_back(absent(entry, "track.person_not_in_role",
                             person->role.empty() ? say("{} names {}, who was not in the role then.", entry.code, person->title)
                                                  : say("{} names {}, who was not {} then.", entry.code, person->title, person->role),
                             times_of(*person)));
    for (const Id<Party> id : entry.parties) {
      const Party* party = dossier.find(id);
      if (!party || !never_there(*party, first, last)) continue;
      const Party* then = party_on(dossier, id, first);
      out.push_back(
          absent(entry, "track.party_not_there",
                 then && then != party ? say("{} names {}, which did not exist then; its successor is {}.", entry.code,
                                             title_of(Kind::party, *party), title_of(Kind::party, *then))
                                       : say("{} names {}, which did not exist then.", entry.code, title_of(Kind::party, *party)),
                 times_of(*party)));
    }
  }
  return out;
}

}  // namespace accord
