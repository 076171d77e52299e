#include <algorithm>
#include <cmath>

#include "core/chart/course_charts.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/plot.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

constexpr double text_size = Plot::text_size, mark_radius = 3.2, leader_reach = 12;

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

std::vector<TrendPoint> all_points(const TrendLine& line) {
  std::vector<TrendPoint> out = line.points;
  out.insert(out.end(), line.saved.begin(), line.saved.end());
  return out;
}

// What the picture spans: from the first day made to the last, and over all that was forecast.
struct Span {
  double made_from, made_to, from, to;
};

Span span_of(const TrendChart& trend) {
  Span s{number(last_day), number(first_day), number(last_day), number(first_day)};
  for (const TrendLine& line : trend.lines)
    for (const TrendPoint& point : all_points(line)) {
      s.made_from = std::min(s.made_from, number(point.made)), s.made_to = std::max(s.made_to, number(point.made));
      s.from = std::min(s.from, number(point.forecast)), s.to = std::max(s.to, number(point.forecast));
    }
  for (const TrendLimit& limit : trend.limits) s.from = std::min(s.from, number(limit.day)), s.to = std::max(s.to, number(limit.day));
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

bool is_same_course(const TrendLine& a, const TrendLine& b) {
  const auto same = [](const TrendPoint& p, const TrendPoint& q) { return p.made == q.made && p.forecast == q.forecast; };
  return a.reached == b.reached && a.is_goal == b.is_goal && std::ranges::equal(a.points, b.points, same) && std::ranges::equal(a.saved, b.saved, same);
}

std::string title_of(const TrendLine& line) { return line.label.starts_with(line.code) ? line.label.substr(line.code.size()) : " " + line.label; }

// A line that can be seen, and the labels of all that share it: "VFA.8, RA.8 Translation".
struct Course {
  const TrendLine* line;
  std::string codes;
  bool same_title = true;

  std::string label() const { return same_title ? codes + title_of(*line) : codes; }
};

// From the highest at its end to the lowest.
std::vector<Course> courses_of(const TrendChart& trend) {
  std::vector<Course> courses;
  for (const TrendLine& line : trend.lines) {
    if (line.points.empty()) continue;
    const auto same = std::ranges::find_if(courses, [&](const Course& course) { return is_same_course(*course.line, line); });
    if (same == courses.end()) {
      courses.push_back({&line, line.code});
    } else {
      same->codes += ", " + line.code;
      same->same_title = same->same_title && title_of(*same->line) == title_of(line);
    }
  }
  std::ranges::stable_sort(courses, std::greater{}, [](const Course& course) { return course.line->points.back().forecast; });
  return courses;
}

// What the labels beside the plot may take: those of limits stand whole.
double room_for_labels(const TrendChart& trend, double width) {
  double room = 0.36 * width;
  for (const TrendLimit& limit : trend.limits) room = std::max(room, estimated_width(limit.label, text_size) + leader_reach + 5);
  return std::min(room, 0.5 * width);
}

// Each line has a form of mark of its own, so that it is known without colours.
std::variant<Rectangle, Line, Polygon, Label> mark(std::size_t form, double x, double y, double r = mark_radius) {
  switch (form % 5) {
    case 0: return Polygon{{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}};
    case 1: return Rectangle{x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7};
    case 2: return Polygon{{{x, y - r}, {x + r, y + r * 0.8}, {x - r, y + r * 0.8}}};
    case 3: return Polygon{{{x, y + r}, {x + r, y - r * 0.8}, {x - r, y - r * 0.8}}};
    default: return Rectangle{x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, r * 0.9};
  }
}

class Trend {
 public:
  Trend(Scene& scene, const TrendChart& trend, Size size)
      : trend_(trend), span_(span_of(trend)), courses_(courses_of(trend)), scene_(scene), plot_(scene, size.width, size.height, {.left = 46, .right = room_for_labels(trend, size.width)}) {
    plot_.set_range(span_.made_from, span_.made_to);
  }

  void draw() {
    scale();
    diagonal();
    for (const TrendLimit& limit : trend_.limits) plot_.put(Role::limit, Line{plot_.left(), height(limit.day), plot_.right(), height(limit.day), true});
    for (std::size_t i = 0; i < courses_.size(); ++i) course(i);
    plot_.months(trend_.tongue);
    labels();
    add_legend(scene_, signs(), text_size);
  }

 private:
  double height(double forecast) const { return plot_.y((forecast - span_.from) / (span_.to - span_.from)); }
  double height(Day forecast) const { return height(number(forecast)); }

  void scale() {
    constexpr int most = 7;
    plot_.put(Role::axis, Line{plot_.left(), plot_.bottom(), plot_.right(), plot_.bottom()});
    for (const Day day : month_starts(Day{date::days{static_cast<int>(std::ceil(span_.from))}}, Day{date::days{static_cast<int>(span_.to)}}, most)) {
      plot_.put(Role::grid, Line{plot_.left(), height(day), plot_.right(), height(day)});
      plot_.put(Role::text_muted, Label{plot_.left() - 4, height(day) + 2.5, month_and_year(day, trend_.tongue), text_size, Anchor::end});
    }
  }

  // Where the day that is forecast is the day on which it is said.
  void diagonal() {
    const double from = std::max(span_.made_from, span_.from), to = std::min(span_.made_to, span_.to);
    if (from >= to) return;
    has_diagonal_ = true;
    plot_.put(Role::today, Line{plot_.x(from), height(from), plot_.x(to), height(to)});
  }

  static Role role_of(const TrendLine& line) { return line.is_goal ? Role::link_critical : Role::status; }
  static Role mark_role(const TrendLine& line, bool last) { return line.reached && last ? Role::mark_done : Role::mark_planned; }

  void course(std::size_t place) {
    const TrendLine& line = *courses_[place].line;
    const bool dashed = !line.is_goal;  // told apart without colours too
    for (std::size_t i = 1; i < line.points.size(); ++i)
      plot_.put(role_of(line), Line{plot_.x(number(line.points[i - 1].made)), height(line.points[i - 1].forecast), plot_.x(number(line.points[i].made)), height(line.points[i].forecast), dashed}, line.code);
    for (std::size_t i = 1; i < line.saved.size(); ++i)
      plot_.put(Role::leader, Line{plot_.x(number(line.saved[i - 1].made)), height(line.saved[i - 1].forecast), plot_.x(number(line.saved[i].made)), height(line.saved[i].forecast), true}, line.code);
    for (const TrendPoint& point : line.saved) plot_.put(Role::running, mark(place, plot_.x(number(point.made)), height(point.forecast), 0.75 * mark_radius), line.code);
    for (std::size_t i = 0; i < line.points.size(); ++i)
      plot_.put(mark_role(line, i + 1 == line.points.size()), mark(place, plot_.x(number(line.points[i].made)), height(line.points[i].forecast)), line.code);
  }

  // What stands on the right: a line's label with its mark, or the name of a limit.
  struct Named {
    double x, y;  // what it names
    std::string words;
    const TrendLine* line = nullptr;  // null = a limit
    std::size_t place = 0;
  };

  std::vector<Named> named() const {
    std::vector<Named> out;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
      const TrendPoint& last = courses_[i].line->points.back();
      out.push_back({plot_.x(number(last.made)) + mark_radius, height(last.forecast), courses_[i].label(), courses_[i].line, i});
    }
    for (const TrendLimit& limit : trend_.limits) out.push_back({plot_.right(), height(limit.day), limit.label});
    std::ranges::stable_sort(out, {}, &Named::y);
    return out;
  }

  void labels() {
    const std::vector<Named> all = named();
    constexpr double sign = 10;  // what a mark takes
    std::vector<double> middles;
    for (const Named& one : all) middles.push_back(one.y);
    keep_apart(middles, text_size * 1.25, 8, plot_.bottom());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Named& one = all[i];
      const double beside = plot_.right() + 2, x = beside + leader_reach;
      if (one.x < beside) plot_.put(Role::leader, Line{one.x, one.y, beside, one.y});
      plot_.put(Role::leader, Line{beside, one.y, x, middles[i]});
      if (one.line) scene_.shapes.push_back({mark_role(*one.line, true), mark(one.place, x + sign / 2, middles[i]), {}, Part::key});
      const double from = x + (one.line ? sign + 1 : 2);
      plot_.put(one.line && one.line->is_goal ? Role::text : Role::text_muted, Label{from, middles[i] + 2.5, fitted(one.words, scene_.width - from, text_size), text_size}, one.line ? one.line->code : "");
    }
  }

  std::vector<Sign> signs() const {
    using Form = Sign::Form;
    const Tongue& t = trend_.tongue;
    const auto any = [&](auto holds) { return std::ranges::any_of(courses_, [&](const Course& course) { return holds(*course.line); }); };
    std::vector<Sign> out;
    if (any([](const TrendLine& line) { return line.is_goal && line.points.size() > 1; })) out.push_back({Role::link_critical, Form::stroke, t("a goal's milestone")});
    if (any([](const TrendLine& line) { return !line.is_goal && line.points.size() > 1; })) out.push_back({Role::status, Form::dashes, t("another milestone")});
    if (any([](const TrendLine& line) { return !line.reached || line.points.size() > 1; })) out.push_back({Role::mark_planned, Form::diamond, t("as it was planned")});
    if (any([](const TrendLine& line) { return !line.saved.empty(); })) out.push_back({Role::running, Form::diamond, t("the day with a chance of 50 %, of kept forecasts")});
    if (any([](const TrendLine& line) { return line.reached; })) out.push_back({Role::mark_done, Form::diamond, t("when it came")});
    if (!trend_.limits.empty()) out.push_back({Role::limit, Form::dashes, t("end of the mandate")});
    if (has_diagonal_) out.push_back({Role::today, Form::stroke, t("planned for the very day: what meets it has come")});
    return out;
  }

  const TrendChart& trend_;
  const Span span_;
  const std::vector<Course> courses_;
  Scene& scene_;
  Plot plot_;
  bool has_diagonal_ = false;
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
