#include "core/report/handover.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/progress/accounts.hpp"
#include "core/progress/due.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/validity.hpp"
#include "core/report/handover_parts.hpp"
#include "core/report/passages.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr std::size_t entries_shown = 10;

void add_where_it_stands(Document& out, const Standing& s, const Tongue& t) {
  out.blocks.push_back(Heading{2, t("Where the file stands")});
  out.blocks.push_back(Paragraph{plain(s.summary), Paragraph::Kind::lead});
  List list;
  for (const GoalStanding& goal : s.goals)
    list.items.push_back(plain(fmt::format("{}: {}", goal.light.word, goal.answer)) +
                         Text{Run{" " + goal.light.rule, Run::Look::emphasis}});
  list.items.push_back(plain(s.whose_move));
  for (const RunningStage& stage : s.running) list.items.push_back(plain(stage.sentence));
  list.items.push_back(plain(s.silence.sentence));
  for (const std::string& threshold : s.thresholds) list.items.push_back(plain(threshold));
  out.blocks.push_back(std::move(list));
  if (!s.not_visa_free.empty()) out.blocks.push_back(Paragraph{strong(s.not_visa_free), Paragraph::Kind::note});
}

void add_overdue(Document& out, const HandoverView& view) {
  std::vector<std::string> lines;
  for (const Due& due : what_is_due(view.dossier, view.as_of, view.t))
    if (due.days_left < 0) lines.push_back(due.sentence);
  add_sentences(out, view.t("Overdue"), lines);
}

void add_promises(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  const PromiseReport report = promise_report(view.dossier, view.as_of, t);
  std::vector<std::string> open;
  for (const Promise& p : report.promises) {
    const Commitment& c = *view.dossier.find(p.commitment);
    const std::string who = who_owes(view.dossier, c, view.as_of).name;
    if (p.state == CommitmentState::open)
      open.push_back(fmt::format("{} ({}{}): {}", without_full_stop(c.title), c.code, who.empty() ? "" : ", " + who, p.sentence));
  }
  out.blocks.push_back(Heading{2, t("Open promises")});
  if (open.empty()) out.blocks.push_back(Paragraph{plain(t("No promise is open."))});
  List list;
  for (const std::string& line : open) list.items.push_back(plain(line));
  for (const PromiseRecord& r : report.parties)
    list.items.push_back(strong(with_full_stop(view.name(r.party)) + " ") + plain(record_in_words(r, t)));
  for (const PromiseRecord& r : report.people)
    list.items.push_back(strong(with_full_stop(title_of(Kind::person, *view.dossier.find(r.person))) + " ") + plain(record_in_words(r, t)));
  if (!list.items.empty()) out.blocks.push_back(std::move(list));
}

void add_questions(Document& out, const Standing& s, const Tongue& t) {
  std::vector<std::string> lines;
  for (const OpenQuestion& q : s.open_questions) lines.push_back(q.sentence);
  add_sentences(out, t("What nobody knows yet"), lines);
}

void add_recent(Document& out, const HandoverView& view) {
  const Tongue& t = view.t;
  std::vector<const Entry*> entries;
  for (const Entry& e : view.dossier.all<Entry>())
    if (e.date && e.date->middle() && *e.date->middle() <= view.as_of && !e.chosen) entries.push_back(&e);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return *a->date->middle() > *b->date->middle(); });
  if (entries.empty()) return;
  if (entries.size() > entries_shown) entries.resize(entries_shown);
  out.blocks.push_back(Heading{2, t("What happened last")});
  doc::Table table{
      .caption = "",
      .columns = {{t("When"), ColumnKind::day, 1.3}, {t("What"), ColumnKind::text, 3}, {t("Outcome"), ColumnKind::text, 3}},
      .rows = {}};
  for (const Entry* e : entries)
    table.rows.push_back({day_or_words(*e->date, t), plain(fmt::format("{} ({})", e->title, e->code)),
                          plain(e->outcome.empty() ? "–" : e->outcome)});
  out.blocks.push_back(std::move(table));
  add_sentences(out, t("Rhythm"), momentum(view.dossier, view.as_of, {}, t).sentences);
}

void add_accounts(Document& out, const HandoverView& view) {
  std::vector<std::string> lines;
  for (const Dispute& dispute : disputed_accounts(view.dossier, view.t)) lines.push_back(dispute.sentence);
  add_sentences(out, view.t("Where sources contradict each other"), lines);
}

}  // namespace

std::string HandoverView::name(Id<Party> id) const {
  const Party* party = party_on(dossier, id, as_of);
  return party ? title_of(Kind::party, *party) : "";
}

void add_sentences(Document& out, const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  out.blocks.push_back(Heading{2, heading});
  List list;
  for (const std::string& sentence : sentences) list.items.push_back(plain(sentence));
  out.blocks.push_back(std::move(list));
}

Document build_handover(const Dossier& dossier, const Standing& standing, const Provenance& made_from, const Tongue& t) {
  Document out;
  out.title = standing.title;
  out.subtitle = t("Handover, {}", in_prose(standing.as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  const HandoverView view{dossier, standing, standing.as_of, t};
  add_where_it_stands(out, standing, t);
  add_next_dates(out, view);
  add_overdue(out, view);
  add_promises(out, view);
  add_questions(out, standing, t);
  add_text_points(out, view);
  add_positions(out, view);
  add_people(out, view);
  add_recent(out, view);
  add_accounts(out, view);
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
