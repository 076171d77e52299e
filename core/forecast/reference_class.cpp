#include "core/forecast/reference_class.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

constexpr Day lisbon = Day{date::year{2009} / 12 / 1};
constexpr std::string_view suspension = "suspended_from";

Diagnostic unknown(std::string_view text, std::string message, const std::vector<std::string>& known,
                   std::string_view found) {
  Diagnostic problem{.code = "estimate.class_unknown", .message = std::move(message), .found = std::string(text)};
  const auto near = nearest(found, known);
  problem.advice = near ? say("did you mean {}?", *near) : say("\"accord reference list\" shows what there is");
  return problem;
}

bool begins_before_text(std::string_view stage) {
  return stage == "recommendation" || stage == "mandate_adopted" || stage == "negotiations_opened";
}

// Known to the day, or not there at all.
bool is_exact(const ReferenceRow& row, const std::string& stage) {
  const auto date = row.dates.find(stage);
  return date == row.dates.end() || date->second.is_exact();
}

// After the signature the Parliament, the Council and the partner act side by side, now one first, now another.
bool is_side_by_side(std::string_view stage) {
  return stage == "ep_consent" || stage == "concluded_by_council" || stage == "partner_ratified";
}

// The way of a dialogue on visa-free travel; its Commission proposal has one name with the agreements' own.
constexpr std::array<std::string_view, 8> dialogue{
    "dialogue_launched",  "action_plan_presented", "first_progress_report", "phase1_done", "commission_proposal",
    "regulation_adopted", "visa_free_in_force",    "suspended_from"};

bool is_only_of_dialogue(std::string_view stage) {
  return std::ranges::find(dialogue, stage) != dialogue.end() && stage != "commission_proposal" && stage != suspension;
}

bool in_order(const auto& way, std::string_view earlier, std::string_view later) {
  const auto first = std::ranges::find(way, earlier), then = std::ranges::find(way, later);
  return first != way.end() && then != way.end() && first < then;
}

bool may_follow(std::string_view later, std::string_view earlier) {
  return comes_before(earlier, later) || (later != earlier && is_side_by_side(later) && is_side_by_side(earlier));
}

bool in_era(const ReferenceRow& row, Era era) {
  if (era == Era::all) return true;
  // Still on its way when the Treaty of Lisbon came into force. A suspension is no stage of the way.
  const auto is_after = [](const auto& dated) {
    const auto day = dated.second.middle();
    return dated.first != suspension && day && *day >= lisbon;
  };
  const bool after = row.status == "open" || std::ranges::any_of(row.dates, is_after);
  return after == (era == Era::after_2009);
}

// Before the Treaty of Lisbon the Parliament was consulted: no agreement waits for a consent that its time did not know.
bool has_stage(const ReferenceRow& row, std::string_view stage) {
  return stage != "ep_consent" || row.date(stage) || in_era(row, Era::after_2009);
}

int median_down(std::vector<int> times) {
  std::ranges::sort(times);
  const std::size_t middle = times.size() / 2;
  if (times.size() % 2 == 1) return times[middle];
  return (times[middle - 1] + times[middle]) / 2;
}

// Nothing comes later without it. The partner ratifies beside the Parliament and the Council, often before them.
bool shows(std::string_view later, std::string_view stage) {
  return comes_before(stage, later) && !(later == "partner_ratified" && is_side_by_side(stage));
}

// Whether a later stage, or its status, shows that the stage has been reached. Being in force shows every stage on the
// way there, but no suspension.
bool was_reached(const ReferenceRow& row, std::string_view stage) {
  if (row.status == "suspended" || (row.status == "in_force" && stage != suspension)) return true;
  return std::ranges::any_of(reference_stages(), [&](const std::string& later) { return shows(later, stage) && row.date(later); });
}

// What the rows of one package say.
class Package {
 public:
  explicit Package(std::string name) { case_.package = std::move(name); }

  void add(const ReferenceRow& row, const ClassFilter& filter, Day on) {
    const auto from = row.date(filter.from), to = row.date(filter.to);
    if (!from || (to && *to < *from)) return;
    case_.rows.push_back(&row);
    if (to && *to <= on) {
      events_.push_back(days_between(*from, *to));
      return;
    }
    const bool given_up = row.status == "abandoned";
    const Day seen = given_up ? std::min(on, *row.last_known()) : on;
    if (seen < *from) return;
    open_.push_back(days_between(*from, seen));
    undated_ = undated_ || (!to && !given_up && was_reached(row, filter.to));
  }

  std::optional<ReferenceCase> result() && {
    if (events_.empty() && open_.empty()) return std::nullopt;
    case_.event = !events_.empty();
    case_.days = median_down(case_.event ? events_ : open_);
    case_.undated = !case_.event && undated_;
    return std::move(case_);
  }

 private:
  ReferenceCase case_;
  std::vector<int> events_, open_;
  bool undated_ = false;
};

// An agreement and its readmission twin are one package; a dialogue on visa-free travel is another matter.
std::string key_of(const ReferenceRow& row) {
  const std::string& name = row.package.empty() ? row.partner : row.package;
  return row.kind == "visa_free" ? name + "\nvisa_free" : name;
}

ReferenceRow row_of(const ComparableCase& one) {
  ReferenceRow row{.partner = one.title,
                   .kind = lower(one.kind),
                   .package = one.package.empty() ? one.title : one.package,
                   .status = Codec<CaseStatus>::write(one.status),
                   .confidence = type_of<ComparableCase>().field("confidence")->read(one),
                   .sources = one.source,
                   .note = one.notes,
                   .region = lower(one.region),
                   .dates = {},
                   .own = true};
  for (std::size_t stage = 0; stage < agreement_stages.size(); ++stage)
    if (one.dates[stage]) row.dates.emplace(agreement_stages[stage].code, *one.dates[stage]);
  return row;
}

}  // namespace

std::optional<Day> ReferenceRow::date(std::string_view stage) const {
  const auto found = dates.find(stage);
  return found == dates.end() ? std::nullopt : found->second.middle();
}

std::optional<Day> ReferenceRow::last_known() const {
  std::optional<Day> last;
  for (const auto& [stage, date] : dates)
    if (const auto day = date.middle(); day && (!last || *day > *last)) last = day;
  return last;
}

bool ReferenceRow::is_amendment() const { return partner.find("(amendment") != std::string::npos; }

const std::vector<std::string>& reference_stages() {
  static const std::vector<std::string> stages = [] {
    std::vector<std::string> out;
    for (const Choice& stage : agreement_stages) out.emplace_back(stage.code);
    return out;
  }();
  return stages;
}

bool comes_before(std::string_view earlier, std::string_view later) {
  if (in_order(dialogue, earlier, later)) return true;
  return in_order(reference_stages(), earlier, later) && !is_only_of_dialogue(earlier) && !is_only_of_dialogue(later);
}

std::string stage_in_words(std::string_view stage, const Tongue& t) {
  if (t.code() != "en") {
    const auto known = std::ranges::find(agreement_stages, stage, &Choice::code);
    if (known != agreement_stages.end()) return t(known->label);
  }
  std::string words(stage);
  std::ranges::replace(words, '_', ' ');
  return words == "ep consent" ? "consent of the Parliament" : words;
}

std::string kind_in_words(std::string_view kind, const Tongue& t) {
  if (kind == "visa_facilitation") return t("visa facilitation agreements");
  if (kind == "readmission") return t("readmission agreements");
  if (kind == "visa_free") return t("visa-free travel");
  std::string words(kind);
  std::ranges::replace(words, '_', ' ');
  return words;
}

Result<ClassFilter> ClassFilter::parse(std::string_view text) {
  const std::vector<std::string> parts = split(text, ';');
  const std::vector<std::string> names = parts.empty() ? parts : split(parts.front(), '/');
  if (names.size() != 3)
    return Diagnostic{.code = "estimate.class_unknown",
                      .message = say("\"{}\" is not a reference class", text),
                      .expected = say("KIND/FROM/TO, such as visa_facilitation/negotiations_opened/signed"),
                      .found = std::string(text)};
  ClassFilter filter{.kinds = split(names[0], '+'), .from = lower(names[1]), .to = lower(names[2])};
  for (const std::string& stage : {filter.from, filter.to})
    if (std::ranges::find(reference_stages(), stage) == reference_stages().end())
      return unknown(text, say("The reference class knows no stage \"{}\"", stage), reference_stages(), stage);
  if (!may_follow(filter.to, filter.from))
    return Diagnostic{.code = "estimate.class_order",
                      .message = say("Nothing takes time from “{}” to “{}”", stage_in_words(filter.from),
                                             stage_in_words(filter.to)),
                      .expected = say("two stages, the later one last"),
                      .found = std::string(text)};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string part = lower(parts[i]);
    if (part == "era=all") filter.era = Era::all;
    else if (part == "era=post-2009") filter.era = Era::after_2009;
    else if (part == "era=pre-2009") filter.era = Era::before_2009;
    else if (part.starts_with("region=")) filter.region = part.substr(7);
    else if (part == "dates=exact") filter.exact = true;
    else if (part == "amendments=all") filter.amendments = true;
    else
      return Diagnostic{.code = "estimate.class_unknown",
                        .message = say("\"{}\" does not narrow a reference class", parts[i]),
                        .expected = say("era=all, era=pre-2009, era=post-2009, region=…, dates=exact or amendments=all"),
                        .found = std::string(text)};
  }
  return filter;
}

Era ClassFilter::era_used() const {
  if (era) return *era;
  return from == "ep_consent" || to == "ep_consent" ? Era::after_2009 : Era::all;
}

std::vector<std::string> ReferenceClass::kinds() const {
  std::vector<std::string> out;
  for (const ReferenceRow& row : rows())
    if (std::ranges::find(out, row.kind) == out.end()) out.push_back(row.kind);
  return out;
}

std::vector<std::string> ReferenceClass::regions() const {
  std::vector<std::string> out;
  for (const ReferenceRow& row : rows())
    if (!row.region.empty() && std::ranges::find(out, row.region) == out.end()) out.push_back(row.region);
  return out;
}

std::vector<ReferenceCase> ReferenceClass::cases(const ClassFilter& filter, Day on) const {
  const auto belongs = [&](const ReferenceRow& row) {
    const bool of_kind =
        std::ranges::any_of(filter.kinds, [&](const std::string& kind) { return same_ignoring_case(kind, row.kind); });
    const bool of_region = filter.region.empty() || same_ignoring_case(filter.region, row.region);
    return of_kind && of_region && in_era(row, filter.era_used()) && has_stage(row, filter.to) &&
           (filter.amendments || !row.is_amendment() || !begins_before_text(filter.from)) &&
           (!filter.exact || (is_exact(row, filter.from) && is_exact(row, filter.to)));
  };
  std::vector<std::string> order;
  std::map<std::string, Package> packages;
  for (const ReferenceRow& row : rows()) {
    if (!belongs(row)) continue;
    const std::string key = key_of(row);
    const auto [package, is_new] = packages.try_emplace(key, row.package.empty() ? row.partner : row.package);
    if (is_new) order.push_back(key);
    package->second.add(row, filter, on);
  }
  std::vector<ReferenceCase> out;
  for (const std::string& key : order)
    if (auto found = std::move(packages.at(key)).result()) out.push_back(std::move(*found));
  std::ranges::stable_sort(out, {}, &ReferenceCase::days);
  return out;
}

ReferenceClass ReferenceClass::with_cases_of(const Dossier& dossier) const {
  if (dossier.all<ComparableCase>().empty()) return *this;
  std::vector<ReferenceRow> all = rows();
  for (const ComparableCase& one : dossier.all<ComparableCase>()) all.push_back(row_of(one));
  return ReferenceClass(std::move(all));
}

ReferenceLookup ReferenceClass::lookup(Day on) const {
  return [all = *this, on](const std::string& reference) -> std::optional<StepCurve> {
    const auto filter = ClassFilter::parse(reference);
    if (!filter) return std::nullopt;
    const std::vector<std::string> known = all.kinds();
    for (const std::string& kind : filter->kinds)
      if (std::ranges::none_of(known, [&](const std::string& k) { return same_ignoring_case(k, kind); }))
        return std::nullopt;
    return curve_of(all.cases(*filter, on)).steps();
  };
}

ReferenceLookup ReferenceClass::lookup_for(const Dossier& dossier, Day today, std::optional<Day> status_date) const {
  if (!status_date) status_date = status_date_of(dossier, today);
  return with_cases_of(dossier).lookup(std::min(today, status_date.value_or(today)));
}

SurvivalCurve curve_of(const std::vector<ReferenceCase>& cases) {
  std::vector<Observation> observations;
  for (const ReferenceCase& one : cases) observations.push_back({one.days, one.event});
  return kaplan_meier(std::move(observations));
}

Backtest backtest(const std::vector<ReferenceCase>& cases) {
  Backtest out;
  for (const int days : {365, 730, 1095}) out.horizons.push_back({days, 0, 0});
  for (std::size_t left_out = 0; left_out < cases.size(); ++left_out) {
    const ReferenceCase& one = cases[left_out];
    std::vector<ReferenceCase> others = cases;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
    const SurvivalCurve curve = curve_of(others);
    if (curve.n == 0) continue;
    const auto low = curve.quantile(0.1), high = curve.quantile(0.9);
    const bool too_late = high && one.days > *high;  // even of what is still open
    if (one.event || too_late) {
      ++out.tested;
      if (!high) ++out.no_upper;
      if (low && one.days >= *low && !too_late) ++out.covered;
    }
    for (Backtest::Horizon& horizon : out.horizons) {
      const bool finished = one.event && one.days <= horizon.days;
      if (!finished && !one.event && (one.undated || one.days < horizon.days)) continue;  // nobody knows
      const double miss = curve.finished_by(horizon.days) - (finished ? 1 : 0);
      horizon.brier += miss * miss;
      ++horizon.n;
    }
  }
  for (Backtest::Horizon& horizon : out.horizons)
    if (horizon.n > 0) horizon.brier /= horizon.n;
  return out;
}

std::string backtest_in_words(const Backtest& test, const Tongue& t) {
  if (test.tested == 0) return t("No finished case can be left out: the class cannot be tested against itself.");
  const std::string held = t.plural("What happened lay between P10 and P90 of the others in {1} of {0} case",
                                      "What happened lay between P10 and P90 of the others in {1} of {0} cases", test.tested, test.covered);
  const std::string text = test.tested < 10 ? t("{} (few cases: weak evidence).", held) : t("{}.", held);
  if (test.no_upper == test.tested)
    return t("{} The others never have a P90, since too few were seen to finish: only “sooner than P10” could miss.", text);
  return test.no_upper > 0 ? t("{} In {} of them the others have no P90, since too few were seen to finish: only “sooner than P10” could miss there.", text, test.no_upper)
                           : text;
}

}  // namespace accord
