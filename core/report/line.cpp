#include <algorithm>

#include "core/base/text.hpp"
#include "core/report/passages.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// What happened is given as it is known: "on 6 April 2027", "in April 2025".
std::string done_when(const DateStanding& date, const Tongue& t) {
  if (date.text == t("an unknown day") || date.text == "–") return t("on a day that is not known");
  if (date.day && date.text == in_prose(*date.day, t)) return on_day(*date.day, t);
  if (t.code() != "en") return date.text;
  const bool has_preposition = date.text.starts_with("by ") || date.text.starts_with("between ") || date.text.starts_with("about ");
  return has_preposition ? date.text : "in " + date.text;
}

// Said where a date that is named rests on nothing but an assumption.
std::string doubt_of(const Standing& s, const Tongue& t) {
  const auto is_doubtful = [&](const DateStanding& date) { return date.state == t("not reliable"); };
  const bool any = is_doubtful(s.visa_free) || std::ranges::any_of(s.dates, [&](const ThreeDates& d) { return is_doubtful(d.initialled) || is_doubtful(d.signature) || is_doubtful(d.in_force); });
  return any ? " " + t("These dates cannot be relied on: a stage before them has used up its estimate.") : std::string();
}

// "was initialled on 6 April 2027 and would, on present plans, be signed in October 2027 and in force in September 2028". A
// forecast is given to the month: the days of a plan are no promise.
std::string passages_of(const ThreeDates& d, const Tongue& t) {
  std::vector<std::string> done, expected;
  const auto add = [&](const DateStanding& date, auto done_words, auto expected_words) {
    if (date.happened) done.push_back(done_words(done_when(date, t)));
    else if (date.day) expected.push_back(expected_words(in_month(*date.day, t)));
  };
  const auto initialled = [&](const std::string& when) { return t("initialled {}", when); };
  const auto signed_ = [&](const std::string& when) { return t("signed {}", when); };
  add(d.initialled, initialled, initialled);
  add(d.signature, signed_, signed_);
  add(d.in_force, [&](const std::string& when) { return t("put into force {}", when); }, [&](const std::string& when) { return t("in force {}", when); });
  const std::string past = done.empty() ? "" : t("was {}", join_in_words(done, t));
  if (expected.empty()) return past;
  const std::string plan = t("would, on present plans, be {}", join_in_words(expected, t));
  return past.empty() ? plan : t("{} and {}", past, plan);
}

std::string first_sentence(const Standing& s, const Tongue& t) {
  for (const ThreeDates& d : s.dates) {
    const std::string passages = passages_of(d, t);
    if (passages.empty() && d.opened.happened) {
      const std::string opened = done_when(d.opened, t);
      return s.partner.empty() ? t("Negotiations on a {} opened {}.", d.agreement, opened) : t("Negotiations with {} on a {} opened {}.", s.partner, d.agreement, opened);
    }
    if (passages.empty()) continue;
    if (d.opened.happened && !d.initialled.happened && !d.signature.happened) {
      const std::string opened = done_when(d.opened, t);
      return s.partner.empty() ? t("Negotiations on a {} opened {}; it {}.", d.agreement, opened, passages) : t("Negotiations with {} on a {} opened {}; it {}.", s.partner, d.agreement, opened, passages);
    }
    return capitalised(s.partner.empty() ? t("The {} {}.", d.agreement, passages) : t("The {} with {} {}.", d.agreement, s.partner, passages));
  }
  for (const GoalStanding& goal : s.goals)
    if (!goal.reached && goal.forecast) return t("{}: on present plans {} falls {}.", s.title, inside_sentence(goal.milestone), in_month(*goal.forecast, t));
  if (s.visa_free.happened) return t("{}: visa-free travel began {}.", s.title, done_when(s.visa_free, t));
  if (s.visa_free.day) return t("{}: on present plans visa-free travel would begin {}.", s.title, in_month(*s.visa_free.day, t));
  if (s.open_until && !s.all_past) return t("{}: on present plans the process would run until {}.", s.title, month_in_prose(*s.open_until, t));
  std::string summary = s.summary;
  if (!summary.empty() && summary[0] >= 'A' && summary[0] <= 'Z') summary[0] = static_cast<char>(summary[0] - 'A' + 'a');
  return fmt::format("{}: {}", s.title, summary);
}

// What comes next; what somebody wrote down before what the plan expects. "" where nothing does.
std::string next_sentence(const Standing& s, const Tongue& t) {
  if (s.steps.empty()) return {};
  const bool recorded = std::any_of(s.steps.begin(), s.steps.end(), [](const Step& step) { return step.source == Step::Source::next_step; });
  if (recorded) return " " + s.whose_move;
  const Step& step = s.steps.front();
  if (step.source == Step::Source::announced) return " " + step.sentence;
  const std::string what = inside_sentence(step.text);
  if (!step.due || step.undated) return " " + t("The next step is: {}.", what);
  return " " + (step.source == Step::Source::plan ? t("The next step is: {}, expected {}.", what, in_month(*step.due, t)) : t("The next step is: {}, due {}.", what, on_day(*step.due, t)));
}

// What the agreement does for travellers, so far as it does it yet.
std::string effect_sentence(const Standing& s, const Tongue& t) {
  const auto agreement = std::ranges::find_if(s.dates, &ThreeDates::facilitation);
  if (agreement != s.dates.end() && agreement->in_force.happened) return t("It makes visas easier and cheaper to obtain; it is not visa-free travel.");
  if (agreement != s.dates.end() && agreement->signature.happened)
    return t("Once in force, it makes visas easier and cheaper to obtain; it is not visa-free travel.");
  return t("It would make visas easier and cheaper to obtain; it is not visa-free travel.");
}

}  // namespace

std::string line_to_take(const Standing& s, const Tongue& t) {
  if (s.facilitation) return first_sentence(s, t) + doubt_of(s, t) + " " + effect_sentence(s, t);
  return first_sentence(s, t) + doubt_of(s, t) + next_sentence(s, t);
}

Document build_line(const Standing& s, const Provenance& made_from, const Tongue& t) {
  Document out;
  out.title = s.title;
  out.subtitle = t("Line to take, {}", in_prose(s.as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  out.blocks.push_back(doc::Paragraph{doc::plain(line_to_take(s, t)), doc::Paragraph::Kind::lead});
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
