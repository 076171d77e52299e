#pragma once
// Which dates of a plan have moved since an earlier state of it.
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"

namespace accord {

struct StandingInput;

struct MovedDate {
  std::string code;
  std::string name;       // "Signature (visa facilitation, VFA.10)"
  Day before, now;        // early finishes
  int days = 0;           // calendar days; positive = later
  bool telling = false;   // a goal's milestone, or one of initialled, signed and in force
};
// Since the input's earlier plan: the milestones that are open now and had a date then, in outline order; empty where none
// has moved or there is no earlier plan.
std::vector<MovedDate> moved_dates(const StandingInput& input);

// "Signature (VFA.10) is now forecast for 26 October 2027, 42 days later than before."
std::string in_words(const MovedDate& moved, const Tongue& tongue);

}  // namespace accord
