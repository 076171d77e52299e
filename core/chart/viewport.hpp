#pragma once
// The part of a timeline that is seen: which days lie across, which rows lie down, and how the pointer moves it.
// Lengths are in the scene's unit; days count from 1970-01-01 and have fractions.
#include <cstddef>
#include <optional>

#include "core/calendar/day.hpp"

namespace accord::chart {

class Viewport {
 public:
  // `first` and `last` are the days worth seeing; a margin is kept around them.
  Viewport(Day first, Day last);

  void set_range(Day first, Day last);
  // Of the area that bars are drawn in. A view that was fitted stays fitted; any other keeps its left edge.
  void set_size(double width, double height);
  void set_rows(std::size_t count, double row_height);

  double width() const { return width_; }
  double height() const { return height_; }
  double px_per_day() const { return px_per_day_; }
  bool is_fitted() const { return fitted_; }

  // Where a day's morning, or its evening, lies from the left edge; may be outside.
  double x(Day day) const { return (number(day) - left_) * px_per_day_; }
  double x_after(Day day) const { return (number(day) + 1 - left_) * px_per_day_; }
  // The day at a distance from the left edge, held within the years that Accord knows.
  Day day_at(double x) const;

  // The whole range across the width.
  void fit();
  // So many days across the width, around the day in the middle; never less than fit() shows in detail.
  void show_days(double days);
  // factor > 1 shows more detail; the day at `x` stays where it is.
  void zoom(double factor, double x);
  // Moves the content: to the right and down for positive values.
  void pan(double dx, double dy);
  // Moves no more than needed until these days, or this row, are in sight.
  void reveal_days(Day first, Day last);
  void reveal_row(std::size_t row);

  // For scrollbars: the length of everything, and how much of it lies before the edge.
  double content_width() const { return (end_ - begin_) * px_per_day_; }
  double content_height() const { return static_cast<double>(rows_) * row_height_; }
  double scroll_x() const { return (left_ - begin_) * px_per_day_; }
  double scroll_y() const { return top_; }
  void scroll_to(double x, double y);

  double row_height() const { return row_height_; }
  // The top of a row, from the upper edge; may be outside.
  double y(std::size_t row) const { return static_cast<double>(row) * row_height_ - top_; }
  std::optional<std::size_t> row_at(double y) const;
  // The rows in sight, even in part: first_row() … end_row(), the latter not included.
  std::size_t first_row() const;
  std::size_t end_row() const;

 private:
  static double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }
  double least_px_per_day() const { return width_ / (end_ - begin_); }
  void set_scale(double px_per_day, double x);
  void hold();

  double begin_ = 0, end_ = 1;  // the range with its margin
  double left_ = 0, px_per_day_ = 1, top_ = 0;
  double width_ = 1, height_ = 1, row_height_ = 1;
  std::size_t rows_ = 0;
  bool fitted_ = true;
};

}  // namespace accord::chart
