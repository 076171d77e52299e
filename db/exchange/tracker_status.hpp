#pragma once
// What a tracker's column of states says in words. Internal to db/exchange.
#include <optional>
#include <string_view>

namespace accord {

enum class TrackerStatus { open, begun, done, dropped };

// "Not started", "in progress", "Done", "cancelled" and what else spreadsheets say, without regard to case; nothing for
// other words.
std::optional<TrackerStatus> tracker_status(std::string_view word);

}  // namespace accord
