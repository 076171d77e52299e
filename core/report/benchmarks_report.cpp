#include "core/report/benchmarks_report.hpp"

#include <fmt/format.h>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/due.hpp"
#include "core/progress/evidence.hpp"
#include "core/progress/indicators.hpp"
#include "core/report/course_pictures.hpp"
#include "core/report/passages.hpp"
#include "core/report/rungs.hpp"
#include "core/report/sources.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

std::string block_name(const std::string& block, const Tongue& t) {
  return block.empty() ? t("Without a block") : t("Block {}", block);
}
std::string phase_name(const std::string& phase, const Tongue& t) {
  return phase.empty() ? t("No phase") : t("Phase {}", phase);
}
Text score_text(const Score& score, const Tongue& t) {
  if (!score.value) return plain("–");
  return score.disputed ? plain(score_in_words(score, t)) : numbered(*score.value, score_in_words(score, t));
}

Tone tone_of(const TrafficLight& light) {
  switch (light.colour) {
    case Colour::reached:
    case Colour::green:
      return Tone::good;
    case Colour::amber:
      return Tone::caution;
    case Colour::red:
      return Tone::bad;
    case Colour::grey:
      return Tone::unknown;
  }
  return Tone::unknown;
}

void add_grid(Document& out, const BenchmarkReport& report, const Tongue& t) {
  constexpr double width = 520;  // points; as wide as an A4 page less its margins
  out.blocks.push_back(picture_of_benchmarks(report, width, t));
  doc::Table table{.caption = t("Open of all, by block and phase"), .columns = {{"", ColumnKind::text, 2}}, .rows = {}};
  for (const std::string& phase : report.phases) table.columns.push_back({phase_name(phase, t), ColumnKind::text, 1});
  for (const std::string& block : report.blocks) {
    std::vector<Text> row{plain(block_name(block, t))};
    for (const std::string& phase : report.phases) {
      const auto cell = report.by_block_and_phase.find({block, phase});
      row.push_back(plain(cell == report.by_block_and_phase.end()
                              ? "–"
                              : t("{} of {}", cell->second.open, cell->second.all)));
    }
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(std::move(table));
}

void add_ladder(Document& out, const BenchmarkReport& report, const Tongue& t) {
  doc::Table table{.caption = t("How far they are"),
                   .columns = {{t("Completion"), ColumnKind::text, 2}, {t("Benchmarks"), ColumnKind::number, 1}},
                   .rows = {}};
  for (std::size_t i = 0; i < report.ladder.size(); ++i)
    table.rows.push_back({plain(rung_name(report.ladder, report.ladder[i].code, t)), plain(std::to_string(report.per_rung[i]))});
  out.blocks.push_back(std::move(table));
  out.blocks.push_back(
      Paragraph{plain(t("A benchmark stays open until it stands on the last rung: {}. A draft that is registered counts as a draft.",
                        ladder_word(report.ladder, report.ladder.back().code, t))),
                Paragraph::Kind::note});
}

// What shows it, in short; where that is found stands in the notes.
class ShownBy {
 public:
  ShownBy(const Dossier& dossier, const Tongue& tongue) : dossier_(dossier), t(tongue), index_(dossier), sources_(tongue) {}

  Text operator()(Id<Benchmark> id) {
    Text out;
    for (const Evidence* e : index_.of(id)) {
      Evidence about = *e;
      about.url.clear();
      about.date.reset();  // stands in a column of its own
      const bool is_mere_link = about.act_number.empty() && about.file_hash.empty() && !about.validated_by;
      if (!out.empty()) out = out + plain("; ");
      out = out + with_note(plain(is_mere_link ? without_full_stop(e->title) : evidence_in_words(dossier_, about, t)), sources_.of(*e));
    }
    return out.empty() ? plain(t("none")) : out;
  }
  // The day of the newest.
  Text newest(Id<Benchmark> id) const {
    const Evidence* newest = nullptr;
    for (const Evidence* e : index_.of(id))
      if (e->date && e->date->latest() && (!newest || *e->date->latest() > *newest->date->latest())) newest = e;
    return newest ? day_or_words(*newest->date, t) : plain("–");
  }
  std::vector<Text> notes() && { return std::move(sources_).notes(); }

 private:
  const Dossier& dossier_;
  const Tongue& t;
  EvidenceIndex index_;
  Sources sources_;
};

void add_block(Document& out, const Dossier& dossier, const BenchmarkReport& report, ShownBy& shown_by,
               const std::string& block, const Tongue& t) {
  out.blocks.push_back(Heading{2, block_name(block, t)});
  doc::Table table{.caption = "",
                   .columns = {{t("Benchmark"), ColumnKind::text, 3.4},
                               {t("Completion"), ColumnKind::text, 1.3},
                               {t("Own"), ColumnKind::number, 0.6},
                               {t("Assessor"), ColumnKind::number, 0.8},
                               {t("Gap"), ColumnKind::number, 0.6},
                               {t("Wording"), ColumnKind::text, 1.8},
                               {t("Evidence"), ColumnKind::text, 2.4},
                               {t("Latest evidence"), ColumnKind::day, 1.2},
                               {t("Light"), ColumnKind::text, 0.8}},
                   .rows = {}};
  for (const BenchmarkRow& row : report.rows) {
    const Benchmark& b = *dossier.find(row.benchmark);
    if (b.block != block) continue;
    const bool has_age = row.open && row.since && *row.since <= report.as_of;
    const std::string name = has_age ? t("{} ({}, open {})", b.title, b.code, since(*row.since, t))
                                     : fmt::format("{} ({})", b.title, b.code);
    table.rows.push_back({plain(name), plain(rung_name(report.ladder, b.ladder, t)),
                          score_text(row.own, t), score_text(row.assessor, t), row.gap ? numbered(*row.gap, signed_decimal(*row.gap, 1, t)) : plain("–"),
                          plain(row.assessor.wording.empty() ? "–" : row.assessor.wording),
                          shown_by(row.benchmark), shown_by.newest(row.benchmark), plain(row.light.word)});
  }
  out.blocks.push_back(without_empty_columns(std::move(table)));
}

void add_disputes(Document& out, const Dossier& dossier, const BenchmarkReport& report, const Tongue& t) {
  List list;
  for (const BenchmarkRow& row : report.rows)
    for (const Id<Assessment> id : row.disputes) {
      const Assessment& a = *dossier.find(id);
      const Assessment* other = dossier.find(a.disputes);
      const Party* who = dossier.find(a.assessor);
      if (other)
        list.items.push_back(
            plain(t("{}: {} disputes {}: {}", dossier.code_of(Kind::benchmark, a.benchmark),
                              who ? title_of(Kind::party, *who) : a.code, other->code, with_full_stop(a.reason))));
    }
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, t("Disputed scores")});
  out.blocks.push_back(std::move(list));
}

void add_owed(Document& out, const Dossier& dossier, Day as_of, const Tongue& t) {
  List list;
  for (const Due& due : what_is_due(dossier, as_of, t))
    if (due.kind == Kind::benchmark || due.kind == Kind::measure) list.items.push_back(plain(due.sentence));
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, t("Overdue or due soon")});
  out.blocks.push_back(std::move(list));
}

void add_indicators(Document& out, const Dossier& dossier, Day as_of, const Tongue& t) {
  List list;
  for (const IndicatorReading& r : read_indicators(dossier, as_of, t))
    list.items.push_back(strong(dossier.find(r.indicator)->title + ": ") + plain(r.sentence));
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, t("Suspension indicators")});
  out.blocks.push_back(std::move(list));
}

}  // namespace

Document build_benchmarks(const Dossier& dossier, Day as_of, const Provenance& made_from, const Tongue& t) {
  const BenchmarkReport report = benchmark_report(dossier, as_of, t);
  Document out;
  out.title = dossier.info().title;
  out.subtitle = t("Benchmarks, {}", in_prose(as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  out.blocks.push_back(Paragraph{plain(report.headline), Paragraph::Kind::lead});
  if (!report.unscored.empty()) out.blocks.push_back(Paragraph{plain(report.unscored), Paragraph::Kind::normal});
  if (!report.rows.empty()) {
    for (const BenchmarkRow& row : report.rows)
      if (row.light.by_hand)
        out.blocks.push_back(
            Status{tone_of(row.light), row.light.word, plain(dossier.find(row.benchmark)->title), row.light.rule});
    add_grid(out, report, t);
    add_ladder(out, report, t);
    ShownBy shown_by(dossier, t);
    for (const std::string& block : report.blocks) add_block(out, dossier, report, shown_by, block, t);
    out.footnotes = std::move(shown_by).notes();
    add_disputes(out, dossier, report, t);
    add_owed(out, dossier, as_of, t);
    out.blocks.push_back(Paragraph{plain(light_rules_in_words(t)), Paragraph::Kind::note});
  }
  add_indicators(out, dossier, as_of, t);
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
