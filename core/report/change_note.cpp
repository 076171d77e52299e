#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

Text item_of(const ChangeLine& line) {
  if (!line.day) return plain(line.sentence);
  std::string who = line.author.empty() ? in_prose(*line.day) : fmt::format("{}, {}", line.author, in_prose(*line.day));
  if (!line.why.empty()) who += ": " + line.why;
  return plain(line.sentence + " ") + Text{Run{"(" + who + ")", Run::Look::emphasis}};
}

std::string span_sentence(const ChangeNote& note) {
  if (note.count() == 0 && note.from_beginning()) return fmt::format("The file holds nothing up to {}.", in_prose(note.to));
  if (note.count() == 0 && note.from == note.to) return fmt::format("Nothing changed since {}.", in_prose(note.from));
  if (note.count() == 0) return fmt::format("Nothing changed between {} and {}.", in_prose(note.from), in_prose(note.to));
  const std::string what = capitalised(count_in_prose(static_cast<long long>(note.count()))) + (note.count() == 1 ? " change" : " changes");
  if (note.from_beginning()) return fmt::format("{} from the beginning of the file to {}.", what, in_prose(note.to));
  if (note.from == note.to) return fmt::format("{} on {}.", what, in_prose(note.to));
  return fmt::format("{} between {} and {}.", what, in_prose(note.from), in_prose(note.to));
}

}  // namespace

Document build_changes(const ChangeNote& note, std::string_view dossier_title, const Provenance& made_from) {
  Document out;
  out.title = dossier_title;
  out.subtitle = fmt::format("What changed, revisions {} to {}", note.from_revision, note.to_revision);
  out.made_from = made_from;
  out.blocks.push_back(Paragraph{plain(span_sentence(note)), Paragraph::Kind::lead});
  for (const ChangeGroup& group : note.groups) {
    out.blocks.push_back(Heading{2, group.track_code.empty() ? group.track : fmt::format("{} ({})", group.track, group.track_code)});
    List list;
    for (const ChangeLine& line : group.lines) list.items.push_back(item_of(line));
    out.blocks.push_back(std::move(list));
  }
  out.footer = footer_text(made_from);
  return out;
}

}  // namespace accord
