#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// What happened is given as it is known: "on 6 April 2027", "in April 2025".
std::string done_when(const DateStanding& date) {
  if (date.text == "an unknown day" || date.text == "–") return "on a day that is not known";
  const bool has_preposition = date.text.starts_with("by ") || date.text.starts_with("between ") || date.text.starts_with("about ");
  if (has_preposition) return date.text;
  return (date.day && date.text == in_prose(*date.day) ? "on " : "in ") + date.text;
}

struct Passage {
  const DateStanding& date;
  const char* done;      // "signed"
  const char* expected;  // "signed"
};

// "was initialled on 6 April 2027 and, on present plans, would be signed in October 2027 and in force in September 2028". A
// forecast is given to the month: the days of a plan are no promise.
std::string passages_of(const ThreeDates& d) {
  std::vector<std::string> done, expected;
  for (const Passage& p : {Passage{d.initialled, "initialled", "initialled"}, Passage{d.signature, "signed", "signed"}, Passage{d.in_force, "put into force", "in force"}}) {
    if (p.date.happened) done.push_back(fmt::format("{} {}", p.done, done_when(p.date)));
    else if (p.date.day) expected.push_back(fmt::format("{} in {}", p.expected, month_in_prose(*p.date.day)));
  }
  const std::string past = done.empty() ? "" : "was " + join_in_words(done);
  if (expected.empty()) return past;
  const std::string plan = fmt::format("would, on present plans, be {}", join_in_words(expected));
  return past.empty() ? plan : fmt::format("{} and {}", past, plan);
}

std::string first_sentence(const Standing& s) {
  const std::string with_partner = s.partner.empty() ? "" : " with " + s.partner;
  for (const ThreeDates& d : s.dates) {
    const std::string passages = passages_of(d);
    if (passages.empty() && d.opened.happened) return fmt::format("Negotiations{} on a {} opened {}.", with_partner, d.agreement, done_when(d.opened));
    if (passages.empty()) continue;
    if (d.opened.happened && !d.initialled.happened && !d.signature.happened)
      return fmt::format("Negotiations{} on a {} opened {}; it {}.", with_partner, d.agreement, done_when(d.opened), passages);
    return fmt::format("The {}{} {}.", d.agreement, with_partner, passages);
  }
  for (const GoalStanding& goal : s.goals)
    if (!goal.reached && goal.forecast) return fmt::format("{}: on present plans {} falls in {}.", s.title, inside_sentence(goal.milestone), month_in_prose(*goal.forecast));
  if (s.visa_free.happened) return fmt::format("{}: visa-free travel began {}.", s.title, done_when(s.visa_free));
  if (s.visa_free.day) return fmt::format("{}: on present plans visa-free travel would begin in {}.", s.title, month_in_prose(*s.visa_free.day));
  if (s.open_until) return fmt::format("{}: on present plans the process would run until {}.", s.title, month_in_prose(*s.open_until));
  std::string summary = s.summary;
  if (!summary.empty() && summary[0] >= 'A' && summary[0] <= 'Z') summary[0] = static_cast<char>(summary[0] - 'A' + 'a');
  return fmt::format("{}: {}", s.title, summary);
}

// What comes next; what somebody wrote down before what the plan expects. "" where nothing does.
std::string next_sentence(const Standing& s) {
  if (s.steps.empty()) return {};
  const bool recorded = std::any_of(s.steps.begin(), s.steps.end(), [](const Step& step) { return step.source == Step::Source::next_step; });
  if (recorded) return " " + s.whose_move;
  const Step& step = s.steps.front();
  if (step.source == Step::Source::announced) return " " + step.sentence;
  const std::string when = !step.due || step.undated ? "" : step.source == Step::Source::plan ? ", expected in " + month_in_prose(*step.due) : ", due on " + in_prose(*step.due);
  return fmt::format(" The next step is: {}{}.", inside_sentence(step.text), when);
}

}  // namespace

std::string line_to_take(const Standing& s) {
  if (s.facilitation) return first_sentence(s) + " It would make visas easier and cheaper to obtain; it is not visa-free travel.";
  return first_sentence(s) + next_sentence(s);
}

Document build_line(const Standing& s, const Provenance& made_from) {
  Document out;
  out.title = s.title;
  out.subtitle = fmt::format("Line to take, {}", in_prose(s.as_of));
  out.made_from = made_from;
  out.blocks.push_back(doc::Paragraph{doc::plain(line_to_take(s)), doc::Paragraph::Kind::lead});
  out.footer = footer_text(made_from);
  return out;
}

}  // namespace accord
