#include "core/edit/quick_note.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

template <class T>
std::string codes(const std::vector<Id<T>>& ids, const Dossier& dossier) {
  std::vector<std::string> out;
  for (const Id<T> id : ids) out.push_back(dossier.code_of(KindOf<T>::value, id));
  return join(out, "; ");
}

template <class T>
std::string titles(const std::vector<Id<T>>& ids, const Dossier& dossier, bool with_codes) {
  std::vector<std::string> out;
  for (const Id<T> id : ids)
    if (const T* record = dossier.find(id))
      out.push_back(with_codes ? fmt::format("{} {}", record->code, record->title) : record->title);
  return join_in_words(out, spoken());
}

}  // namespace

std::vector<Assignment> assignments(const QuickNote& note, const Dossier& dossier) {
  std::vector<Assignment> out;
  const auto put = [&](std::string_view field, std::string value) {
    if (!value.empty()) out.push_back({std::string(field), std::move(value)});
  };
  put("title", note.title);
  put("kind", Codec<EntryKind>::write(note.kind));
  put("date", note.date.text());
  put("tracks", codes(note.tracks, dossier));
  put("milestones", codes(note.milestones, dossier));
  if (note.number) put("number", std::to_string(*note.number));
  put("place", note.place);
  put("people", codes(note.people, dossier));
  if (note.next_announced) put("next_announced", note.next_announced->text());
  put("notes", fmt::format("As noted: {}", note.text));
  return out;
}

std::vector<std::pair<std::string, std::string>> in_words(const QuickNote& note, const Dossier& dossier) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto put = [&](std::string label, std::string value) {
    if (!value.empty()) out.emplace_back(std::move(label), std::move(value));
  };
  const std::string_view label = Choices<EntryKind>::list[static_cast<std::size_t>(note.kind)].label;
  const std::string kind = note.number ? fmt::format("{} {}", say(label), *note.number) : say(label);
  put(say("Kind"), note.kind_said ? kind : say("{} (none was named)", kind));
  put(say("What"), note.title);
  const std::string date = (note.date.is_exact() ? weekday_name(*note.date.earliest()) + " " : "") + note.date.text();
  put(say("Date"), note.date_said    ? date
                   : note.took_place ? say("{} (today: no day was named)", date)
                                     : say("{} (today, when this was noted)", date));
  put(say("Place"), note.place);
  put(say("People"), titles(note.people, dossier, false));
  const std::string tracks = titles(note.tracks, dossier, false);
  put(say("Tracks"), note.tracks_said || note.tracks.empty() ? tracks : say("{} (being negotiated now)", tracks));
  put(say("Milestones"), titles(note.milestones, dossier, true));
  put(say("Next announced for"), note.next_announced ? note.next_announced->text() : "");
  put(say("Kept as it is"), note.rest);
  return out;
}

}  // namespace accord
