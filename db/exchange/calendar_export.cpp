#include "db/exchange/calendar_export.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

std::string basic(Day day) {
  std::string text = to_iso(day);
  std::erase(text, '-');
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
  }
  return out;
}

class EventWriter {
 public:
  EventWriter(const Dossier& dossier, const Schedule& plan, std::string_view file, Day made) : dossier_(dossier), plan_(plan), file_(file), made_(made) {}

  std::string write() && {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Accord//Accord 1//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + escaped(dossier_.info().title));
    for (const Milestone* m : in_outline_order(dossier_)) milestone(*m);
    for (const Commitment& c : dossier_.all<Commitment>()) promise(c);
    for (const Mandate& mandate : dossier_.all<Mandate>()) end_of_mandate(mandate);
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  struct Event {
    std::string what;  // of its record: "milestone-12-finish"
    Day day;
    std::string summary, description = {}, group = {};
    bool tentative = false;
  };

  // A continuation begins with a space, which counts.
  void line(std::string_view text) {
    constexpr std::size_t longest = 75;
    std::size_t room = longest;
    while (text.size() > room) {
      std::size_t cut = room;
      while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
      out_ += std::string(text.substr(0, cut)) + "\r\n ";
      text.remove_prefix(cut);
      room = longest - 1;
    }
    out_ += std::string(text) + "\r\n";
  }

  void event(const Event& e) {
    line("BEGIN:VEVENT");
    line(fmt::format("UID:{}@{}.accord", e.what, file_));
    line(fmt::format("DTSTAMP:{}T000000Z", basic(made_)));
    line("DTSTART;VALUE=DATE:" + basic(e.day));
    line("DTEND;VALUE=DATE:" + basic(e.day + date::days{1}));
    line("SUMMARY:" + escaped(e.summary));
    if (!e.description.empty()) line("DESCRIPTION:" + escaped(e.description));
    if (!e.group.empty()) line("CATEGORIES:" + escaped(e.group));
    line(e.tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  void milestone(const Milestone& m) {
    const ScheduledMilestone* s = plan_.find(Id<Milestone>(m.id));
    if (!s || s->dropped || m.kind == MilestoneKind::group) return;
    const std::string name = m.title.empty() ? m.code : fmt::format("{} ({})", m.title, m.code);
    const Track* track = dossier_.find(m.track);
    const std::string group = track ? title_of(Kind::track, *track) : "";
    const auto uid = [&](const char* part) { return fmt::format("milestone-{}-{}", m.id.number, part); };
    if (s->finished && s->early_finish)
      event({uid("finish"), *s->early_finish, s->imprecise ? say("{}: done about this day", name) : say("{}: done", name), {}, group});
    else if (s->early_finish)
      event({uid("finish"), *s->early_finish, say("{}: planned", name), say("A date of the plan as of {}; nobody has agreed to it.", to_iso(plan_.status_date.value_or(plan_.today))), group, true});
    if (s->finished) return;
    if (m.deadline) event({uid("deadline"), *m.deadline, say("Deadline: {}", name), {}, group});
    if (m.next_step_due && !m.next_step.empty()) event({uid("next-step"), *m.next_step_due, say("Next step: {}", m.next_step), name, group});
  }

  void promise(const Commitment& c) {
    if (c.state != CommitmentState::open || !c.due || !c.due->latest()) return;
    event({fmt::format("commitment-{}-due", c.id.number), *c.due->latest(), say("Promised: {}", title_of(Kind::commitment, c)), c.code});
  }

  void end_of_mandate(const Mandate& mandate) {
    const std::string title = title_of(Kind::mandate, mandate);
    const auto uid = [&](const char* part) { return fmt::format("mandate-{}-{}", mandate.id.number, part); };
    const auto earliest = mandate.end ? mandate.end->earliest() : std::nullopt, latest = mandate.end ? mandate.end->latest() : std::nullopt;
    if (latest && earliest == latest) return event({uid("end"), *latest, say("{} ends", title)});
    if (earliest) event({uid("end-earliest"), *earliest, say("{} ends at the earliest", title), {}, {}, true});
    if (latest) event({uid("end-latest"), *latest, say("{} ends at the latest", title), {}, {}, true});
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  std::string_view file_;
  Day made_;
  std::string out_;
};

}  // namespace

std::string to_icalendar(const Dossier& dossier, const Schedule& plan, std::string_view file, Day made) { return EventWriter(dossier, plan, file, made).write(); }

}  // namespace accord
