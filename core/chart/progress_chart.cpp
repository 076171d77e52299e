#include <algorithm>
#include <cmath>

#include "core/chart/course_charts.hpp"
#include "core/chart/date_labels.hpp"
#include "core/chart/plot.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

class Course {
 public:
  Course(Scene& scene, const ProgressChart& progress, Size size)
      : progress_(progress), plot_(scene, size.width, size.height) {
    double to = number(progress.course.back().day);
    if (progress.forecast_end) to = std::max(to, number(*progress.forecast_end));
    plot_.set_range(number(progress.course.front().day), to + 15);
  }

  void draw() {
    const Tongue& t = progress_.tongue;
    plot_.shares();
    plot_.months(t);
    curve(Role::status, [](const CoursePoint& p) { return std::optional(p.planned); }, true);
    curve(Role::link_critical, [](const CoursePoint& p) { return p.earned; }, false);
    const CoursePoint* earned = last_earned();
    if (earned && progress_.forecast_end && number(*progress_.forecast_end) > number(earned->day)) {
      plot_.put(Role::link_critical, Line{plot_.x(number(earned->day)), plot_.y(*earned->earned), plot_.x(number(*progress_.forecast_end)), plot_.y(1), true});
      plot_.put(Role::mark_planned, mark(plot_.x(number(*progress_.forecast_end)), plot_.y(1)));
    }
    if (earned) name(*earned);
    plot_.upright(Role::today, number(progress_.as_of), short_date(progress_.as_of, t), false);
    const auto done = std::ranges::find_if(progress_.course, [](const CoursePoint& p) { return p.planned >= 0.9999; });
    if (done != progress_.course.end()) plot_.upright(Role::limit, number(done->day), t("planned: {}", short_date(done->day, t)), true);
    if (progress_.forecast_end)
      plot_.upright(Role::limit, number(*progress_.forecast_end), t("at this pace: {}", short_date(*progress_.forecast_end, t)), true);
  }

 private:
  static Polygon mark(double x, double y) { return {{{x, y - 3.2}, {x + 3.2, y}, {x, y + 3.2}, {x - 3.2, y}}}; }

  template <class Share>
  void curve(Role role, Share share, bool dashed) {
    const CoursePoint* before = nullptr;
    for (const CoursePoint& point : progress_.course) {
      const auto to = share(point);
      if (before && to) plot_.put(role, Line{plot_.x(number(before->day)), plot_.y(*share(*before)), plot_.x(number(point.day)), plot_.y(*to), dashed});
      before = to ? &point : nullptr;
    }
  }

  const CoursePoint* last_earned() const {
    const CoursePoint* last = nullptr;
    for (const CoursePoint& point : progress_.course)
      if (point.earned) last = &point;
    return last;
  }

  // Below the end of the curve, where nothing that rises can be; to its left where there is no room to its right.
  void name(const CoursePoint& earned) {
    const Tongue& t = progress_.tongue;
    const std::string words = t("earned {} %", std::lround(100 * *earned.earned));
    const double at = plot_.x(number(earned.day)), gap = 4, wide = estimated_width(words, Plot::text_size);
    const bool fits = at + gap + wide <= plot_.right();
    const double low = std::min(plot_.y(*earned.earned) + Plot::text_size * 1.3, plot_.bottom() - 3);
    plot_.put(Role::text, Label{fits ? at + gap : at - gap, low, words, Plot::text_size, fits ? Anchor::start : Anchor::end});
  }

  const ProgressChart& progress_;
  Plot plot_;
};

}  // namespace

Scene draw_progress(const ProgressChart& progress, Size size) {
  Scene scene;
  scene.title = progress.title;
  scene.description = progress.description;
  scene.width = size.width;
  if (progress.course.size() < 2) return scene;
  Course(scene, progress, size).draw();
  return scene;
}

}  // namespace accord::chart
