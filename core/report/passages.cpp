#include "core/report/passages.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

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

Text date_cell(const DateStanding& d) {
  const Text said = d.said.empty() ? Text() : toned(Tone::caution, "; " + d.said);
  if (!d.day && !d.happened) return plain(d.text == "–" ? fmt::format("– ({})", d.state) : d.text) + said;
  Text cell = strong(d.text) + plain(" " + d.state);
  cell.front().day = d.day;
  return cell + said;
}

Text when_cell(const Step& step, const Tongue& t) {
  if (step.source == Step::Source::announced) {
    const Text when = plain(t("{} announced", step.announced_for));
    return step.overdue ? when + strong(t(", nothing recorded")) : when;
  }
  Text when = step.due ? dated(*step.due, in_prose(*step.due, t)) : plain(t("no date set"));
  if (step.due && step.source == Step::Source::plan) when = when + plain(" " + t("forecast"));
  return step.overdue ? when + strong(" " + t("overdue")) : when;
}

Text needed_cell(const Step& step, const Tongue& t) {
  if (!step.needed_by) return plain("–");
  const Text day = dated(*step.needed_by, in_prose(*step.needed_by, t));
  return step.needed_for.empty() ? day : day + plain(fmt::format(" ({})", step.needed_for));
}

// Latest dates say to which end of the mandate they count.
std::string latest_title(const std::vector<Step>& steps, const Tongue& t) {
  std::set<std::optional<Day>> ends;
  for (const Step& step : steps)
    if (step.needed_by) ends.insert(step.needed_end);
  if (ends.size() > 1) return t("Latest for the expected end of the mandate");
  const std::optional<Day> end = ends.empty() ? std::nullopt : *ends.begin();
  return end ? t("Latest if the mandate ends {}", on_day(*end, t)) : t("Latest for the goal");
}

std::vector<std::string> texts(const std::vector<Influence>& influences) {
  std::vector<std::string> out;
  for (const Influence& i : influences) out.push_back(i.text);
  return out;
}

// Greater is worse. What nobody can tell is worse than what goes well.
int severity(Colour colour) {
  switch (colour) {
    case Colour::red: return 3;
    case Colour::amber: return 2;
    case Colour::grey: return 1;
    case Colour::green:
    case Colour::reached: return 0;
  }
  return 0;
}

// Those that a page with room for so many does not show: it shows the one that comes first, and of the others the worst.
std::vector<const GoalStanding*> least_urgent(std::vector<const GoalStanding*> open, std::size_t room) {
  if (open.size() <= room) return {};
  if (room == 0) return open;
  std::stable_sort(open.begin() + 1, open.end(), [](const GoalStanding* a, const GoalStanding* b) { return severity(a->light.colour) > severity(b->light.colour); });
  open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(room));
  return open;
}

// "red: 3, amber: 1".
std::string lights_of(const std::vector<const GoalStanding*>& goals) {
  std::vector<std::pair<std::string, int>> counts;
  for (const GoalStanding* goal : goals) {
    const std::string word = in_small_letters(goal->light.word);
    const auto at = std::ranges::find(counts, word, &std::pair<std::string, int>::first);
    if (at == counts.end()) counts.emplace_back(word, 1);
    else ++at->second;
  }
  std::vector<std::string> parts;
  for (const auto& [word, n] : counts) parts.push_back(fmt::format("{}: {}", word, n));
  return join(parts, ", ");
}

long long how_many(std::size_t n) { return static_cast<long long>(n); }

}  // namespace

doc::Table without_empty_columns(doc::Table table) {
  const auto is_empty = [](const Text& cell) {
    const std::string words = words_of(cell);
    return trim(words).empty() || trim(words) == "–";
  };
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    if (!std::ranges::all_of(table.rows, [&](const std::vector<Text>& row) { return is_empty(row[i]); })) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
  return table;
}

doc::Text day_or_words(const FuzzyDate& date, const Tongue& t) {
  return date.is_exact() ? dated(*date.earliest(), in_prose(date, t)) : plain(in_prose(date, t));
}

void Passages::list(const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  out_.blocks.push_back(Heading{2, heading});
  List list;
  for (const std::string& sentence : sentences) list.items.push_back(plain(sentence));
  out_.blocks.push_back(std::move(list));
}

void Passages::goal_details(const GoalStanding& goal) {
  List list;
  if (!goal.chance.empty()) list.items.push_back(plain(goal.chance));
  for (const EndCase& end : goal.ends) list.items.push_back(plain(end.sentence));
  for (const std::string& sentence : {goal.what_it_takes, goal.point_of_no_return})
    if (!sentence.empty()) list.items.push_back(plain(sentence));
  if (!list.items.empty()) out_.blocks.push_back(std::move(list));
}

void Passages::goals() {
  std::vector<std::string> reached;
  std::vector<const GoalStanding*> open;
  for (const GoalStanding& goal : s_.goals) {
    if (goal.reached) reached.push_back(goal.answer);
    else open.push_back(&goal);
  }
  const std::vector<const GoalStanding*> left_out = least_urgent(open, limits_.goals);
  if (s_.goals.empty() || s_.all_past) out_.blocks.push_back(Paragraph{plain(s_.summary), Paragraph::Kind::lead});
  std::size_t shown = 0;
  for (const GoalStanding* goal : open) {
    if (std::ranges::find(left_out, goal) != left_out.end()) continue;
    out_.blocks.push_back(Status{tone_of(goal->light.colour), goal->light.word, plain(goal->answer), goal->light.rule});
    if (++shown <= limits_.goals_in_detail) goal_details(*goal);
  }
  if (!left_out.empty())
    out_.blocks.push_back(Paragraph{plain(t.plural("And {} further goal is open ({}).", "And {} further goals are open ({}).", how_many(left_out.size()), lights_of(left_out)))});
  if (reached.size() > limits_.reached) {
    const std::size_t more = reached.size() - limits_.reached;
    reached.resize(limits_.reached);
    reached.push_back(t.plural("{} more goal is reached.", "{} more goals are reached.", how_many(more)));
  }
  if (!reached.empty()) out_.blocks.push_back(Paragraph{plain(join(reached, " "))});
  if (!s_.not_visa_free.empty()) out_.blocks.push_back(Paragraph{strong(s_.not_visa_free), Paragraph::Kind::note});
}

void Passages::dates() {
  if (s_.dates.empty()) return;
  doc::Table table{.caption = t("Initialled, signed and in force are three different days"),
                   .columns = {{"", ColumnKind::text, 1.6}, {t("Initialled"), ColumnKind::day}, {t("Signed"), ColumnKind::day}, {t("In force for travellers"), ColumnKind::day}},
                   .rows = {},
                   .name = t("Three dates")};
  for (const ThreeDates& d : s_.dates) table.rows.push_back({plain(d.track), date_cell(d.initialled), date_cell(d.signature), date_cell(d.in_force)});
  out_.blocks.push_back(std::move(table));
}

void Passages::window() {
  if (!s_.window.empty()) out_.blocks.push_back(Paragraph{plain(s_.window)});
}

void Passages::steps() {
  out_.blocks.push_back(Heading{2, t("Next steps")});
  out_.blocks.push_back(Paragraph{plain(s_.whose_move)});
  if (s_.steps.empty()) return;
  const bool needed = std::any_of(s_.steps.begin(), s_.steps.end(), [](const Step& step) { return step.needed_by.has_value(); });
  doc::Table table{.caption = "", .columns = {{t("What"), ColumnKind::text, 3}, {t("Who"), ColumnKind::text, 2.6}, {t("When"), ColumnKind::day, 1.4}}, .rows = {}};
  if (needed) table.columns.push_back({latest_title(s_.steps, t), ColumnKind::day, 1.2});
  for (const Step& step : s_.steps) {
    const bool announced = step.source == Step::Source::announced;
    const std::string who = !step.owner.empty() ? step.owner : announced ? "–" : t("nobody named");
    std::vector<Text> row{plain(fmt::format("{} ({})", step.text, step.code)), plain(who), when_cell(step, t)};
    if (needed) row.push_back(needed_cell(step, t));
    table.rows.push_back(std::move(row));
  }
  out_.blocks.push_back(std::move(table));
}

// Tracks are named only where something is still open on them, and where they are silent for a different time than the whole.
void Passages::track_silence(std::vector<std::string>& lines) const {
  std::map<int, std::vector<std::string>> by_days;
  for (const SilenceLine& line : s_.track_silence)
    if (line.open && line.days && line.days != s_.silence.days) by_days[*line.days].push_back(inside_sentence(line.track));
  std::vector<std::string> parts;
  for (const auto& [days, tracks] : by_days) parts.push_back(t.plural("{1} for {0} day", "{1} for {0} days", days, join_in_words(tracks, t)));
  if (!parts.empty()) lines.push_back(t("Silent by track: {}.", join(parts, "; ")));
}

void Passages::activity() {
  std::vector<std::string> lines;
  for (const RunningStage& stage : s_.running)
    if (lines.size() < limits_.running) lines.push_back(stage.sentence);
  if (s_.running.size() > limits_.running) lines.push_back(t.plural("And {} further running stage.", "And {} further running stages.", how_many(s_.running.size() - limits_.running)));
  lines.push_back(s_.silence.sentence);
  track_silence(lines);
  list(t("Activity and silence"), lines);
}

void Passages::drivers() { list(t("What drives the date"), texts(s_.drivers)); }
void Passages::risks() { list(t("What could cost time"), texts(s_.risks)); }
void Passages::thresholds() {
  std::vector<std::string> shown = s_.thresholds;
  const std::size_t more = shown.size() > limits_.thresholds ? shown.size() - limits_.thresholds : 0;
  if (more > 0) {
    shown.resize(limits_.thresholds);
    shown.push_back(t.plural("And {} further indicator at or near its threshold.", "And {} further indicators at or near their thresholds.", how_many(more)));
  }
  list(t("Suspension thresholds"), shown);
}

void Passages::changes() {
  if (!s_.changes_since.empty()) list(s_.changes_since, s_.changes);
}

void Passages::questions() {
  std::vector<std::string> lines;
  for (const OpenQuestion& q : s_.open_questions)
    if (lines.size() < limits_.questions) lines.push_back(q.question);
  if (const std::size_t more = s_.open_questions.size() - lines.size(); more > 0) lines.push_back(t.plural("And {} further question.", "And {} further questions.", how_many(more)));
  list(t("What nobody knows"), lines);
}

void Passages::fine_print() {
  std::string fine_print = join(s_.warnings, " ");
  if (s_.changes_since.empty()) fine_print += (fine_print.empty() ? "" : " ") + t("What has changed is not told: the day of the last report was not given.");
  if (!fine_print.empty()) out_.blocks.push_back(Paragraph{plain(fine_print), Paragraph::Kind::note});
}

Wording wording_in(const Tongue& t) {
  return {.page = t("Page {0} of {1}", "{0}", "{1}"), .notes = t("Sources"), .left_out = t("Left out for want of room: {}.", "{}"), .more_rows = t("and {} more", "{}"), .report = t("Report"), .remark = t("{} (remark)", "{}"), .picture = t("Picture: {}", "{}")};
}

}  // namespace accord
