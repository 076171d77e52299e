#include "core/edit/note_remarks.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

Diagnostic remark(std::string code, std::string message, std::string advice = {}) {
  return {.code = std::move(code), .message = std::move(message), .advice = std::move(advice), .severity = Severity::warning};
}

// A promise has a register of its own, where it is seen to be kept or not.
Diagnostic on_promise(const QuickNote& note, const Dossier& dossier) {
  const Person* by = note.people.empty() ? nullptr : dossier.find(note.people.front());
  return remark("note.promise",
                say("This is a promise for {}; the note itself only records that it was made.", note.promised_by->text()),
                say("keep it as well: {}", fmt::format("accord add FILE commitment title=\"{}\"{} made={} due=\"{}\"", note.title,
                                                      by ? " by_person=" + by->code : "", note.date.text(), note.promised_by->text())));
}

void on_number(Diagnostics& out, const QuickNote& note, const Dossier& dossier) {
  for (const Entry& entry : dossier.all<Entry>())
    if (entry.kind == EntryKind::round && entry.number && *entry.number < *note.number && entry.date && entry.date->earliest() &&
        note.date.latest() && *note.date.latest() < *entry.date->earliest())
      return out.push_back(remark("note.order", say("Round {} would lie before round {} ({} of {}). If another year is "
                                                            "meant, give it with the day.",
                                                            *note.number, *entry.number, entry.code, entry.date->text())));
  bool previous = *note.number == 1;
  std::vector<std::string> repeated;
  for (const Entry& entry : dossier.all<Entry>()) {
    if (entry.kind != EntryKind::round || !entry.number) continue;
    previous = previous || *entry.number == *note.number - 1;
    if (*entry.number == *note.number)
      repeated.push_back(say("{0} of {1}", entry.code, entry.date ? entry.date->text() : say("an unknown day")));
  }
  if (!repeated.empty())
    out.push_back(remark("note.repeated", say("Round {} is recorded already: {}.", *note.number, join_in_words(repeated, spoken()))));
  if (!previous) out.push_back(remark("note.gap", say("Round {} is not recorded yet.", *note.number - 1)));
}

}  // namespace

Diagnostics remarks_on(const QuickNote& note, const Dossier& dossier, Day today, bool not_held) {
  Diagnostics out;
  if (!note.took_place)
    out.push_back(remark("note.no_event", not_held ? say("Nothing took place: it is kept as context, and the silence goes on.")
                                                    : say("This is still to come: it is kept as context, and the silence goes on.")));
  if (note.in_doubt)
    out.push_back(remark("note.in_doubt",
                         say("It cannot be told whether this took place or is still to come; it is read as having taken place."),
                         say("say \"held\", or \"will be held\"")));
  if (note.promised_by) out.push_back(on_promise(note, dossier));
  if (note.date.earliest() && *note.date.earliest() > today)
    out.push_back(remark("note.future", say("{} is still to come: it can be recorded once it has happened.", note.date.text())));
  if (note.kind == EntryKind::round && note.number) on_number(out, note, dossier);
  return out;
}

}  // namespace accord
