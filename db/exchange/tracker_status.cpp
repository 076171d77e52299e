#include "db/exchange/tracker_status.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace accord {
namespace {

struct Word {
  std::string_view theirs;
  TrackerStatus meaning;
};
constexpr Word words[] = {{"not started", TrackerStatus::open},     {"not yet started", TrackerStatus::open},
                          {"open", TrackerStatus::open},            {"planned", TrackerStatus::open},
                          {"pending", TrackerStatus::open},         {"to do", TrackerStatus::open},
                          {"todo", TrackerStatus::open},            {"scheduled", TrackerStatus::open},
                          {"upcoming", TrackerStatus::open},        {"active", TrackerStatus::open},
                          {"new", TrackerStatus::open},             {"0 %", TrackerStatus::open},
                          {"in progress", TrackerStatus::begun},    {"ongoing", TrackerStatus::begun},
                          {"on going", TrackerStatus::begun},       {"started", TrackerStatus::begun},
                          {"begun", TrackerStatus::begun},          {"underway", TrackerStatus::begun},
                          {"under way", TrackerStatus::begun},      {"on track", TrackerStatus::begun},
                          {"wip", TrackerStatus::begun},            {"done", TrackerStatus::done},
                          {"completed", TrackerStatus::done},       {"complete", TrackerStatus::done},
                          {"finished", TrackerStatus::done},        {"closed", TrackerStatus::done},
                          {"achieved", TrackerStatus::done},        {"reached", TrackerStatus::done},
                          {"fulfilled", TrackerStatus::done},       {"held", TrackerStatus::done},
                          {"100 %", TrackerStatus::done},           {"cancelled", TrackerStatus::dropped},
                          {"canceled", TrackerStatus::dropped},     {"dropped", TrackerStatus::dropped},
                          {"abandoned", TrackerStatus::dropped},    {"withdrawn", TrackerStatus::dropped},
                          {"not applicable", TrackerStatus::dropped}, {"n/a", TrackerStatus::dropped}};

}  // namespace

std::optional<TrackerStatus> tracker_status(std::string_view word) {
  std::string folded = lower(trim(word));
  std::replace_if(folded.begin(), folded.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  const auto at =
      std::find_if(std::begin(words), std::end(words), [&](const Word& known) { return known.theirs == folded; });
  if (at == std::end(words)) return std::nullopt;
  return at->meaning;
}

}  // namespace accord
