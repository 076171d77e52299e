#include <algorithm>

#include "core/chart/course_charts.hpp"
#include "core/chart/date_labels.hpp"
#include "core/chart/plot.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

// What the picture spans: from the first day made to the last, and over all that was forecast.
struct Span {
  double made_from, made_to, from, to;
};

Span span_of(const TrendChart& trend) {
  Span s{number(last_day), number(first_day), number(last_day), number(first_day)};
  for (const TrendLine& line : trend.lines)
    for (const TrendPoint& point : line.points) {
      s.made_from = std::min(s.made_from, number(point.made)), s.made_to = std::max(s.made_to, number(point.made));
      s.from = std::min(s.from, number(point.forecast)), s.to = std::max(s.to, number(point.forecast));
    }
  constexpr double least = 60;  // days, so that a few close forecasts do not look far apart
  const double made_room = std::max(least, s.made_to - s.made_from) * 0.06, room = std::max(least, s.to - s.from) * 0.08;
  return {s.made_from - made_room, std::max(s.made_to, s.made_from + least) + made_room, s.from - room, std::max(s.to, s.from + least) + room};
}

// Labels keep their order and a line's distance, moved as little as that needs.
void keep_apart(std::vector<double>& tops, double distance, double highest, double lowest) {
  for (std::size_t i = 1; i < tops.size(); ++i) tops[i] = std::max(tops[i], tops[i - 1] + distance);
  if (tops.empty() || tops.back() <= lowest) return;
  tops.back() = lowest;
  for (std::size_t i = tops.size() - 1; i-- > 0;) tops[i] = std::max(highest, std::min(tops[i], tops[i + 1] - distance));
}

class Trend {
 public:
  Trend(Scene& scene, const TrendChart& trend, Size size)
      : trend_(trend), span_(span_of(trend)), plot_(scene, size.width, size.height, {.left = 52, .right = 0.3 * size.width}) {
    plot_.set_range(span_.made_from, span_.made_to);
  }

  void draw() {
    scale();
    diagonal();
    std::vector<const TrendLine*> lines;
    for (const TrendLine& line : trend_.lines)
      if (!line.points.empty()) lines.push_back(&line);
    std::ranges::sort(lines, std::greater{}, [](const TrendLine* line) { return line->points.back().forecast; });
    for (const TrendLine* line : lines) course(*line);
    labels(lines);
    plot_.months(trend_.tongue);
  }

 private:
  double height(Day forecast) const { return plot_.y((number(forecast) - span_.from) / (span_.to - span_.from)); }

  void scale() {
    constexpr int steps = 5;
    for (int i = 0; i <= steps; ++i) {
      const double share = static_cast<double>(i) / steps, at = plot_.y(share);
      const Day day{date::days{static_cast<int>(span_.from + share * (span_.to - span_.from))}};
      plot_.put(i == 0 ? Role::axis : Role::grid, Line{plot_.left(), at, plot_.right(), at});
      plot_.put(Role::text_muted, Label{plot_.left() - 4, at + 2.5, short_date(day, trend_.tongue), Plot::text_size, Anchor::end});
    }
  }

  // Where the day that is forecast is the day on which it is said.
  void diagonal() {
    const double from = std::max(span_.made_from, span_.from), to = std::min(span_.made_to, span_.to);
    if (from >= to) return;
    const auto at = [&](double value) { return plot_.y((value - span_.from) / (span_.to - span_.from)); };
    plot_.put(Role::limit, Line{plot_.x(from), at(from), plot_.x(to), at(to), true});
  }

  void course(const TrendLine& line) {
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const double x = plot_.x(number(line.points[i].made)), y = height(line.points[i].forecast);
      if (i > 0) plot_.put(Role::link_critical, Line{plot_.x(number(line.points[i - 1].made)), height(line.points[i - 1].forecast), x, y}, line.code);
      const bool came = line.reached && i + 1 == line.points.size();
      plot_.put(came ? Role::mark_done : Role::mark_planned, Polygon{{{x, y - 3.2}, {x + 3.2, y}, {x, y + 3.2}, {x - 3.2, y}}}, line.code);
    }
  }

  void labels(const std::vector<const TrendLine*>& lines) {
    std::vector<double> tops;
    for (const TrendLine* line : lines) tops.push_back(height(line->points.back().forecast) + 2.5);
    keep_apart(tops, Plot::text_size * 1.25, Plot::top, plot_.bottom());
    const double room = plot_.right() / 0.7 * 0.3 - 14;
    for (std::size_t i = 0; i < lines.size(); ++i)
      plot_.put(Role::text, Label{plot_.right() + 8, tops[i], fitted(lines[i]->label, room, Plot::text_size, estimated_metrics()), Plot::text_size}, lines[i]->code);
  }

  const TrendChart& trend_;
  const Span span_;
  Plot plot_;
};

}  // namespace

Scene draw_trend(const TrendChart& trend, Size size) {
  Scene scene;
  scene.title = trend.title;
  scene.description = trend.description;
  scene.width = size.width;
  if (std::ranges::all_of(trend.lines, [](const TrendLine& line) { return line.points.empty(); })) return scene;
  Trend(scene, trend, size).draw();
  return scene;
}

}  // namespace accord::chart
