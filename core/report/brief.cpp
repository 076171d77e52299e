#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/chart/strip.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr double strip_width = 520;  // points; A4 less its margins
// What one page holds.
constexpr std::size_t questions_shown = 3, reached_shown = 4, windows_shown = 2, goals_shown = 4, goals_in_detail = 1, lanes_shown = 4, running_shown = 4;

Tone tone_of(Colour colour) {
  switch (colour) {
    case Colour::reached:
    case Colour::green: return Tone::good;
    case Colour::amber: return Tone::caution;
    case Colour::red: return Tone::bad;
    case Colour::grey: return Tone::unknown;
  }
  return Tone::unknown;
}

void add_list(Document& out, const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  out.blocks.push_back(Heading{2, heading});
  List list;
  for (const std::string& sentence : sentences) list.items.push_back(plain(sentence));
  out.blocks.push_back(std::move(list));
}

std::vector<std::string> texts(const std::vector<Influence>& influences) {
  std::vector<std::string> out;
  for (const Influence& i : influences) out.push_back(i.text);
  return out;
}

void add_details(Document& out, const GoalStanding& goal) {
  List list;
  for (const EndCase& end : goal.ends) list.items.push_back(plain(end.sentence));
  for (const std::string& sentence : {goal.what_it_takes, goal.point_of_no_return})
    if (!sentence.empty()) list.items.push_back(plain(sentence));
  if (!list.items.empty()) out.blocks.push_back(std::move(list));
}

void add_goals(Document& out, const Standing& s) {
  std::vector<std::string> reached;
  std::size_t open = 0;
  for (const GoalStanding& goal : s.goals) {
    if (goal.reached) {
      reached.push_back(goal.answer);
      continue;
    }
    if (++open > goals_shown) continue;
    out.blocks.push_back(Status{tone_of(goal.light.colour), goal.light.word, plain(goal.answer), goal.light.rule});
    if (open <= goals_in_detail) add_details(out, goal);
  }
  if (open > goals_shown) out.blocks.push_back(Paragraph{plain(fmt::format("And {} that {} not reached.", counted(static_cast<long long>(open - goals_shown), "further goal"), open - goals_shown == 1 ? "is" : "are"))});
  if (s.goals.empty()) out.blocks.push_back(Paragraph{plain(s.summary), Paragraph::Kind::lead});
  if (reached.size() > reached_shown) {
    const std::size_t more = reached.size() - reached_shown;
    reached.resize(reached_shown);
    reached.push_back(fmt::format("{} more {} reached.", capitalised(count_in_prose(static_cast<long long>(more))), more == 1 ? "goal is" : "goals are"));
  }
  if (!reached.empty()) out.blocks.push_back(Paragraph{plain(join(reached, " "))});
  if (!s.not_visa_free.empty()) out.blocks.push_back(Paragraph{strong(s.not_visa_free), Paragraph::Kind::note});
}

Text date_cell(const DateStanding& d) {
  if (!d.day && !d.happened) return plain(d.text == "–" ? fmt::format("– ({})", d.state) : d.text);
  return strong(d.text) + plain(" " + d.state);
}

void add_dates(Document& out, const Standing& s) {
  if (s.dates.empty()) return;
  doc::Table table{.caption = "Initialled, signed and in force are three different days", .columns = {{"", ColumnKind::text, 1.6}, {"Initialled", ColumnKind::day}, {"Signed", ColumnKind::day}, {"In force for travellers", ColumnKind::day}}, .rows = {}};
  for (const ThreeDates& d : s.dates) table.rows.push_back({plain(d.track), date_cell(d.initialled), date_cell(d.signature), date_cell(d.in_force)});
  out.blocks.push_back(std::move(table));
}

chart::StripLane lane_of(const ThreeDates& d) {
  chart::StripLane lane{.label = d.track, .from = d.begun, .to = {}, .marks = {}};
  const auto mark = [&](const DateStanding& date, const char* label) {
    if (!date.day) return;
    lane.marks.push_back({*date.day, label, date.happened});
    lane.to = lane.to ? std::max(*lane.to, *date.day) : *date.day;
  };
  mark(d.initialled, "initialled");
  mark(d.signature, "signed");
  mark(d.in_force, "in force");
  if (!lane.to) lane.from = std::nullopt;
  return lane;
}

std::string description_of(const Standing& s) {
  std::string text = fmt::format("A timeline as of {}.", in_prose(s.as_of));
  for (const ThreeDates& d : s.dates)
    text += fmt::format(" {}: initialled {} ({}), signed {} ({}), in force {} ({}).", d.track, d.initialled.text, d.initialled.state, d.signature.text, d.signature.state, d.in_force.text, d.in_force.state);
  for (const GoalStanding& goal : s.goals)
    if (!goal.reached) text += " " + goal.answer;
  return text;
}

chart::Strip strip_of(const Standing& s) {
  chart::Strip strip{.title = "Timeline with the mandates", .description = description_of(s), .today = s.as_of, .lanes = {}, .windows = {}};
  for (const ThreeDates& d : s.dates) {
    chart::StripLane lane = lane_of(d);
    if (!lane.marks.empty() && strip.lanes.size() < lanes_shown) strip.lanes.push_back(std::move(lane));
  }
  for (const GoalStanding& goal : s.goals) {
    if (goal.reached || !goal.forecast) continue;
    const bool shown = std::any_of(s.dates.begin(), s.dates.end(), [&](const ThreeDates& d) { return d.initialled.code == goal.code || d.signature.code == goal.code || d.in_force.code == goal.code; });
    if (!shown && strip.lanes.size() < lanes_shown) strip.lanes.push_back({.label = goal.milestone, .from = s.as_of, .to = std::max(s.as_of, *goal.forecast), .marks = {{*goal.forecast, "goal", false}}});
  }
  for (const GoalStanding& goal : s.goals) {
    const std::string label = capitalised(goal.mandate.starts_with("the ") ? goal.mandate.substr(4) : goal.mandate);
    const bool known = std::any_of(strip.windows.begin(), strip.windows.end(), [&](const chart::StripWindow& w) { return w.label == label; });
    if (!goal.ends.empty() && !known && strip.windows.size() < windows_shown) strip.windows.push_back({label, goal.ends.front().end, goal.ends.back().end});
  }
  return strip;
}

void add_strip(Document& out, const Standing& s) {
  const chart::Strip strip = strip_of(s);
  if (strip.lanes.empty()) return;
  out.blocks.push_back(chart::draw_strip(strip, strip_width));
}

void add_steps(Document& out, const Standing& s) {
  out.blocks.push_back(Heading{2, "Next steps"});
  out.blocks.push_back(Paragraph{plain(s.whose_move)});
  if (s.steps.empty()) return;
  const bool needed = std::any_of(s.steps.begin(), s.steps.end(), [](const Step& step) { return step.needed_by.has_value(); });
  doc::Table table{.caption = "", .columns = {{"What", ColumnKind::text, 3}, {"Who", ColumnKind::text, 2.6}, {"When", ColumnKind::day, 1.4}}, .rows = {}};
  if (needed) table.columns.push_back({"Latest for the goal", ColumnKind::day, 1.2});
  for (const Step& step : s.steps) {
    const bool announced = step.source == Step::Source::announced;
    Text when = plain(announced ? step.announced_for + " announced" : !step.due ? "no date set" : in_prose(*step.due) + (step.source == Step::Source::plan ? " forecast" : ""));
    if (step.overdue) when = when + strong(announced ? ", nothing recorded" : " overdue");
    const std::string who = !step.owner.empty() ? step.owner : announced ? "–" : "nobody named";
    std::vector<Text> row{plain(fmt::format("{} ({})", step.text, step.code)), plain(who), when};
    if (needed) row.push_back(plain(!step.needed_by ? "–" : in_prose(*step.needed_by) + (step.needed_for.empty() ? "" : fmt::format(" ({})", step.needed_for))));
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(std::move(table));
}

// Tracks are named only where something is still open on them, and where they are silent for a different time than the whole.
void add_track_silence(std::vector<std::string>& lines, const Standing& s) {
  std::map<int, std::vector<std::string>> by_days;
  for (const SilenceLine& line : s.track_silence)
    if (line.open && line.days && line.days != s.silence.days) by_days[*line.days].push_back(inside_sentence(line.track));
  std::vector<std::string> parts;
  for (const auto& [days, tracks] : by_days) parts.push_back(fmt::format("{} for {}", join_in_words(tracks), counted(days, "day")));
  if (!parts.empty()) lines.push_back(fmt::format("Silent by track: {}.", join(parts, "; ")));
}

void add_activity(Document& out, const Standing& s) {
  std::vector<std::string> lines;
  for (const RunningStage& stage : s.running)
    if (lines.size() < running_shown) lines.push_back(stage.sentence);
  if (s.running.size() > running_shown) lines.push_back(fmt::format("And {}.", counted(static_cast<long long>(s.running.size() - running_shown), "further running stage")));
  lines.push_back(s.silence.sentence);
  add_track_silence(lines, s);
  add_list(out, "Activity and silence", lines);
}

void add_questions(Document& out, const Standing& s) {
  std::vector<std::string> lines;
  for (const OpenQuestion& q : s.open_questions)
    if (lines.size() < questions_shown) lines.push_back(q.question);
  if (const std::size_t more = s.open_questions.size() - lines.size(); more > 0) lines.push_back(fmt::format("And {}.", counted(static_cast<long long>(more), "further question")));
  add_list(out, "What nobody knows", lines);
}

}  // namespace

Document build_brief(const Standing& s, const Provenance& made_from) {
  Document out;
  out.title = s.title;
  out.subtitle = fmt::format("Brief, {}", in_prose(s.as_of));
  out.made_from = made_from;
  out.one_page = true;
  add_goals(out, s);
  add_dates(out, s);
  add_strip(out, s);
  if (!s.window.empty()) out.blocks.push_back(Paragraph{plain(s.window)});
  add_steps(out, s);
  add_activity(out, s);
  add_list(out, "What drives the date", texts(s.drivers));
  add_list(out, "What could cost time", texts(s.risks));
  add_list(out, s.changes_since.empty() ? "Changes" : s.changes_since, s.changes);
  add_questions(out, s);
  std::string fine_print;
  for (const std::string& warning : s.warnings) fine_print += (fine_print.empty() ? "" : " ") + warning;
  if (!fine_print.empty()) out.blocks.push_back(Paragraph{plain(fine_print), Paragraph::Kind::note});
  out.footer = footer_text(made_from);
  return out;
}

}  // namespace accord
