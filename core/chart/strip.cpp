#include "core/chart/strip.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chart/date_labels.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

// The column of names is as wide as they are, within limits: a name of three Russian words is whole.
constexpr double least_label_width = 104, most_label_width = 140, row_height = 29, window_height = 17, axis_height = 14, top = 15;
constexpr double bar_height = 6, mark_radius = 4.4, text_size = 7.6, legend_size = 7;

class StripDrawing {
 public:
  StripDrawing(const Strip& strip, double width, const TextMetrics& metrics) : strip_(strip), metrics_(metrics) {
    scene_.width = width;
    scene_.title = strip.title;
    scene_.description = strip.description;
    find_range();
    for (const StripLane& lane : strip.lanes) label_width_ = std::max(label_width_, metrics_.width(lane.label, text_size) + 7);
    for (const StripWindow& window : strip.windows) label_width_ = std::max(label_width_, metrics_.width(window.label, text_size) + 7);
    label_width_ = std::min(label_width_, most_label_width);
  }

  Scene draw() && {
    if (!first_) return std::move(scene_);
    const double rows = static_cast<double>(strip_.lanes.size()) * row_height + static_cast<double>(strip_.windows.size()) * window_height;
    bottom_ = top + rows;
    scene_.height = bottom_ + axis_height;
    axis();
    double y = top;
    for (const StripWindow& window : strip_.windows) {
      draw_window(window, y);
      y += window_height;
    }
    today_line();
    for (const Label& label : ends_) put_grounded(Role::text_muted, label);
    for (const StripLane& lane : strip_.lanes) {
      draw_lane(lane, y);
      y += row_height;
    }
    add_legend(scene_, signs(), legend_size);
    return std::move(scene_);
  }

 private:
  void reach(Day day) {
    if (!first_ || day < *first_) first_ = day;
    if (!last_ || day > *last_) last_ = day;
  }

  void find_range() {
    for (const StripLane& lane : strip_.lanes) {
      if (lane.from) reach(*lane.from);
      if (lane.to) reach(*lane.to);
      for (const StripMark& mark : lane.marks) reach(mark.day);
    }
    for (const StripWindow& window : strip_.windows) reach(window.earliest), reach(window.latest);
    if (!first_) return;
    reach(strip_.today);
    // What lies far back only takes room from what is to come.
    first_ = std::max(*first_, strip_.today - date::days{420});
    first_ = month_start(add_months(*first_, -1));
    last_ = month_end(add_months(*last_, 1));
  }

  double x(Day day) const {
    const double share = static_cast<double>(days_between(*first_, std::max(day, *first_))) / static_cast<double>(days_between(*first_, *last_));
    return label_width_ + share * (scene_.width - label_width_ - 6);
  }

  void put(Role role, std::variant<Rectangle, Line, Polygon, Label> form) { scene_.shapes.push_back({role, std::move(form)}); }

  void axis() {
    const int months = days_between(*first_, *last_) / 30;
    const unsigned step = months <= 14 ? 2 : months <= 40 ? 3 : months <= 80 ? 6 : 12;
    for (Day day = *first_; day <= *last_; day = add_months(day, 1)) {
      const date::year_month_day d{day};
      const unsigned month = static_cast<unsigned>(d.month());
      if ((month - 1) % step != 0) continue;
      put(month == 1 ? Role::axis : Role::grid, Line{x(day), top - 2, x(day), bottom_});
      const bool year = month == 1;
      put(year ? Role::text_strong : Role::text_muted, Label{x(day) + 2, bottom_ + 9, year ? fmt::format("{}", static_cast<int>(d.year())) : month_name(day, strip_.tongue), text_size - 0.6});
    }
    put(Role::axis, Line{label_width_, bottom_, scene_.width - 6, bottom_});
  }

  void today_line() {
    const double at = x(strip_.today);
    put(Role::today, Line{at, top - 4, at, bottom_});
    put(Role::text_strong, Label{at, top - 6, short_date(strip_.today, strip_.tongue), text_size, at - label_width_ < 30 ? Anchor::start : Anchor::middle});
  }

  // Of what is drawn; today and the months are named where they stand.
  std::vector<Sign> signs() const {
    using Form = Sign::Form;
    const Tongue& t = strip_.tongue;
    std::vector<Sign> all{{Role::done, Form::bar, t("done")},
                          {Role::planned, Form::bar, t("planned")},
                          {Role::mark_done, Form::diamond, t("event that happened")},
                          {Role::mark_planned, Form::diamond, t("event")},
                          {Role::window, Form::bar, t("mandate")},
                          {Role::window_uncertain, Form::bar, t("day uncertain")},
                          {Role::limit, Form::upright_dashed, t("end of the mandate")}};
    std::erase_if(all, [this](const Sign& sign) { return std::ranges::find(scene_.shapes, sign.role, &Shape::role) == scene_.shapes.end(); });
    return all;
  }

  void draw_window(const StripWindow& window, double y) {
    const double height = window_height - 7, from = label_width_, certain = x(window.earliest), end = x(window.latest);
    put(Role::text, Label{0, y + height - 2, fitted(window.label, label_width_ - 6, text_size, metrics_), text_size});
    if (certain > from) put(Role::window, Rectangle{from, y, certain - from, height});
    if (end > certain) put(Role::window_uncertain, Rectangle{certain, y, end - certain, height});
    const Tongue& t = strip_.tongue;
    const std::string label = t("ends {}", short_span(window.earliest, window.latest, t));
    const double wide = metrics_.width(label, text_size);
    if (end + 3 + wide < scene_.width) ends_.push_back({end + 3, y + height - 2, label, text_size});
    else if (certain - 3 - wide > from) ends_.push_back({certain - 3 - wide, y + height - 2, label, text_size});
    // The ends go through the lanes, so that a mark can be compared with them.
    put(Role::limit, Line{certain, y, certain, bottom_, true});
    if (end > certain) put(Role::limit, Line{end, y, end, bottom_, true});
  }

  void draw_lane(const StripLane& lane, double y) {
    const double middle = y + row_height - 13;
    put(Role::text, Label{0, middle + 2.5, fitted(lane.label, label_width_ - 6, text_size, metrics_), text_size});
    if (lane.from && lane.to && *lane.to >= *lane.from) {
      const double from = x(*lane.from), to = x(*lane.to), now = std::clamp(x(strip_.today), from, to);
      if (now > from) put(Role::done, Rectangle{from, middle - bar_height / 2, now - from, bar_height, 1});
      if (to > now) put(Role::planned, Rectangle{now, middle - bar_height / 2, to - now, bar_height, 1});
    }
    double above = label_width_, below = label_width_;  // where the next label may begin: labels do not overlap
    for (const StripMark& mark : lane.marks) draw_mark(mark, middle, above, below);
  }

  void draw_mark(const StripMark& mark, double middle, double& above, double& below) {
    if (mark.day < *first_) return;
    const double at = x(mark.day), r = mark_radius;
    put(mark.happened ? Role::mark_done : Role::mark_planned, Polygon{{{at, middle - r}, {at + r, middle}, {at, middle + r}, {at - r, middle}}});
    const std::string dated = mark.label + " " + short_date(mark.day, strip_.tongue);
    if (!put_label(dated, at, middle - r - 3, above) && !put_label(dated, at, middle + r + text_size, below)) put_label(mark.label, at, middle - r - 3, above);
  }

  // On a ground of its own, so that no line runs through it.
  void put_grounded(Role role, const Label& label) {
    const double wide = metrics_.width(label.text, text_size);
    put(Role::surface, Rectangle{label.x - 1, label.y - text_size * 0.8, std::min(wide + 2, scene_.width - label.x + 1), text_size * 1.05});
    put(role, label);
  }

  // Centred where the picture's edges allow it; false, and nothing drawn, where there is no room.
  bool put_label(const std::string& text, double at, double baseline, double& free_from) {
    const double wide = metrics_.width(text, text_size);
    const double left = std::clamp(at - wide / 2, label_width_, scene_.width - wide);
    if (left < free_from) return false;
    put_grounded(Role::text, {left, baseline, text, text_size});
    free_from = left + wide + 4;
    return true;
  }

  const Strip& strip_;
  const TextMetrics& metrics_;
  Scene scene_;
  std::optional<Day> first_, last_;
  double bottom_ = 0, label_width_ = least_label_width;
  std::vector<Label> ends_;  // of the mandates, on top of the lines
};

}  // namespace

Scene draw_strip(const Strip& strip, double width, const TextMetrics& metrics) {
  return StripDrawing(strip, width, metrics).draw();
}

}  // namespace accord::chart
