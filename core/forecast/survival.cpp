#include "core/forecast/survival.hpp"

#include <algorithm>
#include <cmath>

namespace accord {
namespace {

constexpr double z95 = 1.959963984540054;  // Φ⁻¹(0.975)
constexpr double hair = 1e-12;             // products of fractions do not meet round shares exactly

// Σ d / (n(n − d)) over the points after `from` up to `to`.
double greenwood(const std::vector<SurvivalPoint>& points, double from, double to) {
  double sum = 0;
  for (const SurvivalPoint& point : points)
    if (point.day > from && point.day <= to && point.at_risk > point.events)
      sum += static_cast<double>(point.events) /
             (static_cast<double>(point.at_risk) * static_cast<double>(point.at_risk - point.events));
  return sum;
}

}  // namespace

SurvivalCurve kaplan_meier(std::vector<Observation> cases) {
  std::ranges::sort(cases, {}, &Observation::days);
  SurvivalCurve curve;
  curve.n = static_cast<int>(cases.size());
  double survival = 1, sum = 0;
  for (std::size_t from = 0; from < cases.size();) {
    std::size_t to = from;
    int events = 0;
    for (; to < cases.size() && cases[to].days == cases[from].days; ++to) {
      events += cases[to].event ? 1 : 0;
      curve.lasts.push_back(cases[to].days);
    }
    const int at_risk = static_cast<int>(cases.size() - from);
    if (events > 0) {
      survival *= 1 - static_cast<double>(events) / at_risk;
      SurvivalPoint point{.day = cases[from].days, .at_risk = at_risk, .events = events, .survival = survival};
      if (at_risk > events) {
        sum += static_cast<double>(events) / (static_cast<double>(at_risk) * (at_risk - events));
        point.std_error = survival * std::sqrt(sum);
        point.low = survival * std::exp(-z95 * std::sqrt(sum));
        point.high = std::min(1.0, survival * std::exp(z95 * std::sqrt(sum)));
      } else {
        point.low = point.high = 0;
      }
      curve.points.push_back(point);
    }
    curve.events += events;
    from = to;
  }
  return curve;
}

double SurvivalCurve::finished_by(double day) const {
  const auto after = std::ranges::find_if(points, [day](const SurvivalPoint& point) { return point.day > day; });
  return after == points.begin() ? 0 : 1 - std::prev(after)->survival;
}

std::optional<int> SurvivalCurve::quantile(double p) const {
  const auto found =
      std::ranges::find_if(points, [p](const SurvivalPoint& point) { return 1 - point.survival >= p - hair; });
  if (found == points.end()) return std::nullopt;
  const bool flat = 1 - found->survival <= p + hair && std::next(found) != points.end();
  return flat ? (found->day + std::next(found)->day + 1) / 2 : found->day;
}

int SurvivalCurve::open_after(double elapsed) const {
  return static_cast<int>(std::ranges::count_if(lasts, [elapsed](int last) { return last > elapsed; }));
}

std::optional<double> SurvivalCurve::conditional(double elapsed, double day) const {
  const double open = 1 - finished_by(elapsed);
  if (events == 0 || open_after(elapsed) == 0 || open <= hair) return std::nullopt;
  return day <= elapsed ? 0 : (finished_by(day) - finished_by(elapsed)) / open;
}

std::optional<double> SurvivalCurve::conditional_error(double elapsed, double day) const {
  const auto finished = conditional(elapsed, day);
  if (!finished) return std::nullopt;
  return (1 - *finished) * std::sqrt(greenwood(points, elapsed, day));
}

std::optional<SurvivalCurve::Share> SurvivalCurve::conditional_between(double elapsed, double first, double last) const {
  const double before = std::max(elapsed, first - 1);  // the day after which it counts
  const auto too_early = conditional(elapsed, before), by_last = conditional(elapsed, last);
  if (!too_early || !by_last) return std::nullopt;
  if (last <= before) return Share{};
  const double open = 1 - *too_early;                              // when the stretch begins
  const double rest = open > hair ? (1 - *by_last) / open : 1;     // of these, when it ends
  const double until = greenwood(points, elapsed, before), within = greenwood(points, before, last);
  return Share{open * (1 - rest), open * std::sqrt((1 - rest) * (1 - rest) * until + rest * rest * within)};
}

SurvivalCurve::Between SurvivalCurve::quantile_between(double p, double elapsed) const {
  Between out;
  for (const SurvivalPoint& point : points) {
    const auto finished = conditional(elapsed, point.day);
    if (point.day <= elapsed || !finished) continue;
    const double open = 1 - *finished, wide = std::exp(z95 * std::sqrt(greenwood(points, elapsed, point.day)));
    if (!out.low && 1 - open / wide >= p - hair) out.low = point.day;
    if (!out.high && 1 - open * wide >= p - hair) out.high = point.day;
  }
  return out;
}

StepCurve SurvivalCurve::steps() const {
  StepCurve steps;
  for (const SurvivalPoint& point : points) steps.emplace_back(point.day, 1 - point.survival);
  return steps;
}

}  // namespace accord
