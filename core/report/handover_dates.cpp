// The next ten dates in the handover pack.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/progress/due.hpp"
#include "core/report/handover_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr std::size_t dates_shown = 10;

struct Row {
  Day day;
  Text when;  // as a person would say it
  std::string what, who;

  bool operator==(const Row& other) const { return day == other.day && what == other.what; }
};

class NextDates {
 public:
  explicit NextDates(const HandoverView& view) : view_(view), t(view.t) {}

  // The nearest of all, whatever they rest on; nothing is taken twice.
  std::vector<Row> rows() && {
    announced();
    written_down();
    for (const GoalStanding& goal : view_.standing.goals) must_not_miss(goal);
    next_presidency();
    for (const Step& step : view_.standing.ahead) expected(step);
    for (const Mandate& m : view_.dossier.all<Mandate>())
      if (m.kind != MandateKind::presidency) mandate(m);
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.day < b.day; });
    if (rows_.size() > dates_shown) rows_.resize(dates_shown);
    return std::move(rows_);
  }

 private:
  void add(Day day, std::string what, std::string who = {}, Text when = {}) {
    Row row{day, when.empty() ? dated(day, in_prose(day, t)) : std::move(when), std::move(what), std::move(who)};
    if (day >= view_.as_of && std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(std::move(row));
  }

  void announced() {
    for (const Step& step : view_.standing.steps)
      if (step.source == Step::Source::announced && step.due)
        add(*step.due, t("Announced: {} ({})", step.text, step.code), step.owner, step.announced_for == in_prose(*step.due, t) ? dated(*step.due, step.announced_for) : plain(step.announced_for));
  }

  void written_down() {
    for (const Due& due : next_dates(view_.dossier, view_.as_of, dates_shown, t))
      add(due.day, fmt::format("{} ({})", due.text, due.code), view_.name(due.owner));
  }

  void must_not_miss(const GoalStanding& goal) {
    if (goal.reached) return;
    const auto no_return = [&](std::optional<Day> point, std::optional<Day> end) {
      if (!point) return;
      add(*point, end ? t("Point of no return for {}, if {} ends {} ({})", goal.milestone, goal.mandate, on_day(*end, t), goal.code)
                      : t("Point of no return for {} ({})", goal.milestone, goal.code));
    };
    no_return(goal.no_return, goal.no_return_end);
    no_return(goal.no_return_if_earliest, goal.ends.empty() ? std::nullopt : std::optional(goal.ends.front().end));
    for (const EndCase& end : goal.ends) {
      const auto where = [&](const std::string& what) {
        return t("Latest day for {}, if {} ends {} ({})", what, goal.mandate, on_day(end.end, t), goal.code);
      };
      if (end.initialled_by) add(*end.initialled_by, where(t("initialling")));
      if (end.signed_by) add(*end.signed_by, where(t("signature")));
    }
  }

  void expected(const Step& step) {
    if (step.due) add(*step.due, fmt::format("{} ({})", step.text, step.code), step.owner, dated(*step.due, in_prose(*step.due, t)) + plain(" " + t("forecast")));
  }

  void mandate(const Mandate& m) {
    const auto end = m.end ? m.end->earliest() : std::nullopt;
    if (end)
      add(*end, m.end->is_exact() ? t("{} ends", title_of(Kind::mandate, m)) : t("{} ends, at the earliest", title_of(Kind::mandate, m)));
  }

  // One follows the other: the end of the one that runs is enough.
  void next_presidency() {
    const Mandate* next = nullptr;
    const auto end_of = [](const Mandate& m) { return m.end ? m.end->earliest() : std::nullopt; };
    for (const Mandate& m : view_.dossier.all<Mandate>())
      if (m.kind == MandateKind::presidency && end_of(m) && *end_of(m) >= view_.as_of && (!next || *end_of(m) < *end_of(*next))) next = &m;
    if (next) mandate(*next);
  }

  const HandoverView& view_;
  const Tongue& t;
  std::vector<Row> rows_;
};

}  // namespace

void add_next_dates(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  out.blocks.push_back(Heading{2, t("The next ten dates")});
  const std::vector<Row> rows = NextDates(view).rows();
  if (rows.empty()) {
    out.blocks.push_back(Paragraph{plain(t("No date lies ahead in the file."))});
    return;
  }
  doc::Table table{
      .caption = "",
      .columns = {{t("When"), ColumnKind::day, 1.3}, {t("What"), ColumnKind::text, 4}, {t("Who"), ColumnKind::text, 2.5}},
      .rows = {}};
  for (const Row& row : rows) table.rows.push_back({row.when, plain(row.what), plain(row.who.empty() ? "–" : row.who)});
  out.blocks.push_back(std::move(table));
}

}  // namespace accord
