#pragma once
// Cells of a tracker table that mean more than one field's text. Internal to db/exchange.
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "core/calendar/duration.hpp"
#include "core/model/estimate.hpp"
#include "core/model/record.hpp"

namespace accord {

// yes, no, * for the whole milestone, or field names joined by ";". What cannot be read is a problem (field.unknown …): a
// mark that gets lost would put the milestone into the public edition.
Result<Restrictions> tracker_marks(const std::string& text);

// A day as spreadsheets and people write it ("31/12/2027" with the day first, "31.12.2027", "1 March 2027") as YYYY-MM-DD;
// a day that does not exist too; anything else unchanged, so that whoever reads it says what is wrong.
std::string tracker_day(const std::string& text);

// The cells min, max and distribution, null where they are empty, and the row's duration.
struct TrackerSpread {
  const std::string* low = nullptr;
  const std::string* high = nullptr;
  const std::string* shape = nullptr;
  std::optional<Duration> duration;
};
// min, max and duration together are a PERT estimate unless `shape` says otherwise. import.estimate where one of them is
// missing, estimate.unit for months, and the codes of Estimate::parse().
Result<Estimate> tracker_estimate(const TrackerSpread& spread);

}  // namespace accord
