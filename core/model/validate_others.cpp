#include <algorithm>
#include <functional>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

void in_order(const Record& record, std::string_view field, const std::optional<FuzzyDate>& from, const std::optional<FuzzyDate>& to, std::string code, Findings& findings) {
  if (from && to && from->earliest() && to->latest() && *to->latest() < *from->earliest())
    findings.add(record.code, field, std::move(code), say("The end lies before the beginning."), say("a day on or after {}", from->text()), to->text());
}

void probability(const Record& record, std::string_view field, std::optional<double> p, Findings& findings) {
  if (p && (*p < 0 || *p > 1)) findings.add(record.code, field, "probability.range", say("A probability lies between 0 and 1."), say("0 to 1, such as 0.25"), number_text(*p));
}

void counts_in_days(const Record& record, std::string_view field, const std::optional<Estimate>& delay, Findings& findings) {
  if (delay && delay->unit == DurationUnit::months) findings.add(record.code, field, "estimate.unit", say("A delay counts in days."), say("working days (d) or calendar days (ed)"), delay->text(), say("give it in d or ed"));
}

void score(const Record& record, std::string_view field, std::optional<double> s, Findings& findings) {
  if (s && (*s < 0 || *s > 10)) findings.add(record.code, field, "score.range", say("A score lies between 0 and 10."), say("0 to 10"), number_text(*s));
}

void check_entries(const Dossier& dossier, const ValidateOptions& options, Findings& findings) {
  if (!options.status_date) return;
  for (const Entry& e : dossier.all<Entry>())
    if (records_a_fact(e.kind) && e.date && e.date->earliest() && *e.date->earliest() > *options.status_date)
      findings.add(e.code, "date", "entry.future", say("This says that something has happened on a day that is still to come."), say("a day up to {}", to_iso(*options.status_date)), e.date->text(),
                   say("record it when it has happened; what is announced belongs into next_announced of the entry that announced it, or into a promise"));
}

// Other records that say on which day something was shown, judged, answered or said.
void check_recorded_days(const Dossier& dossier, const ValidateOptions& options, Findings& findings) {
  if (!options.status_date) return;
  const Day last = *options.status_date;
  const auto check = [&](const Record& record, std::string_view field, const std::optional<FuzzyDate>& date, std::string code) {
    if (date && date->earliest() && *date->earliest() > last)
      findings.add(record.code, field, std::move(code), say("This day is still to come, so nothing can be recorded of it."), say("a day up to {}", to_iso(last)), date->text());
  };
  const auto exact = [](const std::optional<Day>& day) { return day ? std::optional<FuzzyDate>(FuzzyDate(*day)) : std::nullopt; };
  for (const Evidence& e : dossier.all<Evidence>()) check(e, "date", e.date, "evidence.future");
  for (const Assessment& a : dossier.all<Assessment>()) check(a, "date", a.date, "assessment.future");
  for (const Question& q : dossier.all<Question>()) check(q, "answered", exact(q.answered), "question.future");
  for (const Position& p : dossier.all<Position>()) check(p, "date", p.date, "position.future");
}

// True where following `next` from the record leads back to it.
template <class T>
bool leads_back(const Dossier& dossier, const T& record, Id<T> T::*next) {
  std::set<RecordId> seen;
  const T* other = dossier.find(record.*next);
  while (other && other->id != record.id && seen.insert(other->id).second) other = dossier.find(other->*next);
  return other && other->id == record.id;
}

void check_loops(const Dossier& dossier, Findings& findings) {
  for (const Party& p : dossier.all<Party>()) {
    if (leads_back(dossier, p, &Party::part_of)) findings.add(p.code, "part_of", "party.loop", say("{} would be part of itself.", p.code));
    if (leads_back(dossier, p, &Party::successor)) findings.add(p.code, "successor", "party.loop", say("{} would succeed itself.", p.code));
    if (leads_back(dossier, p, &Party::escalate_to)) findings.add(p.code, "escalate_to", "party.loop", say("What {} leaves undone would be escalated back to it.", p.code), say("somebody above it"));
  }
  for (const Person& p : dossier.all<Person>())
    if (leads_back(dossier, p, &Person::successor)) findings.add(p.code, "successor", "person.loop", say("{} would succeed itself.", p.code));
}

// Surely longer: of the same shape and unit, with every one of its numbers as large or larger.
bool is_longer(const Estimate& a, const Estimate& b) {
  const bool alike = a.shape == b.shape && a.unit == b.unit && a.values.size() == b.values.size();
  return alike && a.values != b.values && std::ranges::equal(a.values, b.values, std::greater_equal<>());
}

// A mitigation is there to make a risk smaller.
void check_mitigation(const Risk& r, Findings& findings) {
  const auto warn = [&](std::string_view field, std::string message, const std::string& without, const std::string& with) {
    findings.add(r.code, field, "risk.mitigation", std::move(message), say("at most {}", without), with, "", Severity::warning);
  };
  if (r.probability && r.mitigated_probability && *r.mitigated_probability > *r.probability)
    warn("mitigated_probability", say("With its mitigation this risk is more probable than without."), number_text(*r.probability), number_text(*r.mitigated_probability));
  if (r.delay && r.mitigated_delay && is_longer(*r.mitigated_delay, *r.delay)) warn("mitigated_delay", say("With its mitigation this risk delays longer than without."), r.delay->text(), r.mitigated_delay->text());
}

void check_baselines(const Dossier& dossier, Findings& findings) {
  std::set<std::string> names;
  for (const Baseline& b : dossier.all<Baseline>())
    if (!names.insert(lower(trim(b.title))).second) findings.add(b.code, "title", "baseline.duplicate", say("There is another baseline of the name \"{}\".", b.title), say("a name of its own"), "", say("choose another name, or remove the older one"));
}

}  // namespace

void check_other_records(const Dossier& dossier, const ValidateOptions& options, Findings& findings) {
  check_entries(dossier, options, findings);
  check_recorded_days(dossier, options, findings);
  check_loops(dossier, findings);
  for (const Entry& e : dossier.all<Entry>())
    if (e.number && *e.number < 1) findings.add(e.code, "number", "entry.number", say("Rounds are counted from one."), say("1 or more"), std::to_string(*e.number));
  check_baselines(dossier, findings);
  const DossierInfo& info = dossier.info();
  if (info.silence_limit && *info.silence_limit < 1) findings.add(info.code, "silence_limit", "threshold.negative", say("The limit for silence is at least one day."), say("a number of days such as 270"), std::to_string(*info.silence_limit));
  if (info.status_date_mode == StatusDateMode::fixed && !info.status_date) findings.add(info.code, "status_date", "field.required", say("A fixed status date needs its day."), say("a date such as 2026-11-22"));
  for (const Mandate& m : dossier.all<Mandate>()) {
    in_order(m, "end", m.start, m.end, "mandate.order", findings);
    if (m.end_expected && m.end && ((m.end->earliest() && *m.end_expected < *m.end->earliest()) || (m.end->latest() && *m.end_expected > *m.end->latest())))
      findings.add(m.code, "end_expected", "mandate.order", say("The expected end lies outside the interval in which the mandate ends."), m.end->text(), to_iso(*m.end_expected));
  }
  for (const Party& p : dossier.all<Party>()) in_order(p, "valid_to", p.valid_from, p.valid_to, "validity.order", findings);
  for (const Person& p : dossier.all<Person>()) in_order(p, "valid_to", p.valid_from, p.valid_to, "validity.order", findings);
  std::set<std::pair<RecordId, RecordId>> goals;
  for (const Goal& g : dossier.all<Goal>())
    if (!goals.emplace(g.mandate, g.milestone).second) findings.add(g.code, "milestone", "goal.duplicate", say("This mandate already has a goal on the same milestone."), "", "", say("remove one of the two"));
  for (const Risk& r : dossier.all<Risk>()) {
    probability(r, "probability", r.probability, findings);
    probability(r, "mitigated_probability", r.mitigated_probability, findings);
    counts_in_days(r, "delay", r.delay, findings);
    counts_in_days(r, "mitigated_delay", r.mitigated_delay, findings);
    check_mitigation(r, findings);
    if (r.window_from && r.window_to && *r.window_to < *r.window_from) findings.add(r.code, "window_to", "validity.order", say("The end lies before the beginning."), "", to_iso(*r.window_to));
  }
  for (const Benchmark& b : dossier.all<Benchmark>()) {
    score(b, "own_score", b.own_score, findings);
    score(b, "assessor_score", b.assessor_score, findings);
  }
  for (const Assessment& a : dossier.all<Assessment>()) score(a, "score", a.score, findings);
  for (const Question& q : dossier.all<Question>())
    if (q.answered && q.answer.empty()) findings.add(q.code, "answer", "field.required", say("An answered question needs its answer."));
}

}  // namespace accord
