#include "core/report/full_parts.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/chart/date_labels.hpp"
#include "core/report/course_pictures.hpp"
#include "core/report/passages.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace full {

using namespace doc;

void Chapters::table(const std::string& title, doc::Table table) {
  if (table.rows.empty()) return;
  if (!title.empty()) heading(title);
  out.blocks.push_back(without_empty_columns(std::move(table)));
}

std::string Chapters::milestone_codes(const std::vector<Id<Milestone>>& ids) const {
  std::vector<std::string> codes;
  for (const Id<Milestone> id : ids)
    if (const Milestone* m = view.dossier.find(id)) codes.push_back(m->code);
  return join(codes, ", ");
}

Text day_text(const std::optional<Day>& day, const Tongue& t) { return day ? dated(*day, chart::short_date(*day, t)) : plain(""); }

Text fuzzy(const std::optional<FuzzyDate>& date, const Tongue& t) {
  if (!date) return plain("");
  return date->is_exact() ? day_text(date->earliest(), t) : plain(in_prose(*date, t));
}

}  // namespace full

namespace {

constexpr chart::Size picture{520, 240};  // points; as wide as an A4 page less its margins

// A heading above nothing, or above the next heading of its own level or a higher one, announces what is not there.
void drop_empty_headings(std::vector<doc::Block>& blocks) {
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const auto* scene = std::get_if<chart::Scene>(&blocks[i]);
    if (scene && scene->height <= 0) blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    const auto* heading = i < blocks.size() ? std::get_if<doc::Heading>(&blocks[i]) : nullptr;
    if (!heading) continue;
    const auto* next = i + 1 < blocks.size() ? std::get_if<doc::Heading>(&blocks[i + 1]) : nullptr;
    if (i + 1 == blocks.size() || (next && next->level <= heading->level)) blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// How forecasts have moved and what is earned, where earlier plans are kept to measure by.
void course(full::Chapters& c) {
  if (c.view.plan.dates_withheld) return;
  chart::Scene trends = picture_of_trends(c.view.dossier, c.view.plan, picture, c.t);
  auto progress = picture_of_progress(c.view.dossier, c.view.plan, picture, c.t);
  for (chart::Scene* scene : {&trends, progress ? &progress.value() : nullptr}) {
    if (!scene || scene->height <= 0) continue;
    c.heading(scene->title);
    c.out.blocks.push_back(std::move(*scene));
  }
}

}  // namespace

Document build_full(const FullInput& input, const Provenance& made_from, const Tongue& t) {
  const Standing& s = input.standing;
  const StandingView view(input.data);
  Document out;
  out.title = s.title;
  out.subtitle = t("Full report, {}", in_prose(s.as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  Passages add(out, s, t, {.goals = 50, .goals_in_detail = 50, .reached = 50, .running = 50, .questions = 1'000, .thresholds = 1'000});
  add.goals();
  add.dates();
  add.thresholds();
  add.strip();
  add.window();
  add.steps();
  add.activity();
  add.drivers();
  add.changes();
  Sources sources(t);
  full::Chapters chapters{out, view, t, sources};
  if (!input.timeline.empty()) chapters.heading(t("Timeline"));
  for (const chart::Scene& scene : input.timeline) out.blocks.push_back(scene);
  course(chapters);
  full::tracks(chapters, s);
  full::register_of(chapters);
  full::assumptions(chapters, s);
  add.questions();
  drop_empty_headings(out.blocks);
  if (!input.timeline.empty()) {
    const auto is_first = [&](const doc::Block& block) {
      const auto* scene = std::get_if<chart::Scene>(&block);
      return scene && scene->title == input.timeline.front().title;
    };
    const auto at = std::ranges::find_if(out.blocks, is_first);
    out.cuts.push_back({static_cast<std::size_t>(at - out.blocks.begin()), input.timeline.size(), input.other_cuts});
  }
  out.footnotes = std::move(sources).notes();
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
