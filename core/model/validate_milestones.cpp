#include <algorithm>
#include <map>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

bool moves_with_itself(const Dossier& dossier, const Milestone& m) {
  std::set<RecordId> seen;
  const Milestone* other = dossier.find(m.moves_with);
  while (other && other->id != m.id && seen.insert(other->id).second) other = dossier.find(other->moves_with);
  return other && other->id == m.id;
}

bool in_loop(const Dossier& dossier, const Milestone& m) {
  std::set<RecordId> seen{m.id};
  for (const Milestone* up = dossier.find(m.parent); up; up = dossier.find(up->parent))
    if (!seen.insert(up->id).second) return true;
  return false;
}

// Whether `ancestor` is m itself or a group around it.
bool is_within(const Dossier& dossier, const Milestone& m, RecordId ancestor) {
  std::set<RecordId> seen;
  for (const Milestone* up = &m; up && seen.insert(up->id).second; up = dossier.find(up->parent))
    if (up->id == ancestor) return true;
  return false;
}

void check_actuals(const Milestone& m, const ValidateOptions& options, Findings& findings) {
  const auto future = [&](const std::optional<FuzzyDate>& date, std::string_view field) {
    if (options.status_date && date && date->earliest() && *date->earliest() > *options.status_date)
      findings.add(m.code, field, "actual.future", say("This says that something has happened which lies after the status date."), say("a day up to {}", to_iso(*options.status_date)), date->text(), say("if it is planned or announced, record it as expected instead"));
  };
  future(m.actual_start, "actual_start");
  future(m.actual_finish, "actual_finish");
  if (m.actual_start && m.actual_finish && m.actual_start->earliest() && m.actual_finish->latest() && *m.actual_finish->latest() < *m.actual_start->earliest())
    findings.add(m.code, "actual_finish", "actual.order", say("The finish lies before the start."), say("a day on or after {}", m.actual_start->text()), m.actual_finish->text());
  if (m.kind == MilestoneKind::event && m.actual_start && m.actual_finish && *m.actual_start != *m.actual_finish)
    findings.add(m.code, "actual_start", "actual.event", say("An event happens on one day, so its start is its finish."), m.actual_finish->text(), m.actual_start->text(), say("clear the start, or make it a stage"));
  if (m.percent && (*m.percent < 0 || *m.percent > 100))
    findings.add(m.code, "percent", "percent.range", say("A share of work done lies between 0 and 100 per cent."), say("0 to 100"), number_text(*m.percent));
  if (m.weight && *m.weight < 0) findings.add(m.code, "weight", "weight.negative", say("A weight cannot be negative."), say("0 or more"), number_text(*m.weight));
}

void check_estimate(const Dossier& dossier, const Milestone& m, const ValidateOptions& options, Findings& findings) {
  if (!m.estimate || m.estimate->shape != Estimate::Shape::reference_class) return;
  if (options.class_known && options.class_known(dossier, m.estimate->reference)) return;
  findings.add(m.code, "estimate", "estimate.class_unknown", say("There are no comparable agreements of this class to take the estimate from."), say("an estimate such as pert:130,215,860ed"), m.estimate->text());
}

void check_constraint(const Milestone& m, Findings& findings) {
  const bool dated = m.constraint != Constraint::as_soon_as_possible && m.constraint != Constraint::as_late_as_possible;
  if (dated && !m.constraint_date)
    findings.add(m.code, "constraint_date", "constraint.date", say("This constraint needs a date."), say("a date such as 2027-06-30"), "", say("give constraint_date as well"));
  if (!dated && m.constraint_date)
    findings.add(m.code, "constraint_date", "constraint.date", say("A constraint date needs a constraint that uses it."), say("snet, snlt, fnet, fnlt, mso or mfo"), to_iso(*m.constraint_date), say("set the constraint, or clear the date"));
}

void check_group(const Dossier& dossier, const Milestone& m, Findings& findings) {
  if (moves_with_itself(dossier, m)) findings.add(m.code, "moves_with", "moves_with.loop", say("{} would move with itself.", m.code), say("the code of another milestone, which does not move with this one"));
  if (m.parent) {
    const Milestone* parent = dossier.find(m.parent);
    if (parent && parent->kind != MilestoneKind::group)
      findings.add(m.code, "parent", "group.parent", say("{} is not a group, so nothing can be part of it.", parent->code), say("the code of a group"), parent->code);
    if (parent && parent->track != m.track)
      findings.add(m.code, "parent", "group.track", say("{} is on another track than its group {}.", m.code, parent->code), say("the same track for both"));
    if (in_loop(dossier, m)) findings.add(m.code, "parent", "group.loop", say("{} would be part of itself.", m.code));
  }
  if (m.kind != MilestoneKind::group) return;
  if (m.estimate || m.duration || m.remaining || m.actual_start || m.actual_finish || m.rule || !m.sessions.empty())
    findings.add(m.code, "kind", "group.fields", say("A group takes its dates from its members; it has no duration, facts, sessions or rule of its own."), "", "", say("set them on the members"));
  const bool allowed = m.constraint == Constraint::as_soon_as_possible || m.constraint == Constraint::start_no_earlier_than || m.constraint == Constraint::finish_no_later_than;
  if (!allowed) findings.add(m.code, "constraint", "constraint.group", say("A group can only start no earlier than, or finish no later than, a date."), say("asap, snet or fnlt"));
}

}  // namespace

void check_milestones(const Dossier& dossier, const ValidateOptions& options, Findings& findings) {
  for (const Milestone& m : dossier.all<Milestone>()) {
    check_actuals(m, options, findings);
    check_estimate(dossier, m, options, findings);
    check_constraint(m, findings);
    check_group(dossier, m, findings);
    if (m.kind == MilestoneKind::event && (m.estimate || (m.duration && m.duration->count > 0)))
      findings.add(m.code, "kind", "event.duration", say("An event takes no time, so it cannot have an estimate."), "", "", say("make it a stage, or clear the estimate"));
    if (m.kind == MilestoneKind::stage && m.state == MilestoneState::active && m.remaining && m.actual_finish && m.remaining->count > 0)
      findings.add(m.code, "remaining", "remaining.finished", say("Nothing remains to be done of what is finished."), say("0d or nothing"), m.remaining->text());
  }
  for (const Track& t : dossier.all<Track>())
    if (t.correlation && (*t.correlation < 0 || *t.correlation > 1))
      findings.add(t.code, "correlation", "correlation.range", say("A correlation lies between 0 and 1."), say("0 to 1, such as 0.3"), number_text(*t.correlation));
}

void check_links(const Dossier& dossier, Findings& findings) {
  std::set<std::tuple<RecordId, RecordId, LinkType>> seen;
  const auto wrong = [&](const Link& link, std::string_view field, std::string code, std::string message, std::string advice = {}) {
    findings.add(link.code, field, std::move(code), std::move(message), "", "", std::move(advice));
  };
  for (const Link& link : dossier.all<Link>()) {
    const Milestone* from = dossier.find(link.predecessor);
    const Milestone* to = dossier.find(link.successor);
    if (!from || !to) continue;
    const std::string code = link_code(from->code, to->code, link.type);
    if (link.code != code) findings.add(link.code, "code", "link.code", say("A link's code is made of its two ends and its type."), code, link.code);
    if (from == to) wrong(link, "successor", "link.self", say("{} cannot wait for itself.", from->code));
    else if (is_within(dossier, *from, to->id) || is_within(dossier, *to, from->id))
      wrong(link, "successor", "link.ancestor", say("{} and the group around it cannot wait for each other.", is_within(dossier, *from, to->id) ? from->code : to->code));
    if (!seen.emplace(link.predecessor, link.successor, link.type).second)
      wrong(link, "type", "link.duplicate", say("{} and {} are linked twice in the same way.", from->code, to->code), say("remove one of the two"));
    if (to->kind == MilestoneKind::group && (link.type == LinkType::finish_finish || link.type == LinkType::start_finish))
      wrong(link, "type", "link.group_finish", say("A link cannot hold the finish of a group; {} is one.", to->code), say("link to the member that it really holds"));
  }
  for (const std::string& cycle : find_cycles(dossier))
    findings.add(cycle.substr(0, cycle.find(' ')), "", "link.cycle", say("These milestones wait for each other in a circle: {}.", cycle), "", "", say("remove one of these links"));
}

}  // namespace accord
