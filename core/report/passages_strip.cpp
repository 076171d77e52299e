// The timeline strip that the brief and the full report share.
#include <algorithm>

#include "core/report/passages.hpp"
#include "core/report/strip.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr double strip_width = 520;  // points; A4 less its margins
constexpr std::size_t windows_shown = 2, lanes_shown = 4;

chart::StripLane lane_of(const ThreeDates& d, const Tongue& t) {
  chart::StripLane lane{.label = d.track, .from = d.begun, .to = {}, .marks = {}};
  const auto mark = [&](const DateStanding& date, const std::string& label) {
    if (!date.day) return;
    lane.marks.push_back({*date.day, label, date.happened});
    lane.to = lane.to ? std::max(*lane.to, *date.day) : *date.day;
  };
  mark(d.initialled, t("initialled"));
  mark(d.signature, t("signed"));
  mark(d.in_force, t("in force"));
  if (!lane.to) lane.from = std::nullopt;
  return lane;
}

std::string description_of(const Standing& s, const Tongue& t) {
  std::string text = t("A timeline as of {}.", in_prose(s.as_of, t));
  for (const ThreeDates& d : s.dates)
    text += " " + t("{}: initialled {} ({}), signed {} ({}), in force {} ({}).", d.track, d.initialled.text, d.initialled.state, d.signature.text, d.signature.state, d.in_force.text, d.in_force.state);
  for (const GoalStanding& goal : s.goals)
    if (!goal.reached) text += " " + goal.answer;
  return text;
}

}  // namespace

chart::Strip strip_of(const Standing& s, const Tongue& t) {
  chart::Strip strip{.title = t("Timeline with the mandates"), .description = description_of(s, t), .today = s.as_of, .lanes = {}, .windows = {}, .tongue = t};
  for (const ThreeDates& d : s.dates) {
    chart::StripLane lane = lane_of(d, t);
    if (!lane.marks.empty() && strip.lanes.size() < lanes_shown) strip.lanes.push_back(std::move(lane));
  }
  for (const GoalStanding& goal : s.goals) {
    if (goal.reached || !goal.forecast) continue;
    const bool shown = std::any_of(s.dates.begin(), s.dates.end(), [&](const ThreeDates& d) { return d.initialled.code == goal.code || d.signature.code == goal.code || d.in_force.code == goal.code; });
    if (!shown && strip.lanes.size() < lanes_shown) strip.lanes.push_back({.label = goal.milestone, .from = s.as_of, .to = std::max(s.as_of, *goal.forecast), .marks = {{*goal.forecast, t("goal"), false}}});
  }
  for (const GoalStanding& goal : s.goals) {
    const std::string label = capitalised(goal.mandate.starts_with("the ") ? goal.mandate.substr(4) : goal.mandate);
    const bool known = std::any_of(strip.windows.begin(), strip.windows.end(), [&](const chart::StripWindow& w) { return w.label == label; });
    if (!goal.ends.empty() && !known && strip.windows.size() < windows_shown) strip.windows.push_back({label, goal.ends.front().end, goal.ends.back().end});
  }
  return strip;
}

void Passages::strip() {
  const chart::Strip strip = strip_of(s_, t);
  if (!strip.lanes.empty()) out_.blocks.push_back(chart::draw_strip(strip, strip_width));
}

}  // namespace accord
