// Benchmarks by block and phase, the ladder, both scores and the gap between them; their measures and assessments.
#include <fmt/format.h>

#include <map>

#include "app/gui/pages.hpp"
#include "app/gui/register_page.hpp"
#include "core/base/spoken.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/report/rungs.hpp"

namespace accord::gui {
namespace {

std::string score_or_dash(const Score& score) { return score.value ? score_in_words(score) : "–"; }

// Of several topics none stands for the block.
std::map<std::string, std::string> topics(const Dossier& dossier, const BenchmarkReport& report) {
  std::map<std::string, std::string> out;
  for (const BenchmarkRow& row : report.rows) {
    const Benchmark& b = *dossier.find(row.benchmark);
    const auto [at, is_new] = out.emplace(b.block, b.topic);
    if (!is_new && at->second != b.topic) at->second.clear();
  }
  return out;
}

std::string count_in_words(BenchmarkCount count) {
  return count.all == 0 ? "–" : say("{} of {} open", count.open, count.all);
}

// Blocks × phases, each cell with what is open in it.
RegisterGrid grid_of(const Dossier& dossier, const BenchmarkReport& report) {
  RegisterGrid grid;
  grid.columns.push_back(say("Block"));
  for (const std::string& phase : report.phases) grid.columns.push_back(phase.empty() ? say("No phase") : say("Phase {}", phase));
  grid.columns.push_back(say("All phases"));
  const auto topic = topics(dossier, report);
  std::vector<BenchmarkCount> sums(report.phases.size());
  for (const std::string& block : report.blocks) {
    const std::string& about = topic.at(block);
    RegisterGrid::Row row{block, {block.empty() ? say("Without a block") : about.empty() ? block : block + "  " + about}};
    BenchmarkCount all;
    for (std::size_t i = 0; i < report.phases.size(); ++i) {
      const auto cell = report.by_block_and_phase.find({block, report.phases[i]});
      const BenchmarkCount count = cell == report.by_block_and_phase.end() ? BenchmarkCount{} : cell->second;
      row.cells.push_back(count_in_words(count));
      all.all += count.all, all.open += count.open;
      sums[i].all += count.all, sums[i].open += count.open;
    }
    row.cells.push_back(count_in_words(all));
    grid.rows.push_back(std::move(row));
  }
  RegisterGrid::Row whole{"", {say("All blocks")}};
  for (const BenchmarkCount& sum : sums) whole.cells.push_back(count_in_words(sum));
  whole.cells.push_back(count_in_words(report.whole));
  grid.rows.insert(grid.rows.begin(), std::move(whole));
  return grid;
}

std::string ladder_line(const BenchmarkReport& report) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < report.ladder.size(); ++i)
    parts.push_back(fmt::format("{} {}", report.per_rung[i], ladder_word(report.ladder, report.ladder[i].code, spoken())));
  return say("Ladder: {}. Only “{}” closes a benchmark.", join(parts, " · "),
                     ladder_word(report.ladder, report.ladder.back().code, spoken()));
}

RegisterView benchmarks(const Dossier& dossier, Day as_of) {
  const BenchmarkReport report = benchmark_report(dossier, as_of, spoken());
  RegisterView view{report.headline, {}, {}};
  if (report.rows.empty()) {
    view.sentences.push_back(
        say("Benchmarks are what the other side must show. Those of a dialogue on visa liberalisation "
            "come with the template of that name; any other is added here."));
    return view;
  }
  view.sentences.push_back(ladder_line(report));
  if (!report.unscored.empty()) view.sentences.push_back(report.unscored);
  if (report.gaps > 0)
    view.sentences.push_back(
        say_plural("In {} case the owner sees the requirement two grades or more further than the assessor.",
                   "In {} cases the owner sees the requirement two grades or more further than the assessor.", report.gaps));
  for (const BenchmarkRow& row : report.rows) {
    const Benchmark& b = *dossier.find(row.benchmark);
    view.rows.push_back({b.id,
                         {b.code, b.phase ? std::to_string(*b.phase) : "–", b.title,
                          rung_name(report.ladder, b.ladder, spoken()), score_or_dash(row.own),
                          score_or_dash(row.assessor), row.gap ? signed_decimal(*row.gap, 1) : "–",
                          row.measures ? say("{} of {} open", row.measures_open, row.measures) : "–",
                          row.evidence ? std::to_string(row.evidence) : say("none"), row.light.word},
                         row.open,
                         b.block});
  }
  if (report.blocks.size() > 1 || report.phases.size() > 1) view.grid = grid_of(dossier, report);
  return view;
}

RegisterView measures(const Dossier& dossier, Day) {
  RegisterView view;
  const LadderRungs ladder = ladder_of(dossier);
  long long open = 0;
  for (const Measure& m : dossier.all<Measure>()) {
    const bool is_open = !on_top(ladder, m.ladder);
    open += is_open;
    view.rows.push_back(
        {m.id, cells_of(Kind::measure, m, dossier, {"title", "benchmark", "owner", "co_owner", "deadline", "ladder"}),
         is_open});
  }
  view.headline = view.rows.empty() ? say("No measure is recorded.")
                                    : say_plural("{1} of {0} measure is open.", "{1} of {0} measures are open.", std::ssize(view.rows), open);
  if (view.rows.empty())
    view.sentences.push_back(
        say("Measures are what has to be done for a benchmark, by whom and by when. Choose a benchmark, "
            "then add its first measure here."));
  return view;
}

RegisterView assessments(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Assessment& a : dossier.all<Assessment>())
    view.rows.push_back({a.id, cells_of(Kind::assessment, a, dossier,
                                        {"date", "benchmark", "assessor", "wording", "score", "disputes"})});
  view.headline = view.rows.empty()
                      ? say("No assessment is recorded.")
                      : say_plural("{} assessment is recorded.", "{} assessments are recorded.", std::ssize(view.rows));
  view.sentences.push_back(
      say("A score that is not given is read from the wording. The partner's own assessments are one "
          "score, everybody else's the other; the newest counts."));
  return view;
}

// Belongs to the benchmark that was chosen last, else to the first.
FieldValues of_benchmark(const Dossier& dossier, const Selection& last, FieldValues fields) {
  const auto& all = dossier.all<Benchmark>();
  const Benchmark* benchmark = last.kind == Kind::benchmark ? dossier.find(Id<Benchmark>(last.id)) : nullptr;
  if (!benchmark && all.begin() != all.end()) benchmark = &*all.begin();
  if (!benchmark) return {};
  fields.push_back({"benchmark", benchmark->code});
  return fields;
}

}  // namespace

PagePtr make_benchmarks_page(Workspace& workspace) {
  std::vector<Register> registers;
  registers.push_back({.name = say("Benchmarks"),
                       .kind = Kind::benchmark,
                       .only_open = say("Only what is &open"),
                       .columns = {{message("Code"), 76},
                                   {message("Phase"), 52},
                                   {message("Requirement"), 270},
                                   {message("Completion"), 110},
                                   {message("Own"), 48},
                                   {message("Assessor"), 84},
                                   {message("Gap"), 48},
                                   {message("Measures"), 90},
                                   {message("Evidence"), 72},
                                   {message("Light"), 70}},
                       .view = benchmarks,
                       .fresh = titled(say("New requirement"))});
  registers.push_back({.name = say("Measures"),
                       .kind = Kind::measure,
                       .only_open = say("Only what is &open"),
                       .columns = {{message("Measure"), 260},
                                   {message("Benchmark"), 150},
                                   {message("Responsible"), 150},
                                   {message("With"), 100},
                                   {message("Deadline"), 92},
                                   {message("Completion"), 110}},
                       .view = measures,
                       .fresh = [](const Dossier& dossier, const Selection& last) {
                         return of_benchmark(dossier, last, {{"title", say("New measure")}});
                       }});
  registers.push_back(
      {.name = say("Assessments"),
       .kind = Kind::assessment,
       .only_open = "",
       .columns =
           {{message("Date"), 92}, {message("Benchmark"), 180}, {message("Assessor"), 150}, {message("Wording"), 260}, {message("Score"), 56}, {message("Disputes"), 90}},
       .view = assessments,
       .fresh = [](const Dossier& dossier, const Selection& last) { return of_benchmark(dossier, last, {}); }});
  return make_register_page(workspace, std::string(message("Benchmarks")), "benchmarks", std::move(registers));
}

}  // namespace accord::gui
