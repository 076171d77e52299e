// The rules of what is recorded day by day: ladders, lights, accounts, evidence, indicators.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/evidence_index.hpp"
#include "core/model/ladder.hpp"
#include "core/model/monthly.hpp"
#include "core/model/phrases.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

void repeat(const Record& record, std::string_view field, const Diagnostics& problems, Findings& findings) {
  for (const Diagnostic& d : problems)
    findings.add(record.code, field, d.code, d.message, d.expected, d.found, d.advice);
}

void check_rung(const Record& record, const std::string& rung, const LadderRungs& ladder, Findings& findings) {
  if (rung_at(ladder, rung)) return;
  std::vector<std::string> codes;
  for (const Rung& r : ladder) codes.push_back(r.code);
  const auto near = nearest(rung, codes);
  findings.add(record.code, "ladder", "ladder.unknown", say("This is no rung of the dossier's ladder of completion."),
               say("one of {}", join(codes, ", ")), fmt::format("\"{}\"", rung),
               near ? say("did you mean {}?", *near) : "");
}

void check_light(const Record& record, Light light, const std::string& why, Findings& findings) {
  if (light != Light::by_rule && trim(why).empty())
    findings.add(record.code, "light_why", "light.reason", say("A traffic light that is set by hand needs a reason."),
                 say("why the rule's colour is not the right one"), "",
                 say("give light_why as well, or leave the light to its rule"));
}

void check_accounts(const Dossier& dossier, Findings& findings) {
  for (const Entry& e : dossier.all<Entry>()) {
    const Entry* other = dossier.find(e.chosen);
    if (!other) continue;
    if (trim(e.chosen_why).empty())
      findings.add(e.code, "chosen_why", "account.reason",
                   say("{} is set aside for {}, but nobody says why.", e.code, other->code),
                   say("why that account is taken"));
    if (other->id == e.id || other->chosen)
      findings.add(e.code, "chosen", "account.chosen", say("An account can only be set aside for one that stands."),
                   say("an entry that is not set aside itself"), other->code);
  }
}

void check_assessments(const Dossier& dossier, Findings& findings) {
  for (const Assessment& a : dossier.all<Assessment>()) {
    const Assessment* other = dossier.find(a.disputes);
    if (!other) continue;
    if (trim(a.reason).empty())
      findings.add(a.code, "reason", "assessment.reason", say("To dispute an assessment a reason is needed."));
    if (other->id == a.id || other->benchmark != a.benchmark)
      findings.add(a.code, "disputes", "assessment.disputes",
                   say("An assessment can only dispute another one of the same benchmark."), "", other->code);
  }
}

void check_evidence(const Dossier& dossier, Findings& findings) {
  for (const Evidence& e : dossier.all<Evidence>()) {
    if (!shows_something(e))
      findings.add(e.code, "url", "evidence.nothing", say("This evidence holds nothing to look at, so it shows nothing and does not count."), "", "",
                   say("give act_number or url, or attach a file"), Severity::warning);
    const bool hexadecimal = e.file_hash.size() == 64 &&
                             std::all_of(e.file_hash.begin(), e.file_hash.end(),
                                         [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!e.file_hash.empty() && !hexadecimal)
      findings.add(e.code, "file_hash", "evidence.hash", say("This is not a SHA-256 check sum."), say("64 hexadecimal digits"),
                   fmt::format("\"{}\"", e.file_hash));
    if (e.file_size && *e.file_size < 0)
      findings.add(e.code, "file_size", "evidence.size", say("A file cannot have fewer than no bytes."), "",
                   std::to_string(*e.file_size));
  }
}

// A threshold lies above nothing, and the warning comes before it.
void check_levels(const Indicator& i, Findings& findings) {
  if (i.threshold && *i.threshold <= 0)
    findings.add(i.code, "threshold", "indicator.threshold", say("A threshold lies above nothing."),
                 say("a number such as 30"), number_text(*i.threshold));
  const std::optional<double> threshold =
      i.threshold ? i.threshold : i.watch == Watch::rise ? std::optional(usual_rise) : std::nullopt;
  if (!threshold || !i.warn_at || *i.warn_at == *threshold) return;
  if ((i.watch == Watch::below) == (*i.warn_at > *threshold)) return;
  findings.add(i.code, "warn_at", "indicator.warn_at", say("A warning that comes after its threshold warns of nothing."),
               i.watch == Watch::below ? say("{} or more", number_text(*threshold))
                                       : say("{} or less", number_text(*threshold)),
               number_text(*i.warn_at));
}

void check_indicators(const Dossier& dossier, Findings& findings) {
  for (const Indicator& i : dossier.all<Indicator>()) {
    const auto figures = parse_monthly(i.values);
    repeat(i, "values", figures.errors(), findings);
    check_levels(i, findings);
    const bool is_share = trim(i.unit).starts_with("%") && i.watch != Watch::rise;
    for (const MonthlyValue& v : figures ? *figures : std::vector<MonthlyValue>())
      if (is_share && v.value > 100)
        findings.add(i.code, "values", "indicator.share", say("A share cannot be more than 100 %."), say("0 to 100"),
                     to_iso(v.month).substr(0, 7) + "=" + number_text(v.value));
      else if (v.value < 0)
        findings.add(i.code, "values", "indicator.negative", say("A figure that is counted cannot be less than nothing."),
                     say("0 or more"), to_iso(v.month).substr(0, 7) + "=" + number_text(v.value));
    if (i.months && (*i.months < 1 || *i.months > 12))
      findings.add(i.code, "months", "indicator.months", say("One to twelve months can be compared."), say("1 to 12"),
                   std::to_string(*i.months));
  }
}

// What the state of a promise says against its days. Of uncertain days only what holds whichever is right.
void check_commitment(const Commitment& c, const ValidateOptions& options, Findings& findings) {
  const auto add = [&](std::string_view field, std::string code, std::string message, std::string advice = {}) {
    const auto& day = field == "due" ? c.due : c.resolved;
    findings.add(c.code, field, std::move(code), std::move(message), "", day ? day->text() : "", std::move(advice));
  };
  const auto before = [](const std::optional<FuzzyDate>& a, const std::optional<FuzzyDate>& b) {
    return a && b && a->latest() && b->earliest() && *a->latest() < *b->earliest();
  };
  if (before(c.due, c.made)) add("due", "commitment.order", say("It was due before it was promised."));
  if (before(c.resolved, c.made)) add("resolved", "commitment.order", say("It was done before it was promised."));
  const auto done = c.resolved ? c.resolved->earliest() : std::nullopt;
  if (options.status_date && done && *done > *options.status_date)
    add("resolved", "commitment.future", say("What is done cannot lie after the status date."));
  const auto last_due = c.due ? c.due->latest() : std::nullopt;
  const auto latest_done = c.resolved ? c.resolved->latest() : std::nullopt;
  if (c.state == CommitmentState::open && c.resolved)
    add("resolved", "commitment.open", say("It is done, but its state says that it is open."),
        say("give state=kept or state=slipped as well"));
  if (c.state == CommitmentState::kept && last_due && done && *done > *last_due)
    add("resolved", "commitment.kept", say("It was done later than promised, so it was not kept."),
        say("give state=slipped, or correct the day"));
  if (c.state == CommitmentState::slipped && last_due && latest_done && *latest_done <= *last_due)
    add("resolved", "commitment.slipped", say("It was done in time, so it did not slip."),
        say("give state=kept, or correct the day"));
  if (c.state == CommitmentState::slipped && !c.resolved)
    add("resolved", "commitment.slipped", say("A promise that slipped was done, only later."),
        say("say when, with resolved=DAY or resolved=unknown; until it is done it is open, or broken"));
}

// An agreement's own stages cannot lie before one another; those between signature and entry into force may cross.
void check_comparable_cases(const Dossier& dossier, Findings& findings) {
  constexpr std::string_view in_order[] = {"mandate_adopted", "negotiations_opened", "initialled", "signed", "entry_into_force"};
  for (const ComparableCase& one : dossier.all<ComparableCase>()) {
    const FuzzyDate* before = nullptr;
    for (std::size_t stage = 0; stage < agreement_stages.size(); ++stage) {
      const auto& date = one.dates[stage];
      if (!date || std::ranges::find(in_order, agreement_stages[stage].code) == std::end(in_order)) continue;
      if (before && before->earliest() && date->latest() && *date->latest() < *before->earliest())
        findings.add(one.code, agreement_stages[stage].code, "comparable_case.order",
                     say("This lies before a stage that comes before it."), say("a day on or after {}", before->text()),
                     date->text());
      before = &*date;
    }
  }
}

void at_least_one(const DossierInfo& info, std::string_view field, const std::optional<int>& value,
                  Findings& findings) {
  if (value && *value < 1)
    findings.add(info.code, field, "threshold.negative", say("This number is at least one."), say("a number such as 14"),
                 std::to_string(*value));
}

}  // namespace

void check_tracking(const Dossier& dossier, const ValidateOptions& options, Findings& findings) {
  const DossierInfo& info = dossier.info();
  if (!trim(info.ladder).empty()) repeat(info, "ladder", parse_ladder(info.ladder).errors(), findings);
  if (!trim(info.phrases).empty()) repeat(info, "phrases", parse_phrases(info.phrases).errors(), findings);
  at_least_one(info, "warn_days", info.warn_days, findings);
  at_least_one(info, "escalate_after", info.escalate_after, findings);
  at_least_one(info, "file_limit", info.file_limit, findings);
  const LadderRungs ladder = ladder_of(dossier);
  for (const Benchmark& b : dossier.all<Benchmark>()) {
    check_rung(b, b.ladder, ladder, findings);
    check_light(b, b.light, b.light_why, findings);
  }
  for (const Measure& m : dossier.all<Measure>()) check_rung(m, m.ladder, ladder, findings);
  for (const Milestone& m : dossier.all<Milestone>()) check_light(m, m.light, m.light_why, findings);
  for (const Goal& g : dossier.all<Goal>()) check_light(g, g.light, g.light_why, findings);
  check_accounts(dossier, findings);
  check_assessments(dossier, findings);
  check_evidence(dossier, findings);
  check_indicators(dossier, findings);
  check_comparable_cases(dossier, findings);
  for (const Commitment& c : dossier.all<Commitment>()) check_commitment(c, options, findings);
}

}  // namespace accord
