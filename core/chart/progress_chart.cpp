#include <algorithm>
#include <cmath>

#include "core/chart/course_charts.hpp"
#include "core/chart/date_labels.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/plot.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

class Course {
 public:
  Course(Scene& scene, const ProgressChart& progress, Size size)
      : progress_(progress), scene_(scene), plot_(scene, size.width, size.height) {
    double to = number(progress.course.back().day);
    if (progress.forecast_end) to = std::max(to, number(*progress.forecast_end));
    plot_.set_range(number(progress.course.front().day), to + 15);
    plot_.set_uprights(uprights());
  }

  void draw() {
    planned();
    plot_.shares();
    plot_.months(progress_.tongue);
    plot_.draw_uprights();
    earned();
    const CoursePoint* last = last_earned();
    const bool leads_on = last && progress_.forecast_end && number(*progress_.forecast_end) > number(last->day);
    if (leads_on) {
      const double x = plot_.x(number(*progress_.forecast_end)), y = plot_.y(1);
      plot_.put(Role::link_critical, Line{plot_.x(number(last->day)), plot_.y(*last->earned), x, y, true});
      plot_.put(Role::mark_planned, mark(x, y));
    }
    if (last) name(*last);
    add_legend(scene_, signs(leads_on), Plot::text_size);
  }

 private:
  static Polygon mark(double x, double y) { return {{{x, y - 3.2}, {x + 3.2, y}, {x, y + 3.2}, {x - 3.2, y}}}; }

  std::vector<Upright> uprights() const {
    const Tongue& t = progress_.tongue;
    std::vector<Upright> out{{Role::today, number(progress_.as_of), t("as of {}", short_date(progress_.as_of, t))}};
    const auto done = std::ranges::find_if(progress_.course, [](const CoursePoint& p) { return p.planned >= 0.9999; });
    if (done != progress_.course.end()) out.push_back({Role::limit, number(done->day), t("planned: {}", short_date(done->day, t)), true});
    if (progress_.forecast_end) out.push_back({Role::limit, number(*progress_.forecast_end), t("at this pace: {}", short_date(*progress_.forecast_end, t)), true});
    return out;
  }

  // A ground rather than a line: it is told from the other curves where there are no colours.
  void planned() {
    Polygon below{{{plot_.x(number(progress_.course.front().day)), plot_.y(0)}}};
    for (const CoursePoint& point : progress_.course) below.points.emplace_back(plot_.x(number(point.day)), plot_.y(point.planned));
    below.points.emplace_back(plot_.x(number(progress_.course.back().day)), plot_.y(0));
    plot_.put(Role::planned, std::move(below));
  }

  void earned() {
    const CoursePoint* before = nullptr;
    for (const CoursePoint& point : progress_.course) {
      if (before && point.earned)
        plot_.put(Role::link_critical, Line{plot_.x(number(before->day)), plot_.y(*before->earned), plot_.x(number(point.day)), plot_.y(*point.earned)});
      before = point.earned ? &point : nullptr;
    }
  }

  std::vector<Sign> signs(bool leads_on) const {
    using Form = Sign::Form;
    const Tongue& t = progress_.tongue;
    std::vector<Sign> out{{Role::planned, Form::bar, t("planned by then")}, {Role::link_critical, Form::stroke, t("earned")}};
    if (leads_on) {
      out.push_back({Role::link_critical, Form::dashes, t("at the pace so far")});
      out.push_back({Role::mark_planned, Form::diamond, t("all done at that pace")});
    }
    out.push_back({Role::today, Form::upright, t("day of the figures")});
    out.push_back({Role::limit, Form::upright_dashed, t("all done")});
    return out;
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
    plot_.put_grounded(Role::text, {fits ? at + gap : at - gap, low, words, Plot::text_size, fits ? Anchor::start : Anchor::end});
  }

  const ProgressChart& progress_;
  Scene& scene_;
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
