// Points of the text, positions and people in the handover pack.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/progress/validity.hpp"
#include "core/report/handover_parts.hpp"
#include "core/report/passages.hpp"
#include "core/report/sources.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

Text or_dash(const std::string& text) { return plain(text.empty() ? "–" : text); }

std::string in_office(const Person& person, const Tongue& t) {
  std::vector<std::string> parts;
  if (person.valid_from && !person.valid_from->is_unknown()) parts.push_back(since(*person.valid_from, t));
  if (person.valid_to && !person.valid_to->is_unknown()) parts.push_back(t("until {}", in_prose(*person.valid_to, t)));
  return join(parts, ", ");
}

std::string stance_word(Stance stance, const Tongue& t) {
  static constexpr std::array words{message("unknown"), message("supports"), message("reserve"), message("opposes")};
  return t(words.at(static_cast<std::size_t>(stance)));
}

}  // namespace

void add_text_points(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  std::vector<const OpenPoint*> open;
  for (const OpenPoint& p : view.dossier.all<OpenPoint>())
    if (p.state == PointState::open || p.state == PointState::in_brackets) open.push_back(&p);
  if (open.empty()) return;
  out.blocks.push_back(Heading{2, t("Open points of the text")});
  const bool has_private = std::any_of(open.begin(), open.end(),
                                       [](const OpenPoint* p) { return !p->red_line.empty() || !p->fallback.empty(); });
  doc::Table table{.caption = "",
                   .columns = {{t("Point"), ColumnKind::text, 2.4},
                               {t("Article"), ColumnKind::text, 0.8},
                               {t("Our position"), ColumnKind::text, 2},
                               {t("Theirs"), ColumnKind::text, 2}},
                   .rows = {}};
  if (has_private)
    table.columns.insert(table.columns.end(),
                         {{t("Red line"), ColumnKind::text, 1.5}, {t("Fallback"), ColumnKind::text, 1.5}});
  table.columns.push_back({t("Precedent"), ColumnKind::text, 2.4});
  for (const OpenPoint* p : open) {
    std::vector<Text> row{
        plain(p->state == PointState::in_brackets ? t("{} ({}, in brackets)", p->title, p->code) : fmt::format("{} ({})", p->title, p->code)),
        or_dash(p->article), or_dash(p->our_position), or_dash(p->their_position)};
    if (has_private) row.insert(row.end(), {or_dash(p->red_line), or_dash(p->fallback)});
    row.push_back(or_dash(p->precedent));
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(without_empty_columns(std::move(table)));
}

void add_positions(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  Sources sources(t);
  List list;
  for (const Position& p : view.dossier.all<Position>()) {
    std::string text = fmt::format("{}: {}", view.name(p.party), stance_word(p.stance, t));
    if (p.date && !p.date->is_unknown()) text += fmt::format(", {}", when(*p.date, t));
    list.items.push_back(with_note(plain(fmt::format("{} {} ({})", with_full_stop(text), with_full_stop(p.title), p.code)), sources.of(p)));
  }
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, t("Positions of Member States and groups")});
  out.blocks.push_back(std::move(list));
  out.footnotes = std::move(sources).notes();
}

void add_people(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  const auto people = people_on(view.dossier, view.as_of);
  if (people.empty()) return;
  out.blocks.push_back(Heading{2, t("Who is who")});
  doc::Table table{.caption = "",
                   .columns = {{t("Name"), ColumnKind::text, 1.6},
                               {t("Role"), ColumnKind::text, 2.6},
                               {t("Institution"), ColumnKind::text, 2.4},
                               {t("In the role"), ColumnKind::text, 1.8}},
                   .rows = {}};
  const bool contacts = std::any_of(people.begin(), people.end(), [](const Person* p) { return !p->contact.empty(); });
  if (contacts) table.columns.push_back({t("Contact"), ColumnKind::text, 1.8});
  for (const Person* p : people) {
    const bool sure = valid_on(p->valid_from, p->valid_to, view.as_of) == Valid::yes;
    std::vector<Text> row{
        plain(p->title), or_dash(p->role), or_dash(view.name(p->party)),
        plain(in_office(*p, t).empty() ? t("times not known") : sure ? in_office(*p, t) : t("{} (to be checked)", in_office(*p, t)))};
    if (contacts) row.push_back(or_dash(p->contact));
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(std::move(table));
}

}  // namespace accord
