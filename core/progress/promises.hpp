#pragma once
// Commitments: what became of each, and the record of those who made them.
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"

namespace accord {

struct Promise {
  Id<Commitment> commitment;
  CommitmentState state = CommitmentState::open;
  std::optional<Day> due;  // the last day that keeps it
  std::optional<int>
      slip_days;  // kept or slipped: days after that day, 0 when in time; absent where a day is not known
  std::optional<int> overdue_days;  // open: days since that day, when it has passed
  std::string sentence;             // "Slipped by 3 days: promised by 28 February 2026, done on 3 March 2026."
};

// What somebody's promises were worth.
struct PromiseRecord {
  Id<Party> party;  // one of the two is set
  Id<Person> person;
  int made = 0, open = 0, kept = 0, slipped = 0, broken = 0, overdue = 0, in_public = 0;
  int slips_known = 0;                   // of those that slipped, whose days are known
  std::optional<double> mean_slip_days;  // of these
};

struct PromiseReport {
  std::vector<Promise> promises;       // by due day, those without one last, then by id
  std::vector<PromiseRecord> parties;  // most promises first, then by code
  std::vector<PromiseRecord> people;
  std::vector<PromiseRecord> makers;  // each promise once: with the person who made it, else the party; most promises first
};

// Whether it has been made by the day and was still to be kept then: what was resolved later was open.
bool is_open_on(const Commitment& commitment, Day as_of);

// Who owes a promise: the person who made it, and the party or, where none is named, that person's institution as it
// exists on the day.
struct Promiser {
  Id<Person> person;
  Id<Party> party;
  std::string name;  // the person's, else the party's; "" for nobody
};
Promiser who_owes(const Dossier& dossier, const Commitment& commitment, Day as_of);

// What was made after the day has not been made, what was resolved after it is open.
PromiseReport promise_report(const Dossier& dossier, Day as_of, const Tongue& tongue = spoken());

// One word for a state, as its choice is called: "kept".
std::string_view promise_word(CommitmentState state);
// "Made 3 promises: 1 kept, 1 slipped, 1 open, of which 1 overdue. What slipped was 3 days late."
std::string record_in_words(const PromiseRecord& record, const Tongue& tongue = spoken());

}  // namespace accord
