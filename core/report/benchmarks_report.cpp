#include "core/report/benchmarks_report.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/due.hpp"
#include "core/progress/evidence.hpp"
#include "core/progress/indicators.hpp"
#include "core/report/course_pictures.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

std::string block_name(const std::string& block) { return block.empty() ? "Without a block" : "Block " + block; }
std::string phase_name(const std::string& phase) { return phase.empty() ? "No phase" : "Phase " + phase; }
std::string score_text(const Score& score) { return score.value ? number_text(*score.value) : "–"; }

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

void add_grid(Document& out, const BenchmarkReport& report) {
  constexpr double width = 520;  // points; as wide as an A4 page less its margins
  out.blocks.push_back(picture_of_benchmarks(report, width));
  doc::Table table{.caption = "Open of all, by block and phase", .columns = {{"", ColumnKind::text, 2}}, .rows = {}};
  for (const std::string& phase : report.phases) table.columns.push_back({phase_name(phase), ColumnKind::text, 1});
  for (const std::string& block : report.blocks) {
    std::vector<Text> row{plain(block_name(block))};
    for (const std::string& phase : report.phases) {
      const auto cell = report.by_block_and_phase.find({block, phase});
      row.push_back(plain(cell == report.by_block_and_phase.end()
                              ? "–"
                              : fmt::format("{} of {}", cell->second.open, cell->second.all)));
    }
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(std::move(table));
}

void add_ladder(Document& out, const BenchmarkReport& report) {
  doc::Table table{.caption = "How far they are",
                   .columns = {{"Completion", ColumnKind::text, 2}, {"Benchmarks", ColumnKind::number, 1}},
                   .rows = {}};
  for (std::size_t i = 0; i < report.ladder.size(); ++i)
    table.rows.push_back({plain(report.ladder[i].label), plain(std::to_string(report.per_rung[i]))});
  out.blocks.push_back(std::move(table));
  out.blocks.push_back(Paragraph{plain(fmt::format("A benchmark stays open until it stands on the last rung, “{}”. A "
                                                   "draft that is registered counts as a draft.",
                                                   report.ladder.back().label)),
                                 Paragraph::Kind::note});
}

std::string evidence_text(const Dossier& dossier, const EvidenceIndex& index, Id<Benchmark> id) {
  std::vector<std::string> parts;
  for (const Evidence* e : index.of(id)) parts.push_back(evidence_in_words(dossier, *e));
  return parts.empty() ? "none" : join(parts, "; ");
}

void add_block(Document& out, const Dossier& dossier, const BenchmarkReport& report, const EvidenceIndex& evidence,
               const std::string& block) {
  out.blocks.push_back(Heading{2, block_name(block)});
  doc::Table table{.caption = "",
                   .columns = {{"Benchmark", ColumnKind::text, 3.4},
                               {"Completion", ColumnKind::text, 1.3},
                               {"Own", ColumnKind::number, 0.6},
                               {"Assessor", ColumnKind::number, 0.8},
                               {"Gap", ColumnKind::number, 0.6},
                               {"Wording", ColumnKind::text, 1.8},
                               {"Evidence", ColumnKind::text, 2},
                               {"Light", ColumnKind::text, 0.8}},
                   .rows = {}};
  for (const BenchmarkRow& row : report.rows) {
    const Benchmark& b = *dossier.find(row.benchmark);
    if (b.block != block) continue;
    const std::string age =
        row.open && row.since && *row.since <= report.as_of ? fmt::format(", open since {}", in_prose(*row.since)) : "";
    table.rows.push_back({plain(fmt::format("{} ({}{})", b.title, b.code, age)),
                          plain(rung_label(report.ladder, b.ladder)), plain(score_text(row.own)),
                          plain(score_text(row.assessor)), plain(row.gap ? fmt::format("{:+.1f}", *row.gap) : "–"),
                          plain(row.assessor.wording.empty() ? "–" : row.assessor.wording),
                          plain(evidence_text(dossier, evidence, row.benchmark)), plain(row.light.word)});
  }
  out.blocks.push_back(std::move(table));
}

void add_disputes(Document& out, const Dossier& dossier, const BenchmarkReport& report) {
  List list;
  for (const BenchmarkRow& row : report.rows)
    for (const Id<Assessment> id : row.disputes) {
      const Assessment& a = *dossier.find(id);
      const Assessment* other = dossier.find(a.disputes);
      const Party* who = dossier.find(a.assessor);
      if (other)
        list.items.push_back(
            plain(fmt::format("{}: {} disputes {}: {}", dossier.code_of(Kind::benchmark, a.benchmark),
                              who ? title_of(Kind::party, *who) : a.code, other->code, with_full_stop(a.reason))));
    }
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, "Disputed scores"});
  out.blocks.push_back(std::move(list));
}

void add_owed(Document& out, const Dossier& dossier, Day as_of) {
  List list;
  for (const Due& due : what_is_due(dossier, as_of))
    if (due.kind == Kind::benchmark || due.kind == Kind::measure) list.items.push_back(plain(due.sentence));
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, "Overdue or due soon"});
  out.blocks.push_back(std::move(list));
}

void add_indicators(Document& out, const Dossier& dossier, Day as_of) {
  List list;
  for (const IndicatorReading& r : read_indicators(dossier, as_of))
    list.items.push_back(strong(dossier.find(r.indicator)->title + ": ") + plain(r.sentence));
  if (list.items.empty()) return;
  out.blocks.push_back(Heading{2, "Suspension indicators"});
  out.blocks.push_back(std::move(list));
}

}  // namespace

Document build_benchmarks(const Dossier& dossier, Day as_of, const Provenance& made_from) {
  const BenchmarkReport report = benchmark_report(dossier, as_of);
  Document out;
  out.title = dossier.info().title;
  out.subtitle = fmt::format("Benchmarks, {}", in_prose(as_of));
  out.made_from = made_from;
  out.blocks.push_back(Paragraph{plain(report.headline), Paragraph::Kind::lead});
  if (!report.rows.empty()) {
    const EvidenceIndex evidence(dossier);
    for (const BenchmarkRow& row : report.rows)
      if (row.light.by_hand)
        out.blocks.push_back(
            Status{tone_of(row.light), row.light.word, plain(dossier.find(row.benchmark)->title), row.light.rule});
    add_grid(out, report);
    add_ladder(out, report);
    for (const std::string& block : report.blocks) add_block(out, dossier, report, evidence, block);
    add_disputes(out, dossier, report);
    add_owed(out, dossier, as_of);
    out.blocks.push_back(Paragraph{plain(std::string(light_rules_in_words())), Paragraph::Kind::note});
  }
  add_indicators(out, dossier, as_of);
  out.footer = footer_text(made_from);
  return out;
}

}  // namespace accord
