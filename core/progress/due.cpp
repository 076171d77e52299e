#include "core/progress/due.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/model/evidence_index.hpp"
#include "core/model/ladder.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/validity.hpp"

namespace accord {
namespace {

struct Owed {
  Kind kind;
  const Record& record;
  std::string text;
  Id<Party> owner, co_owner;
  std::optional<Day> day;
  Id<Person> person = {};
};

class Collector {
 public:
  Collector(const Dossier& dossier, Day as_of, const Tongue& tongue)
      : dossier_(dossier),
        t(tongue),
        as_of_(as_of),
        ladder_(ladder_of(dossier)),
        evidence_(dossier),
        escalate_after_(dossier.info().escalate_after.value_or(usual_escalate_after)) {}

  std::vector<Due> all() && {
    for (const Milestone& m : dossier_.all<Milestone>()) milestone(m);
    for (const Benchmark& b : dossier_.all<Benchmark>())
      if (!on_top(ladder_, b.ladder)) add({Kind::benchmark, b, b.title, b.owner, b.co_owner, b.deadline});
    for (const Measure& m : dossier_.all<Measure>())
      if (!on_top(ladder_, m.ladder)) add({Kind::measure, m, m.title, m.owner, m.co_owner, m.deadline});
    for (const Commitment& c : dossier_.all<Commitment>())
      if (is_open_on(c, as_of_)) promise(c);
    std::stable_sort(out_.begin(), out_.end(), [](const Due& a, const Due& b) { return a.day < b.day; });
    return std::move(out_);
  }

 private:
  void milestone(const Milestone& m) {
    const bool open = m.kind != MilestoneKind::group && m.state == MilestoneState::active && (!m.actual_finish || evidence_.lacks_evidence(m));
    if (!open) return;
    const std::string title = m.title.empty() ? m.code : m.title;
    add({Kind::milestone, m, t("Deadline: {}", title), m.owner, m.co_owner, m.deadline});
    if (!trim(m.next_step).empty())
      add({Kind::milestone, m, m.next_step, m.next_step_owner ? m.next_step_owner : m.owner, {}, m.next_step_due});
    if (m.expected && m.expected->latest() && m.expected->latest() != m.deadline)
      add({Kind::milestone, m, t("Said to be expected: {}", title), m.owner, m.co_owner, m.expected->latest()});
  }

  void promise(const Commitment& c) {
    const Promiser by = who_owes(dossier_, c, as_of_);
    add({Kind::commitment, c, t("Promised: {}", c.title), by.party, {}, c.due ? c.due->latest() : std::nullopt, by.person});
  }

  Id<Party> there(Id<Party> id) const {
    const Party* party = party_on(dossier_, id, as_of_);
    return party ? Id<Party>(party->id) : Id<Party>();
  }

  void add(const Owed& owed) {
    if (!owed.day) return;
    Due due{.kind = owed.kind,
            .record = owed.record.id,
            .code = owed.record.code,
            .text = owed.text,
            .owner = there(owed.owner),
            .co_owner = there(owed.co_owner),
            .person = owed.person,
            .who = {},
            .day = *owed.day,
            .days_left = days_between(as_of_, *owed.day),
            .escalate_to = {},
            .escalated = days_between(*owed.day, as_of_) > escalate_after_,
            .sentence = {}};
    const Party* owner = dossier_.find(due.owner);
    if (due.escalated && owner && owner->escalate_to) due.escalate_to = there(owner->escalate_to);
    const Person* person = dossier_.find(due.person);
    due.who = person ? title_of(Kind::person, *person) : owner ? title_of(Kind::party, *owner) : "";
    due.sentence = sentence(due);
    out_.push_back(std::move(due));
  }

  std::string sentence(const Due& due) const {
    const std::string who = due.who.empty() ? t("nobody is named") : due.who, day = on_day(due.day, t);
    std::string text = due.days_left < 0
                           ? t.plural("{1} ({2}), {3}, was due {4}, {0} day ago", "{1} ({2}), {3}, was due {4}, {0} days ago",
                                      -due.days_left, due.text, due.code, who, day)
                       : due.days_left == 0
                           ? t("{} ({}), {}, due {}, today", due.text, due.code, who, day)
                           : t.plural("{1} ({2}), {3}, due {4}, in {0} day", "{1} ({2}), {3}, due {4}, in {0} days",
                                      due.days_left, due.text, due.code, who, day);
    if (const Party* to = due.escalate_to ? dossier_.find(*due.escalate_to) : nullptr)
      text = t("{}; escalate to {}", text,
               title_of(Kind::party, *to) + (to->contact.empty() ? "" : " (" + to->contact + ")"));
    else if (due.escalated) text = t("{}; to be escalated", text);
    return t("{}.", text);
  }

  const Dossier& dossier_;
  const Tongue& t;
  Day as_of_;
  LadderRungs ladder_;
  EvidenceIndex evidence_;
  int escalate_after_;
  std::vector<Due> out_;
};

}  // namespace

std::vector<Due> what_is_due(const Dossier& dossier, Day as_of, const Tongue& tongue) {
  auto all = Collector(dossier, as_of, tongue).all();
  const int warn_days = dossier.info().warn_days.value_or(usual_warn_days);
  std::erase_if(all, [&](const Due& due) { return due.days_left > warn_days; });
  return all;
}

std::vector<Due> next_dates(const Dossier& dossier, Day as_of, std::size_t limit, const Tongue& tongue) {
  auto all = Collector(dossier, as_of, tongue).all();
  std::erase_if(all, [](const Due& due) { return due.days_left < 0; });
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace accord
