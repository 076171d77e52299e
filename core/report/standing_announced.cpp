// What was announced and is still awaited.
#include <algorithm>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/edit/note_vocabulary.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

bool is_event(EntryKind kind) { return kind == EntryKind::round || kind == EntryKind::visit || kind == EntryKind::meeting; }

// What an entry speaks of: its title may announce a round where the entry itself is a meeting.
EntryKind subject_of(const Entry& entry) {
  for (std::string word : split(entry.title, ' ')) {
    while (!word.empty() && (word.back() == ',' || word.back() == ':')) word.pop_back();
    if (const auto kind = kind_of_word(lower(word)); kind && is_event(*kind)) return *kind;
  }
  return entry.kind;
}

bool is_known(const StandingView& view, const Entry& entry) {
  return entry.date && entry.date->earliest() && *entry.date->earliest() <= view.as_of;
}

bool is_later(const Entry& a, const Entry& b) {
  return std::tuple(*a.date->earliest(), a.id) > std::tuple(*b.date->earliest(), b.id);
}

bool share_a_track(const Entry& a, const Entry& b) {
  if (a.tracks.empty() || b.tracks.empty()) return true;
  return std::any_of(a.tracks.begin(), a.tracks.end(), [&](Id<Track> id) { return std::find(b.tracks.begin(), b.tracks.end(), id) != b.tracks.end(); });
}

// True where the announcement no longer stands: something of its kind was recorded later, or it was put off or repeated.
bool is_overtaken(const StandingView& view, const Entry& entry) {
  const EntryKind subject = subject_of(entry);
  const auto& all = view.dossier.all<Entry>();
  return std::any_of(all.begin(), all.end(), [&](const Entry& other) {
    if (!is_known(view, other) || !is_later(other, entry) || !share_a_track(other, entry)) return false;
    if (subject_of(other) != subject) return false;
    return is_event(other.kind) || other.kind == EntryKind::context || other.next_announced.has_value();
  });
}

// "Round 4", "Next visit"; nothing where the entry's own words say what it is.
std::optional<std::string> name_of_next(const Entry& entry, const Tongue& t) {
  if (entry.kind == EntryKind::context) return std::nullopt;
  switch (subject_of(entry)) {
    case EntryKind::round: return entry.kind == EntryKind::round && entry.number ? t("Round {}", *entry.number + 1) : t("Next round");
    case EntryKind::visit: return t("Next visit");
    case EntryKind::meeting: return t("Next meeting");
    default: return std::nullopt;
  }
}

std::string sentence_of(const Step& step, bool has_name, const Tongue& t) {
  const std::string what = has_name ? t("{} announced for {} ({})", step.text, step.announced_for, step.code)
                                    : t("Announced for {}: {} ({})", step.announced_for, step.text, step.code);
  return step.overdue ? t("{}; nothing of it is recorded yet.", what) : t("{}.", what);
}

Step step_of(const StandingView& view, const Entry& entry) {
  const auto due = entry.next_announced->latest();
  const auto name = name_of_next(entry, view.t);
  Step step{.source = Step::Source::announced, .code = entry.code, .text = name ? *name : without_full_stop(entry.title), .owner = {}, .due = due,
            .announced_for = in_prose(*entry.next_announced, view.t), .needed_by = {}, .needed_for = {}, .overdue = is_overdue(view, due), .sentence = {}};
  step.sentence = sentence_of(step, name.has_value(), view.t);
  return step;
}

}  // namespace

std::vector<std::pair<Day, Step>> announced_steps(const StandingView& view) {
  std::vector<std::pair<Day, Step>> out;
  for (const Entry& entry : view.dossier.all<Entry>())
    if (is_known(view, entry) && entry.next_announced && !entry.next_announced->is_unknown() && !is_overtaken(view, entry))
      out.emplace_back(entry.next_announced->earliest().value_or(view.as_of), step_of(view, entry));
  return out;
}

}  // namespace accord
