#pragma once
// Momentum: how often the two sides meet, in which rhythm rounds follow one another, and what became of what was
// announced.
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/progress/announcements.hpp"

namespace accord {

struct MonthOfMeetings {
  Day month;                                             // its first day
  int rounds = 0, visits = 0, meetings = 0, others = 0;  // rounds as held, see gaps; others: statements and documents
};

struct RoundGap {
  Id<Entry> from, to;
  int days = 0;
};

struct AnnouncedRound : Announced {  // or visit, or meeting
  std::string sentence;
};

struct Momentum {
  Day as_of;
  std::vector<MonthOfMeetings> months;  // every month from the first entry to the day, empty ones too
  int undated = 0;                      // entries whose month is not known
  std::vector<RoundGap> gaps;           // rounds of one day on several tracks are one round
  std::optional<double> mean_gap_days;
  std::optional<int> days_since_round;
  int rounds = 0;  // held, as counted above
  std::vector<AnnouncedRound> announced;
  std::vector<std::string> sentences;  // for people; never empty
};

// Of the whole dossier, or of one track. Entries after the day, context, appointments, and accounts that were set aside
// do not count, but what they announce does. A date spread over more than a month belongs to none.
Momentum momentum(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track = {},
                  const Tongue& tongue = spoken());

}  // namespace accord
