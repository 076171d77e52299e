#include <algorithm>

#include <fmt/format.h>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/report/passages.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

Text item_of(const ChangeLine& line, const Tongue& t) {
  if (!line.day) return plain(line.sentence);
  const bool by_one = line.shares.size() <= 1;
  const std::string author = line.author == "unknown" ? "" : line.author;  // nobody said who they were
  std::string who = !by_one ? by_whom(line, t) : author.empty() ? in_prose(*line.day, t) : fmt::format("{}, {}", author, in_prose(*line.day, t));
  if (by_one && !line.why.empty()) who += ": " + line.why;
  return plain(line.sentence + " ") + Text{Run{"(" + who + ")", Run::Look::emphasis}};
}

// A public note does not say whether something changed of which it may not tell. Dates move by themselves, by mere time.
std::string nothing_changed(const ChangeNote& note, const Tongue& t) {
  const std::string from = in_prose(note.from, t), to = in_prose(note.to, t);
  if (note.edition == Edition::public_)
    return note.from == note.to ? t("Nothing that this edition may tell has changed {}.", since(note.from, t))
                                : t("Nothing that this edition may tell changed between {} and {}.", from, to);
  if (note.same_file() && !note.moved.empty())
    return t("Nobody changed the file between {} and {}; dates of the plan have moved because time has passed.", from, to);
  return note.from == note.to ? t("Nothing changed {}.", since(note.from, t)) : t("Nothing changed between {} and {}.", from, to);
}

std::string span_sentence(const ChangeNote& note, const Tongue& t) {
  const std::string from = in_prose(note.from, t), to = in_prose(note.to, t);
  if (note.count() == 0 && note.from_beginning() && note.edition == Edition::restricted) return t("The file holds nothing up to {}.", to);
  if (note.count() == 0) return nothing_changed(note, t);
  const auto n = static_cast<long long>(note.count());
  const std::string what = t.code() == "en" ? capitalised(count_in_prose(n)) + (n == 1 ? " change" : " changes") : t.plural("{} change", "{} changes", n);
  if (note.from_beginning()) return t("{} from the beginning of the file to {}.", what, to);
  if (note.from == note.to) return t("{} on {}.", what, to);
  return t("{} between {} and {}.", what, from, to);
}

// Goals and the three dates in sentences, every date that moved in a table.
void add_moved(Document& out, const ChangeNote& note, const Tongue& t) {
  constexpr std::size_t most_rows = 30;
  if (note.moved.empty()) return;
  out.blocks.push_back(Heading{2, t("Dates of the plan that have moved")});
  List telling;
  for (const MovedDate& moved : note.moved)
    if (moved.telling) telling.items.push_back(plain(in_words(moved, t)));
  if (!telling.items.empty()) out.blocks.push_back(std::move(telling));
  doc::Table table{.caption = "", .columns = {{t("Milestone"), ColumnKind::text, 4}, {t("Before"), ColumnKind::day, 1.3}, {t("Now"), ColumnKind::day, 1.3}, {t("Days"), ColumnKind::number, 0.7}}, .rows = {}, .name = t("Moved dates")};
  for (const MovedDate& moved : note.moved) {
    if (table.rows.size() == most_rows) break;
    table.rows.push_back({plain(moved.name), dated(moved.before, to_iso(moved.before)), dated(moved.now, to_iso(moved.now)), numbered(moved.days, signed_decimal(moved.days, 0, t))});
  }
  out.blocks.push_back(std::move(table));
  if (note.moved.size() > most_rows)
    out.blocks.push_back(Paragraph{plain(t.plural("And {} further date has moved.", "And {} further dates have moved.", static_cast<long long>(note.moved.size() - most_rows)))});
}

}  // namespace

Document build_changes(const ChangeNote& note, std::string_view dossier_title, const Provenance& made_from, const Tongue& t) {
  Document out;
  out.title = dossier_title;
  out.subtitle = note.same_file() ? t("What changed, {} to {}", in_prose(note.from, t), in_prose(note.to, t)) : t("What changed, revisions {} to {}", note.from_revision, note.to_revision);
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  out.blocks.push_back(Paragraph{plain(span_sentence(note, t)), Paragraph::Kind::lead});
  if (note.later > 0)
    out.blocks.push_back(Paragraph{plain(t.plural("{} revision was written after that day and is not told here.", "{} revisions were written after that day and are not told here.", static_cast<long long>(note.later))), Paragraph::Kind::note});
  add_moved(out, note, t);
  for (const ChangeGroup& group : note.groups) {
    out.blocks.push_back(Heading{2, group.track_code.empty() ? group.track : fmt::format("{} ({})", group.track, group.track_code)});
    List list;
    for (const ChangeLine& line : group.lines) list.items.push_back(item_of(line, t));
    out.blocks.push_back(std::move(list));
  }
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
