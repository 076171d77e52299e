#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// A forecast is given to the month: the days of a plan are not a promise. What happened is given as it is known.
std::string passage(const DateStanding& date, const std::string& done, const std::string& expected) {
  if (!date.day && !date.happened) return {};
  if (date.happened) return date.text == "an unknown day" ? done : fmt::format("{} {}", done, date.day && date.text == in_prose(*date.day) ? "on " + date.text : "in " + date.text);
  return fmt::format("{} in {}", expected, month_in_prose(*date.day));
}

// "was initialled on …, is expected to be signed in October 2027 and to enter into force in September 2028".
std::string three_passages(const ThreeDates& d) {
  std::vector<std::string> done, expected;
  const auto add = [&](const DateStanding& date, const std::string& was, const std::string& will) {
    const std::string text = passage(date, was, will);
    if (!text.empty()) (date.happened ? done : expected).push_back(text);
  };
  add(d.initialled, "initialled", "to be initialled");
  add(d.signature, "signed", "to be signed");
  add(d.in_force, "put into force", "to enter into force");
  std::string text;
  if (!done.empty()) text = "was " + join_in_words(done);
  if (!expected.empty()) text += fmt::format("{}is expected {}", done.empty() ? "" : " and ", join_in_words(expected));
  return text;
}

std::string partner_phrase(const Standing& s) { return s.partner.empty() ? "" : " with " + s.partner; }

std::string first_sentence(const Standing& s) {
  for (const ThreeDates& d : s.dates) {
    const std::string passages = three_passages(d);
    if (passages.empty()) continue;
    const std::string subject = d.track_code.empty() ? d.track : fmt::format("{}{}", d.track, s.title.find(s.partner) == s.title.npos || d.track.find(s.partner) == d.track.npos ? partner_phrase(s) : "");
    return fmt::format("{}: on present plans the agreement {}.", subject, passages);
  }
  for (const GoalStanding& goal : s.goals)
    if (!goal.reached && goal.forecast) return fmt::format("{}: {} is expected in {}.", s.title, goal.milestone, month_in_prose(*goal.forecast));
  return fmt::format("{}: {}", s.title, s.summary);
}

// Short where all is said by the summary already.
std::string second_sentence(const Standing& s) {
  if (s.silence.days && *s.silence.days > 0) return s.whose_move + " " + s.silence.sentence;
  return s.whose_move;
}

}  // namespace

std::string line_to_take(const Standing& s) {
  std::string text = first_sentence(s);
  if (s.facilitation) text += " It would make visas easier and cheaper to obtain; it is not visa-free travel.";
  else if (const std::string more = second_sentence(s); s.summary.find(more) == s.summary.npos) text += " " + more;
  return text;
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
