#pragma once
// What the page Overview says, card by card. Knows no toolkit.
#include <optional>
#include <string>
#include <vector>

#include "app/gui/card_content.hpp"

namespace accord {
class Dossier;
struct Standing;
}  // namespace accord

namespace accord::gui {

// A card without a value has nothing to say and is not shown.
struct OverviewCards {
  std::vector<CardContent> goals;  // those that are still open
  std::optional<CardContent> timeline, dates, steps, questions, silence, thresholds, window;
};
OverviewCards overview_cards(const Standing& standing, const Dossier& dossier);

// What has changed since the last report; `since_is_set` is false where nobody has said when that was.
CardContent changes_card(bool since_is_set, const std::string& heading, const std::vector<std::string>& sentences);

}  // namespace accord::gui
