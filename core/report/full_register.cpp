// The full report's chapters on rounds, promises, benchmarks, open points and risks.
#include <algorithm>
#include <array>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/model/ladder.hpp"
#include "core/progress/indicators.hpp"
#include "core/report/full_parts.hpp"
#include "core/report/quantities.hpp"
#include "core/report/rungs.hpp"
#include "core/report/words.hpp"

namespace accord::full {
namespace {

using namespace doc;

std::string state_word(CommitmentState state, const Tongue& t) {
  switch (state) {
    case CommitmentState::open: return t("open");
    case CommitmentState::kept: return t("kept");
    case CommitmentState::slipped: return t("slipped");
    case CommitmentState::broken: return t("broken");
  }
  return {};
}

Tone tone_of(CommitmentState state) {
  switch (state) {
    case CommitmentState::open: return Tone::neutral;
    case CommitmentState::kept: return Tone::good;
    case CommitmentState::slipped: return Tone::caution;
    case CommitmentState::broken: return Tone::bad;
  }
  return Tone::neutral;
}

std::string point_word(PointState state, const Tongue& t) {
  switch (state) {
    case PointState::open: return t("open");
    case PointState::in_brackets: return t("in brackets");
    case PointState::agreed: return t("agreed");
    case PointState::withdrawn: return t("withdrawn");
  }
  return {};
}

std::string risk_word(RiskState state, const Tongue& t) {
  switch (state) {
    case RiskState::open: return t("open");
    case RiskState::occurred: return t("occurred");
    case RiskState::closed: return t("closed");
  }
  return {};
}

Text score(const std::optional<double>& value, const Tongue& t) { return value ? numbered(*value, decimal(*value, t)) : plain(""); }

class Register {
 public:
  explicit Register(Chapters& chapters) : c_(chapters), dossier_(chapters.view.dossier), t(chapters.t) {}

  void write() {
    rounds();
    commitments();
    benchmarks();
    points();
    risks();
    indicators();
  }

 private:
  Text noted(std::string text, const Record& record) { return with_note(plain(std::move(text)), c_.sources.of(record)); }

  void rounds() {
    std::vector<const Entry*> entries;
    for (const Entry& e : dossier_.all<Entry>())
      if (e.kind == EntryKind::round || e.kind == EntryKind::visit || e.kind == EntryKind::meeting) entries.push_back(&e);
    const auto place = [](const Entry* e) { return e->date && e->date->middle() ? *e->date->middle() : first_day; };
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry* a, const Entry* b) { return place(a) < place(b); });
    doc::Table table{.caption = "", .columns = {{t("Date"), ColumnKind::day, 1.1}, {t("What"), ColumnKind::text, 2.4}, {t("Where"), ColumnKind::text, 1}, {t("What came of it"), ColumnKind::text, 3}}, .rows = {}};
    for (const Entry* e : entries) {
      std::string outcome = with_full_stop(e->outcome);
      if (e->next_announced) outcome += (outcome.empty() ? "" : " ") + t("Announced next: {}.", without_full_stop(in_prose(*e->next_announced, t)));
      table.rows.push_back({fuzzy(e->date, t), noted(e->title, *e), plain(e->place), plain(outcome)});
    }
    c_.table(t("Rounds and visits"), std::move(table));
  }

  void commitments() {
    doc::Table table{.caption = "", .columns = {{t("Code"), ColumnKind::code, 0.8}, {t("What was promised"), ColumnKind::text, 3}, {t("Who"), ColumnKind::text, 1.7}, {t("Made"), ColumnKind::day, 1.1}, {t("Due"), ColumnKind::day, 1.1}, {t("State"), ColumnKind::text, 0.9}}, .rows = {}};
    for (const Commitment& c : dossier_.all<Commitment>()) {
      const Person* person = dossier_.find(c.by_person);
      const bool late = c.state == CommitmentState::open && c.due && is_overdue(c_.view, c.due->latest());
      table.rows.push_back({plain(c.code), noted(c.title, c), plain(person ? title_of(Kind::person, *person) : c_.view.party(c.by_party)), fuzzy(c.made, t), fuzzy(c.due, t),
                            late ? toned(Tone::bad, t("overdue")) : toned(tone_of(c.state), state_word(c.state, t))});
    }
    c_.table(t("Promises"), std::move(table));
  }

  void benchmarks() {
    doc::Table table{.caption = "", .columns = {{t("Block"), ColumnKind::text, 1.2}, {t("Benchmark"), ColumnKind::text, 3}, {t("How far"), ColumnKind::text, 1.2}, {t("Own score"), ColumnKind::number, 0.8}, {t("Assessor"), ColumnKind::number, 0.9}, {t("Who"), ColumnKind::text, 1.5}, {t("Deadline"), ColumnKind::day, 1.1}}, .rows = {}};
    const LadderRungs ladder = ladder_of(dossier_);
    for (const Benchmark& b : dossier_.all<Benchmark>())
      table.rows.push_back({plain(b.block), noted(b.title, b), plain(ladder_word(ladder, b.ladder, t)),
                            score(b.own_score, t), score(b.assessor_score, t), plain(c_.view.party(b.owner)),
                            day_text(b.deadline, t)});
    c_.table(t("Benchmarks"), std::move(table));
  }

  // A table for each track. Columns that nobody filled, or that a public edition has emptied, are left out.
  void points() {
    struct Part {
      std::string title;
      std::string OpenPoint::*text;
    };
    std::vector<Part> parts;
    for (Part part : {Part{t("Our position"), &OpenPoint::our_position}, Part{t("Their position"), &OpenPoint::their_position}, Part{t("Red line"), &OpenPoint::red_line}, Part{t("Fallback"), &OpenPoint::fallback}}) {
      const auto& all = dossier_.all<OpenPoint>();
      if (std::any_of(all.begin(), all.end(), [&](const OpenPoint& p) { return !trim(p.*part.text).empty(); })) parts.push_back(std::move(part));
    }
    doc::Table empty{.caption = "", .columns = {{t("Article"), ColumnKind::text, 0.8}, {t("Point"), ColumnKind::text, 2}, {t("State"), ColumnKind::text, 0.9}}, .rows = {}};
    for (const Part& part : parts) empty.columns.push_back({part.title, ColumnKind::text, 1.6});
    bool headed = false;
    const auto add = [&](const Track* track) {
      doc::Table table = empty;
      if (track) table.caption = title_of(Kind::track, *track);
      for (const OpenPoint& p : dossier_.all<OpenPoint>()) {
        if (dossier_.find(p.track) != track) continue;
        std::vector<Text> row{plain(p.article), noted(p.title, p), plain(point_word(p.state, t))};
        for (const Part& part : parts) row.push_back(plain(p.*part.text));
        table.rows.push_back(std::move(row));
      }
      c_.table(headed || table.rows.empty() ? "" : t("Points of the text"), table);
      headed = headed || !table.rows.empty();
    };
    for (const Track* track : tracks_in_order(dossier_)) add(track);
    add(nullptr);
  }

  void risks() {
    doc::Table table{.caption = "", .columns = {{t("Code"), ColumnKind::code, 0.9}, {t("Risk"), ColumnKind::text, 2.4}, {t("Probability, %"), ColumnKind::number, 1.2}, {t("Could cost"), ColumnKind::text, 1.3}, {t("Touches"), ColumnKind::text, 1}, {t("Who"), ColumnKind::text, 2.6}, {t("What is done about it"), ColumnKind::text, 2.2}, {t("State"), ColumnKind::text, 0.9}}, .rows = {}};
    for (const Risk& r : dossier_.all<Risk>()) {
      const Text probability = r.probability ? numbered(*r.probability * 100, fmt::format("{:.0f}", *r.probability * 100)) : plain("");
      table.rows.push_back({plain(r.code), noted(r.title, r), probability, plain(r.delay ? in_words(*r.delay, t) : ""), plain(c_.milestone_codes(r.milestones)), plain(c_.view.party(r.owner)), plain(r.mitigation), plain(risk_word(r.state, t))});
    }
    c_.table(t("Risks"), std::move(table));
  }

  void indicators() {
    doc::Table table{.caption = "", .columns = {{t("Code"), ColumnKind::code, 0.9}, {t("Indicator"), ColumnKind::text, 2.4}, {t("State"), ColumnKind::text, 1}, {t("What it shows"), ColumnKind::text, 4}}, .rows = {}};
    for (const IndicatorReading& r : read_indicators(dossier_, c_.view.as_of, t)) {
      const Indicator& i = *dossier_.find(r.indicator);
      table.rows.push_back({plain(i.code), noted(i.title, i), plain(t(indicator_word(r.state))), plain(r.sentence)});
    }
    c_.table(t("Suspension indicators"), std::move(table));
  }

  Chapters& c_;
  const Dossier& dossier_;
  const Tongue& t;
};

}  // namespace

void register_of(Chapters& chapters) { Register(chapters).write(); }

void assumptions(Chapters& c, const Standing& standing) {
  const Tongue& t = c.t;
  c.heading(t("What the dates rest on"));
  for (const std::string& warning : standing.warnings) c.out.blocks.push_back(Paragraph{plain(warning)});
  doc::Table lengths{.caption = t("Lengths that the plan assumes for what is still open"), .columns = {{t("Code"), ColumnKind::code, 0.8}, {t("Milestone"), ColumnKind::text, 2.6}, {t("Plan counts with"), ColumnKind::text, 1.5}, {t("Estimate"), ColumnKind::text, 2.4}}, .rows = {}};
  lengths.name = t("Lengths");
  for (const Milestone* m : in_outline_order(c.view.dossier)) {
    const ScheduledMilestone* s = c.view.dates_of(*m);
    if (!s || !c.view.open(*m) || m->kind != MilestoneKind::stage) continue;
    const std::optional<Duration> counted = s->started ? s->remaining : s->duration;
    lengths.rows.push_back({plain(m->code), with_note(plain(m->title), c.sources.of(static_cast<const Record&>(*m))), plain(!counted ? "" : s->started ? t("{} more", in_words(*counted, t)) : in_words(*counted, t)), plain(m->estimate ? in_words(*m->estimate, t) : t("none"))});
  }
  if (!lengths.rows.empty()) c.out.blocks.push_back(std::move(lengths));
  doc::Table laws{.caption = t("What the law demands"), .columns = {{t("From"), ColumnKind::code, 0.9}, {t("To"), ColumnKind::code, 0.9}, {t("Time between"), ColumnKind::text, 1.4}, {t("Where it is written"), ColumnKind::text, 4}}, .rows = {}};
  for (const Link& link : c.view.dossier.all<Link>()) {
    const Milestone *from = c.view.dossier.find(link.predecessor), *to = c.view.dossier.find(link.successor);
    if (link.basis != Basis::law || !from || !to) continue;
    laws.rows.push_back({plain(from->code), plain(to->code), plain(link.lag ? in_words(*link.lag, t) : ""), with_note(plain(link.citation), c.sources.of(link))});
  }
  if (!laws.rows.empty()) c.out.blocks.push_back(std::move(laws));
}

}  // namespace accord::full
