#include <fmt/format.h>

#include <algorithm>

#include "core/chart/forecast_charts.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/plot.hpp"

namespace accord::chart {
namespace {

class Survival {
 public:
  Survival(Scene& scene, const SurvivalChart& survival, Size size) : survival_(survival), scene_(scene), plot_(scene, size.width, size.height) {
    int last = survival.elapsed.value_or(0);
    for (const SurvivalStep& step : survival.steps) last = std::max(last, step.day);
    for (const auto& [name, day] : survival.marks) last = std::max(last, day);
    to_ = 1.1 * std::max(1, last);
    plot_.set_range(0, to_);
    const Tongue& t = survival.tongue;
    std::vector<Upright> uprights;
    if (survival.elapsed) uprights.push_back({Role::today, static_cast<double>(*survival.elapsed), t("today")});
    for (const auto& [name, day] : survival.marks) uprights.push_back({Role::limit, static_cast<double>(day), name, true});
    plot_.set_uprights(uprights);
  }

  void draw() {
    plot_.shares();
    steps();
    ticks();
    plot_.draw_uprights();
    open_cases();
    add_legend(scene_, signs(), Plot::text_size);
  }

 private:
  void steps() {
    double finished = 0, from = 0;
    for (std::size_t i = 0; i < survival_.steps.size(); ++i) {
      const SurvivalStep& step = survival_.steps[i];
      const double next = i + 1 < survival_.steps.size() ? survival_.steps[i + 1].day : to_;
      plot_.put(Role::window_uncertain, Rectangle{plot_.x(step.day), plot_.y(step.high), plot_.x(next) - plot_.x(step.day),
                                                  plot_.y(step.low) - plot_.y(step.high)});
      plot_.put(Role::link_critical, Line{plot_.x(from), plot_.y(finished), plot_.x(step.day), plot_.y(finished)});
      plot_.put(Role::link_critical, Line{plot_.x(step.day), plot_.y(finished), plot_.x(step.day), plot_.y(step.finished)});
      finished = step.finished, from = step.day;
    }
    plot_.put(Role::link_critical, Line{plot_.x(from), plot_.y(finished), plot_.x(to_), plot_.y(finished)});
  }

  double height_on(int day) const {
    const auto after = std::ranges::find_if(survival_.steps, [day](const SurvivalStep& step) { return step.day > day; });
    return plot_.y(after == survival_.steps.begin() ? 0 : std::prev(after)->finished);
  }

  // A tick where each was last seen; one arrow for those that were seen beyond the axis: the legend says how many.
  void open_cases() {
    for (const int day : survival_.open_until) {
      if (day > to_) ++beyond_, longest_ = std::max(longest_, day);
      else plot_.put(Role::mark_planned, Line{plot_.x(day), height_on(day) - 4, plot_.x(day), height_on(day) + 4});
    }
    if (beyond_ == 0) return;
    const double x = plot_.right(), y = height_on(longest_), reach = 3.2;
    plot_.put(Role::mark_planned, Polygon{{{x - reach, y - reach}, {x + reach, y}, {x - reach, y + reach}}});
  }

  // In days, quarters or years from the beginning.
  void ticks() {
    const Tongue& t = survival_.tongue;
    constexpr double year = 365.25, month = year / 12;
    plot_.tick(0, "0");
    if (to_ <= 5 * month) {
      for (int day = 30; day <= to_; day += 30) plot_.tick(day, t.plural("{} day", "{} days", day));
    } else if (to_ <= 1.5 * year) {
      for (int count = 3; count * month <= to_; count += 3) plot_.tick(count * month, t.plural("{} month", "{} months", count));
    } else {
      const int step = to_ <= 8 * year ? 1 : to_ <= 16 * year ? 2 : 5;
      for (int count = step; count * year <= to_; count += step) plot_.tick(count * year, t.plural("{} year", "{} years", count));
    }
  }

  std::vector<Sign> signs() const {
    using Form = Sign::Form;
    const Tongue& t = survival_.tongue;
    std::vector<Sign> out{{Role::link_critical, Form::stroke, t("share of the cases that had finished")}};
    if (!survival_.steps.empty()) out.push_back({Role::window_uncertain, Form::bar, t("where that share lies with 95 % confidence")});
    if (std::ranges::any_of(survival_.open_until, [&](int day) { return day <= to_; })) out.push_back({Role::mark_planned, Form::upright, t("a case still open when last seen")});
    if (beyond_ > 0) out.push_back({Role::mark_planned, Form::arrow, t.plural("{} case still open beyond the axis, after {} days", "{} cases still open beyond the axis, for up to {} days", beyond_, longest_)});
    if (survival_.elapsed) out.push_back({Role::today, Form::upright, t("how long this one has taken so far")});
    if (!survival_.marks.empty()) out.push_back({Role::limit, Form::upright_dashed, t("end of the mandate")});
    return out;
  }

  const SurvivalChart& survival_;
  Scene& scene_;
  Plot plot_;
  double to_ = 1;
  int beyond_ = 0, longest_ = 0;  // cases still open beyond the axis, and the days of the longest
};

}  // namespace

Scene draw_survival(const SurvivalChart& survival, Size size) {
  Scene scene;
  scene.title = survival.title;
  scene.description = survival.description;
  scene.width = size.width;
  if (survival.steps.empty() && survival.open_until.empty()) return scene;
  Survival(scene, survival, size).draw();
  return scene;
}

}  // namespace accord::chart
