#include "core/chart/gantt.hpp"

#include "core/chart/gantt_pages.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/calendar/presidencies.hpp"
#include "core/chart/gantt_drawing.hpp"

namespace accord::chart {
namespace gantt {

Extent Drawing::extent(const GanttRow& row) const {
  if (!row.finish && !row.start) return {0, 0};
  const Day finish = row.finish.value_or(*row.start), start = row.start.value_or(finish);
  if (row.kind == GanttKind::event) return {x_middle(finish) - mark_radius(), x_middle(finish) + mark_radius()};
  // A day is hardly to be seen where years are shown.
  return {x(start), std::max(x_after(finish), x(start) + 3)};
}

bool shows_presidencies(const Gantt& gantt, const GanttLook& look) {
  const auto days = days_of(gantt);
  return look.presidencies && days && days->first <= council_presidencies().back().last() &&
         days->second >= council_presidencies().front().first();
}

}  // namespace gantt

double code_column(const Gantt& gantt, const GanttLook& look, const TextMetrics& metrics) {
  // Asking a device for thousands of widths would take longer than drawing: only the likeliest is measured.
  const GanttRow* longest = nullptr;
  double estimate = 0;
  for (const GanttRow& row : gantt.rows) {
    const double width = row.kind == GanttKind::track ? 0 : estimated_width(row.code, look.text);
    if (width > estimate) longest = &row, estimate = width;
  }
  const double widest = longest ? metrics.width(longest->code, look.text) : 0;
  // Very long codes are cut rather than the titles.
  return std::min(widest + look.text, look.header * 0.4);
}

double head_height(const Gantt& gantt, const GanttLook& look) {
  const std::size_t lines = 3 + (gantt::shows_presidencies(gantt, look) ? 1 : 0) + gantt.bands.size();
  return static_cast<double>(lines) * look.line_height();
}

std::vector<std::uint32_t> shown_rows(const Gantt& gantt, const std::set<std::string>& closed) {
  std::vector<std::uint32_t> shown;
  shown.reserve(gantt.rows.size());
  int hidden_below = std::numeric_limits<int>::max();  // rows deeper than this are folded away
  for (std::uint32_t i = 0; i < gantt.rows.size(); ++i) {
    const GanttRow& row = gantt.rows[i];
    if (row.depth > hidden_below) continue;
    hidden_below = !closed.empty() && closed.contains(row.code) ? row.depth : std::numeric_limits<int>::max();
    shown.push_back(i);
  }
  return shown;
}

std::optional<std::pair<Day, Day>> days_of(const Gantt& gantt) {
  std::optional<std::pair<Day, Day>> days;
  const auto reach = [&](const std::optional<Day>& day) {
    if (!day) return;
    if (!days) days.emplace(*day, *day);
    days->first = std::min(days->first, *day);
    days->second = std::max(days->second, *day);
  };
  for (const GanttRow& row : gantt.rows) {
    for (const auto& day : {row.start, row.finish, row.baseline_start, row.baseline_finish, row.deadline}) reach(day);
    if (row.spread && row.state != GanttState::done) reach(row.spread->first), reach(row.spread->last);
    if (row.latest) reach(row.latest->day), reach(row.latest->if_latest);
  }
  if (!days) return days;
  reach(gantt.today);
  for (const GanttBand& band : gantt.bands)
    if (band.limits) reach(band.end.first), reach(band.end.last);
  return days;
}

Scene draw_gantt(const Gantt& gantt, const GanttView& view, const TextMetrics& metrics) {
  const Viewport& port = view.viewport;
  const double head = head_height(gantt, view.look);
  gantt::Drawing drawing{.gantt = gantt,
                         .view = view,
                         .metrics = metrics,
                         .scene = {},
                         .left = view.look.header,
                         .right = view.look.header + port.width(),
                         .top = head,
                         .bottom = head + port.height(),
                         .labels = {}};
  Scene& scene = drawing.scene;
  scene.title = gantt.title;
  scene.description = gantt.description;
  scene.width = drawing.right;
  scene.height = drawing.bottom;
  if (view.look.legend) scene.height += foot_height(gantt, view.look, scene.width, metrics);
  scene.shapes.reserve((port.end_row() - port.first_row()) * 12 + 200);
  gantt::draw_ground(drawing);
  if (view.look.links) gantt::draw_links(drawing);
  gantt::draw_bars(drawing);
  gantt::draw_lines(drawing);
  std::move(drawing.labels.begin(), drawing.labels.end(), std::back_inserter(scene.shapes));
  gantt::draw_header(drawing);
  gantt::draw_head(drawing);
  if (view.look.legend) gantt::draw_legend(drawing);
  return std::move(scene);
}

namespace {

Scene draw_rows(const Gantt& gantt, const GanttLook& look, std::span<const std::uint32_t> shown, double width, const TextMetrics& metrics) {
  const auto days = days_of(gantt).value_or(std::pair{gantt.today, gantt.today});
  const std::set<std::string> closed;
  Viewport port(days.first, days.second);
  port.set_size(width - look.header, static_cast<double>(shown.size()) * look.row_height());
  port.set_rows(shown.size(), look.row_height());
  return draw_gantt(gantt, {.viewport = port, .look = look, .shown = shown, .closed = closed}, metrics);
}

}  // namespace

Scene draw_whole_gantt(const Gantt& gantt, const GanttLook& look, double width, const TextMetrics& metrics) {
  return draw_rows(gantt, look, shown_rows(gantt, {}), width, metrics);
}

namespace {

std::vector<Scene> draw_pieces(const Gantt& gantt, const GanttLook& look, double width, std::size_t on_first, std::size_t rows,
                               const TextMetrics& metrics) {
  const std::vector<std::uint32_t> shown = shown_rows(gantt, {});
  std::vector<Scene> pages;
  for (std::size_t first = 0, count = 0; first < shown.size(); first += count) {
    count = std::min(first == 0 ? on_first : rows, shown.size() - first);
    GanttLook own = look;
    own.legend = look.legend && first + count == shown.size();
    pages.push_back(draw_rows(gantt, own, std::span(shown).subspan(first, count), width, metrics));
    if (first > 0) pages.back().description.clear();  // in words it is told once
  }
  return pages;
}

}  // namespace

std::vector<Scene> draw_gantt_pages(const Gantt& gantt, const GanttLook& look, double width, std::size_t rows, const TextMetrics& metrics) {
  return draw_pieces(gantt, look, width, rows, rows, metrics);
}

std::vector<Scene> draw_gantt_sheets(const Gantt& gantt, const GanttLook& look, Size sheet, double first_share, const TextMetrics& metrics) {
  constexpr std::size_t least = 8;
  const auto draw = [&](std::size_t most) {
    const auto on_first = static_cast<std::size_t>(static_cast<double>(most) * first_share);
    return draw_pieces(gantt, look, sheet.width, std::max(on_first, least), most, metrics);
  };
  const auto rows = static_cast<std::size_t>(sheet.height / look.row_height());
  std::vector<Scene> pages = draw(rows);
  double tallest = 0;
  for (const Scene& page : pages) tallest = std::max(tallest, page.height);
  if (tallest <= sheet.height) return pages;
  // What the mandates above the rows and the legend below them take.
  const auto over = static_cast<std::size_t>(std::ceil((tallest - sheet.height) / look.row_height()));
  return draw(rows > over + least ? rows - over : least);
}

}  // namespace accord::chart
