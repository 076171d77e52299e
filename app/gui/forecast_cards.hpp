#pragma once
// What a forecast says of one goal, as cards.
#include <functional>

#include "app/session/forecast_study.hpp"
#include "core/forecast/what_it_takes.hpp"

class wxBoxSizer;
class wxWindow;

namespace accord::gui {

// The answer of what_it_takes(), where it was asked for.
using TakingPtr = std::shared_ptr<const Result<Taking>>;

struct ForecastCards {
  std::shared_ptr<const ForecastStudy> study;
  std::size_t goal = 0;  // in study->views.inside.goals
  TakingPtr taking;      // null = not asked yet
  std::function<void(double wanted)> ask_what_it_takes;
};

// Into the window's sizer; the cards belong to the window. Without any open goal they say when the plan ends.
void add_forecast_cards(wxWindow& window, wxBoxSizer& column, const ForecastCards& cards);

}  // namespace accord::gui
