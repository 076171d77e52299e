#include "core/chart/viewport.hpp"

#include <algorithm>
#include <cmath>

namespace accord::chart {
namespace {

constexpr double most_px_per_day = 60;

}  // namespace

Viewport::Viewport(Day first, Day last) {
  set_range(first, last);
  fit();
}

void Viewport::set_range(Day first, Day last) {
  const double length = std::max(number(last) + 1 - number(first), 1.0);
  const double margin = std::max(14.0, length * 0.04);
  begin_ = number(first) - margin;
  end_ = number(first) + length + margin;
  if (fitted_) fit();
  else hold();
}

void Viewport::set_size(double width, double height) {
  width_ = std::max(width, 1.0);
  height_ = std::max(height, 1.0);
  if (fitted_) fit();
  else hold();
}

void Viewport::set_rows(std::size_t count, double row_height) {
  rows_ = count;
  row_height_ = std::max(row_height, 1.0);
  hold();
}

Day Viewport::day_at(double x) const {
  const double day = std::floor(left_ + x / px_per_day_);
  return Day{date::days{static_cast<int>(std::clamp(day, number(first_day), number(last_day)))}};
}

void Viewport::fit() {
  px_per_day_ = least_px_per_day();
  left_ = begin_;
  fitted_ = true;
  hold();
}

void Viewport::show_days(double days) { set_scale(width_ / std::max(days, 1.0), width_ / 2); }

void Viewport::zoom(double factor, double x) { set_scale(px_per_day_ * factor, x); }

void Viewport::set_scale(double px_per_day, double x) {
  const double day = left_ + x / px_per_day_;
  const double least = least_px_per_day();
  px_per_day_ = std::clamp(px_per_day, least, std::max(least, most_px_per_day));
  fitted_ = px_per_day_ <= least;
  left_ = day - x / px_per_day_;
  hold();
}

void Viewport::pan(double dx, double dy) {
  left_ -= dx / px_per_day_;
  top_ -= dy;
  hold();
}

void Viewport::scroll_to(double x, double y) {
  left_ = begin_ + x / px_per_day_;
  top_ = y;
  hold();
}

void Viewport::reveal_days(Day first, Day last) {
  const double margin = std::min(24.0, width_ / 8) / px_per_day_, seen = width_ / px_per_day_;
  const double from = number(first) - margin, to = number(last) + 1 + margin;
  // What is wider than the view shows its beginning.
  if (to > left_ + seen) left_ = to - seen;
  if (from < left_) left_ = from;
  hold();
}

void Viewport::reveal_row(std::size_t row) {
  const double from = static_cast<double>(row) * row_height_;
  top_ = std::clamp(top_, std::max(from + row_height_ - height_, 0.0), from);
  hold();
}

std::optional<std::size_t> Viewport::row_at(double y) const {
  const double row = std::floor((y + top_) / row_height_);
  if (y < 0 || row < 0 || row >= static_cast<double>(rows_)) return std::nullopt;
  return static_cast<std::size_t>(row);
}

std::size_t Viewport::first_row() const {
  return std::min(rows_, static_cast<std::size_t>(std::max(top_ / row_height_, 0.0)));
}

std::size_t Viewport::end_row() const {
  return std::min(rows_, static_cast<std::size_t>(std::ceil((top_ + height_) / row_height_)));
}

void Viewport::hold() {
  px_per_day_ = std::max(px_per_day_, least_px_per_day());
  left_ = std::clamp(left_, begin_, std::max(begin_, end_ - width_ / px_per_day_));
  top_ = std::clamp(top_, 0.0, std::max(0.0, content_height() - height_));
}

}  // namespace accord::chart
