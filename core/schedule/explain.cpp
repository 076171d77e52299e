#include "core/schedule/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/schedule/calendars.hpp"
#include "core/schedule/explain_links.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

std::size_t at(Node node) { return static_cast<std::size_t>(node); }

class Explainer {
 public:
  Explainer(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options)
      : dossier_(dossier),
        plan_(plan),
        network_(compile(dossier, options).value()),
        early_(network_),
        calendars_(dossier) {
    forward(network_, network_.durations, early_);
  }

  std::vector<Reason> run(Id<Milestone> milestone) {
    std::set<Id<Milestone>> told;
    for (Id<Milestone> next = milestone; next && told.insert(next).second;) {
      first_ = next == milestone;
      next = tell(next);
    }
    return std::move(reasons_);
  }

 private:
  // Tells one milestone's part and gives the next one back.
  Id<Milestone> tell(Id<Milestone> id) {
    const ScheduledMilestone* scheduled = plan_.find(id);
    if (!scheduled) return {};
    current_ = dossier_.find(id);
    scheduled_ = scheduled;
    if (!scheduled->early_finish) {
      if (scheduled->finished)
        add(ReasonKind::actual, say("{} has happened, on a day that is not known.", name()));
      return {};
    }
    if (current_->kind == MilestoneKind::group) return tell_group();
    if (scheduled->finished) return tell_fact();
    tell_date();
    const Node node = network_.node[*dossier_.all<Milestone>().index_of(id)];
    const Decision decision = decide(network_, network_.durations, early_, node);
    if (scheduled->started) tell_running();
    const Id<Milestone> next = tell_bound(node, decision);
    if (!scheduled->started) tell_duration(node, decision);
    tell_rule(node, decision);
    tell_session(node, decision);
    tell_landing(node, decision);
    tell_delay(node);
    return next;
  }

  void add(ReasonKind kind, std::string sentence, std::optional<Day> day = {}) {
    reasons_.push_back({Id<Milestone>(current_->id), kind, std::move(sentence), day});
  }
  std::string name() const { return name_in_words(*current_); }

  void tell_date() {
    const Day finish = *scheduled_->early_finish, start = scheduled_->early_start.value_or(finish);
    if (current_->state == MilestoneState::dropped)
      return add(ReasonKind::date,
                 say("{} has been dropped: it takes no time and passes on what comes before it, {}.", name(),
                     weekday_in_words(finish)),
                 finish);
    if (scheduled_->started)
      return add(ReasonKind::date,
                 say("{} is under way and is planned to end {}.", name(), on_weekday_in_words(finish)), finish);
    if (start < finish)
      return add(ReasonKind::date,
                 say("{} is planned from {} to {}.", name(), day_in_words(start), weekday_in_words(finish)),
                 finish);
    add(ReasonKind::date, say("{} is planned for {}.", name(), weekday_in_words(finish)), finish);
  }

  Id<Milestone> tell_group() {
    Id<Milestone> last;
    for (const ScheduledMilestone& member : plan_.milestones) {
      const Milestone* record = dossier_.find(member.milestone);
      if (record && record->parent == Id<Milestone>(current_->id) && member.early_finish == scheduled_->early_finish &&
          !last)
        last = member.milestone;
    }
    const std::string on = on_weekday_in_words(*scheduled_->early_finish);
    add(ReasonKind::date,
        last ? say("{} ends with the last of its members, {} {}.", name(), name_in_words(*dossier_.find(last)), on)
             : say("{} ends {}.", name(), on),
        scheduled_->early_finish);
    return last;
  }

  Id<Milestone> tell_fact() {
    const Day day = *scheduled_->early_finish;
    std::string sentence = say("{} happened {}", name(), on_weekday_in_words(day));
    if (current_->actual_finish && !current_->actual_finish->is_exact())
      sentence = say("{} happened “{}”, for which the plan takes {}", name(), current_->actual_finish->text(),
                     day_in_words(day));
    add(ReasonKind::actual, with_source(sentence), day);
    return {};
  }
  // With the evidence that shows it, else its source, else the entry of that day.
  std::string with_source(const std::string& fact) const {
    const Id<Milestone> id(current_->id);
    const auto shows = [&](const auto& record) {
      return std::find(record.milestones.begin(), record.milestones.end(), id) != record.milestones.end();
    };
    for (const Evidence& evidence : dossier_.all<Evidence>())
      if (shows(evidence))
        return fmt::format("{} ({}{}).", fact, evidence.title, evidence.url.empty() ? "" : ", " + evidence.url);
    if (!current_->source.empty()) return say("{} (source: {}).", fact, current_->source);
    for (const Entry& entry : dossier_.all<Entry>())
      if (shows(entry) && entry.date && entry.date->middle() == scheduled_->early_finish)
        return fmt::format("{} ({}{}).", fact, entry.title, entry.source.empty() ? "" : ", " + entry.source);
    return say("{}, without evidence on file.", fact);
  }

  void tell_running() {
    if (scheduled_->early_start)
      add(ReasonKind::actual,
          current_->actual_start && !current_->actual_start->is_exact()
              ? say("It began {} (said as “{}”).", on_day_in_words(*scheduled_->early_start), current_->actual_start->text())
              : say("It began {}.", on_day_in_words(*scheduled_->early_start)),
          scheduled_->early_start);
    if (!scheduled_->remaining) return;
    const std::string left = scheduled_->remaining->in_words();
    const int since =
        plan_.status_date && scheduled_->early_start ? days_between(*scheduled_->early_start, *plan_.status_date) : 0;
    const std::string running = say_plural("It has been running for {} day", "It has been running for {} days", since);
    std::string sentence;
    if (current_->remaining) sentence = say("{} are left, as entered.", left);
    else if (current_->percent)
      sentence = say("{} and is {} % done, which leaves {}.", running, number_text(*current_->percent), left);
    else if (const Diagnostic* no_median = finding("estimate.no_median")) sentence = no_median->message;
    else if (const Diagnostic* exhausted = finding("estimate.exhausted")) sentence = exhausted->message;
    else if (current_->estimate && current_->estimate->shape != Estimate::Shape::fixed)
      sentence = say("{}; given that, the middle of its estimate ({}) leaves {} more.", running,
                             current_->estimate->in_words(), left);
    else sentence = say("{}; of its planned length {} are left.", running, left);
    add(ReasonKind::remaining, std::move(sentence), scheduled_->early_finish);
  }

  // What the plan has said of this milestone.
  const Diagnostic* finding(std::string_view code) const {
    const auto found = std::ranges::find_if(
        plan_.warnings, [&](const Diagnostic& d) { return d.code == code && d.place.record == current_->code; });
    return found == plan_.warnings.end() ? nullptr : &*found;
  }

  Id<Milestone> tell_bound(Node node, const Decision& decision) {
    const Bound& bound =
        decision.finish_decides || decision.start.kind == BoundKind::none ? decision.finish : decision.start;
    const Day day = bound.tick == no_tick ? plan_.start : day_of(bound.tick);
    switch (bound.kind) {
      case BoundKind::link:
        return tell_links(node, bound);
      case BoundKind::status_date:
        add(ReasonKind::status_date,
            scheduled_->started
                ? say("What is left of it begins at the earliest on {}, the day after the status date.",
                              day_in_words(day))
                : say("It has not started; nothing can start before {}, the day after the status date.",
                              day_in_words(day)),
            day);
        break;
      case BoundKind::constraint:
        add(ReasonKind::constraint, constraint_in_words(bound, &bound == &decision.start), day);
        break;
      case BoundKind::plan_start:
      case BoundKind::none:
        add(ReasonKind::start,
            has_predecessors()
                ? say("What comes before it leaves room; the plan starts {}.", on_day_in_words(plan_.start))
                : say("Nothing comes before it; the plan starts {}.", on_day_in_words(plan_.start)),
            plan_.start);
        break;
    }
    const std::vector<HoldingLink> others = links_holding(network_, early_, node);
    tell_others(others, nullptr, day);
    return {};
  }

  std::string constraint_in_words(const Bound& bound, bool of_start) const {
    const Milestone* group = of_start ? group_that_holds(bound.tick) : nullptr;
    if (group)
      return say("The group {} may not start before {}, and so nothing in it may.", name_in_words(*group),
                         day_in_words(day_of(bound.tick)));
    return say(decides(current_->constraint), day_in_words(current_->constraint_date.value_or(day_of(bound.tick))));
  }
  static std::string_view decides(Constraint constraint) {
    switch (constraint) {
      case Constraint::start_no_later_than: return message("Its constraint decides: start no later than {}.");
      case Constraint::finish_no_earlier_than: return message("Its constraint decides: finish no earlier than {}.");
      case Constraint::finish_no_later_than: return message("Its constraint decides: finish no later than {}.");
      case Constraint::must_start_on: return message("Its constraint decides: must start on {}.");
      case Constraint::must_finish_on: return message("Its constraint decides: must finish on {}.");
      case Constraint::as_late_as_possible: return message("Its constraint decides: as late as possible {}.");
      case Constraint::as_soon_as_possible: return message("Its constraint decides: as soon as possible {}.");
      case Constraint::start_no_earlier_than: break;
    }
    return message("Its constraint decides: start no earlier than {}.");
  }
  // The nearest group around it whose "start no earlier than" is that tick, unless its own constraint says the same.
  const Milestone* group_that_holds(Tick tick) const {
    const auto from = [&](const Milestone& m) { return m.constraint_date && morning(*m.constraint_date) == tick; };
    const bool own =
        current_->constraint == Constraint::start_no_earlier_than || current_->constraint == Constraint::must_start_on;
    if (own && from(*current_)) return nullptr;
    for (const Milestone* group = dossier_.find(current_->parent); group; group = dossier_.find(group->parent))
      if (group->constraint == Constraint::start_no_earlier_than && from(*group)) return group;
    return nullptr;
  }
  // Those of the groups around it included.
  bool has_predecessors() const {
    std::set<Id<Milestone>> around;
    for (const Milestone* m = current_; m; m = dossier_.find(m->parent)) around.insert(Id<Milestone>(m->id));
    const auto& links = dossier_.all<Link>();
    return std::any_of(links.begin(), links.end(), [&](const Link& link) { return around.contains(link.successor); });
  }

  Id<Milestone> tell_links(Node node, const Bound& bound) {
    const std::vector<HoldingLink> all = links_holding(network_, early_, node);
    const auto deciding =
        std::find_if(all.begin(), all.end(), [&](const HoldingLink& held) { return held.link == bound.link; });
    if (deciding == all.end()) return {};
    const Link& link = record_of(*deciding);
    const std::vector<const Link*> joint = joint_links(all);
    if (joint.size() > 1 && std::find(joint.begin(), joint.end(), &link) != joint.end()) {
      add(ReasonKind::predecessor,
          which_decides(joint_in_words(dossier_, *current_, joint), link), day_of(bound.tick));
    } else {
      add(ReasonKind::predecessor, say("{}.", link_in_words(dossier_, plan_, link)), day_of(bound.tick));
    }
    tell_others(all, &*deciding, day_of(bound.tick));
    return link.predecessor;
  }
  // Links that only ask for the other milestone to be done: named together where the milestone is an event, a meeting
  // of ways.
  std::vector<const Link*> joint_links(const std::vector<HoldingLink>& all) const {
    std::vector<const Link*> joint;
    if (current_->kind != MilestoneKind::event) return joint;
    for (const HoldingLink& held : all) {
      const Link& link = record_of(held);
      if (link.type == LinkType::finish_start && (!link.lag || link.lag->count == 0)) joint.push_back(&link);
    }
    return joint;
  }
  std::string which_decides(const std::string& joint, const Link& link) const {
    const ScheduledMilestone* before = plan_.find(link.predecessor);
    const std::string code = dossier_.code_of(Kind::milestone, link.predecessor);
    return before && before->early_finish
               ? say("{} What decides is {}, {}.", joint, code, on_day_in_words(*before->early_finish))
               : say("{} What decides is {}.", joint, code);
  }

  // Of the milestone that was asked about every other predecessor is named; further back those that bind within a few
  // days.
  void tell_others(const std::vector<HoldingLink>& all, const HoldingLink* deciding, Day decided) {
    for (const HoldingLink& held : all) {
      if (deciding && held.link == deciding->link) continue;
      const Link& link = record_of(held);
      const Milestone* before = dossier_.find(link.predecessor);
      const int gap = days_between(day_of(held.tick), decided);
      if (!before || (gap > also_within_days && !first_)) continue;
      const std::string words = fmt::format("{} ({})", name_in_words(*before), basis_in_words(link));
      if (gap <= 0) add(ReasonKind::also, say("{} would hold it on the same day.", words), day_of(held.tick));
      else if (gap <= also_within_days)
        add(ReasonKind::also,
            say_plural("{1} would hold it only {0} day earlier, {2}.", "{1} would hold it only {0} days earlier, {2}.", gap,
                       words, on_day_in_words(day_of(held.tick))),
            day_of(held.tick));
      else
        add(ReasonKind::also,
            say("{} comes first too, but leaves room: it allows {}.", words, day_in_words(day_of(held.tick))),
            day_of(held.tick));
    }
  }
  const Link& record_of(const HoldingLink& held) const { return dossier_.all<Link>()[held.row]; }

  void tell_duration(Node node, const Decision& decision) {
    const std::int32_t length = network_.durations[at(node)];
    if (length == 0 || !scheduled_->duration) return;
    const bool spread = current_->estimate && current_->estimate->shape != Estimate::Shape::fixed;
    const std::string takes = scheduled_->duration->in_words();
    const Day finish = day_of(decision.work_finish), end = plain_end(node, length, decision);
    add(ReasonKind::duration,
        spread ? say("It takes {} (estimate: {}), to {}.", takes, current_->estimate->in_words(), day_in_words(end))
               : say("It takes {}, to {}.", takes, day_in_words(end)),
        finish);
    if (end != finish) tell_closed(end, finish);
  }
  // Calendar durations that end on a closed day end with the next working day: the last day before that.
  Day plain_end(Node node, std::int32_t length, const Decision& decision) const {
    const DurationUnit unit = network_.nodes[at(node)].unit;
    if (unit == DurationUnit::workdays || decision.finish_decides || decision.start.tick == no_tick)
      return day_of(decision.work_finish);
    const Day eve =
        is_evening(decision.start.tick) ? day_of(decision.start.tick) : day_of(decision.start.tick) - date::days{1};
    return unit == DurationUnit::months ? add_months(eve, length) : eve + date::days{length};
  }
  void tell_closed(Day closed, Day open) {
    const CalendarPtr calendar = calendars_.calendar_for(*current_).value();
    if (!in_range(closed) || calendar->works(closed)) return;
    const std::string why = closed_in_words(dossier_, std::string(calendars_.code_for(*current_)), *calendar, closed);
    add(ReasonKind::closed,
        say("{} is closed ({}); the next working day is {}.", weekday_in_words(closed), why,
                    weekday_in_words(open)),
        open);
  }

  void tell_rule(Node node, const Decision& decision) {
    if (network_.nodes[at(node)].rule < 0 || !current_->rule) return;
    const std::string article = article_of_rule(dossier_, *current_);
    const std::string rule = current_->rule->in_words(), after = day_in_words(day_of(decision.work_finish)),
                      day = weekday_in_words(day_of(decision.after_rule));
    add(ReasonKind::rule,
        article.empty() ? say("Its date is {}: after {} that is {}.", rule, after, day)
                        : say("Its date is {} ({}): after {} that is {}.", rule, article, after, day),
        day_of(decision.after_rule));
  }

  void tell_session(Node node, const Decision& decision) {
    const int index = network_.nodes[at(node)].sessions;
    if (index < 0) return;
    const SessionCalendar& sessions = *network_.sessions[static_cast<std::size_t>(index)];
    const Day day = day_of(decision.after_session);
    const Session* session = sessions.first_on_or_after(day);
    const std::string title = say_name(sessions.title()), on = weekday_in_words(day);
    add(ReasonKind::session,
        session && session->extrapolated
            ? say("The next session after that ({}) is {}; made by rule, no published list confirms it yet.", title, on)
            : say("The next session after that ({}) is {}.", title, on),
        day);
  }

  void tell_landing(Node node, const Decision& decision) {
    if (network_.nodes[at(node)].sessions < 0 && decision.landed != decision.after_session)
      tell_closed(day_of(decision.after_session), day_of(decision.landed));
  }

  void tell_delay(Node node) {
    const Day soonest = day_of(early_.finish[at(node)]);
    if (current_->constraint == Constraint::as_late_as_possible && soonest < *scheduled_->early_finish)
      add(ReasonKind::constraint,
          say("It could be {}, but is planned as late as what follows allows.", on_day_in_words(soonest)),
          scheduled_->early_finish);
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  Network network_;
  Early early_;
  CalendarSet calendars_;
  std::vector<Reason> reasons_;
  const Milestone* current_ = nullptr;
  const ScheduledMilestone* scheduled_ = nullptr;
  bool first_ = true;
};

}  // namespace

std::string_view reason_word(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::date: return "date";
    case ReasonKind::predecessor: return "predecessor";
    case ReasonKind::also: return "also";
    case ReasonKind::rule: return "rule";
    case ReasonKind::session: return "session";
    case ReasonKind::closed: return "closed";
    case ReasonKind::duration: return "duration";
    case ReasonKind::remaining: return "remaining";
    case ReasonKind::status_date: return "status_date";
    case ReasonKind::constraint: return "constraint";
    case ReasonKind::actual: return "actual";
    case ReasonKind::start: return "start";
  }
  return "";
}

std::vector<Reason> explain(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options,
                            Id<Milestone> milestone) {
  return Explainer(dossier, plan, options).run(milestone);
}

}  // namespace accord
