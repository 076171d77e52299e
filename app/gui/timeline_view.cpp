#include "app/gui/timeline_view.hpp"

#include <algorithm>
#include <cmath>

namespace accord::gui {

using namespace chart;

TimelineView::TimelineView(const TextMetrics& metrics)
    : metrics_(metrics), plan_(std::make_shared<Gantt>()), port_(plan_->today, plan_->today) {}

void TimelineView::show(Plan plan) {
  plan_ = std::move(plan);
  const auto days = days_of(*plan_).value_or(std::pair{plan_->today, plan_->today});
  port_.set_range(days.first, days.second);
  std::erase_if(closed_, [&](const std::string& code) { return !row(code); });
  hovered_.clear();
  pull({});
  measure();
  fold_anew();
  if (empty_ && !plan_->rows.empty()) port_.fit();
  empty_ = plan_->rows.empty();
}

void TimelineView::refine(Plan plan) {
  if (plan->rows.size() != plan_->rows.size()) return;
  plan_ = std::move(plan);
  if (const auto days = days_of(*plan_)) port_.set_range(days->first, days->second);
  measure();
}

void TimelineView::set_size(double width, double height) {
  width_ = width;
  height_ = height;
  measure();
}

void TimelineView::set_look(const GanttLook& look) {
  look_ = look;
  measure();
  fold_anew();
}

void TimelineView::set_header(double width) {
  look_.header = std::clamp(width, look_.text * 10, std::max(look_.text * 10, width_ * 0.6));
  measure();
}

void TimelineView::measure() {
  look_.code_column = code_column(*plan_, look_, metrics_);
  head_ = head_height(*plan_, look_);
  const double foot = look_.legend ? foot_height(*plan_, look_, width_, metrics_) : 0;
  port_.set_size(width_ - look_.header, std::max(height_ - head_ - foot, look_.row_height()));
}

void TimelineView::fold_anew() {
  shown_ = shown_rows(*plan_, closed_);
  port_.set_rows(shown_.size(), look_.row_height());
}

void TimelineView::zoom_by_keys(double factor) {
  const GanttRow* selected = row(selected_);
  const double middle = port_.width() / 2;
  double x = middle;
  if (selected && selected->finish) x = std::clamp(port_.x_after(*selected->finish), 0.0, port_.width());
  port_.zoom(factor, x);
}

void TimelineView::show_days(double days) {
  const GanttRow* selected = row(selected_);
  // From the whole plan one goes to where the work is.
  const bool from_afar = port_.is_fitted();
  port_.show_days(days);
  if (from_afar) show_today();
  if (selected && selected->finish) port_.reveal_days(selected->start.value_or(*selected->finish), *selected->finish);
}

void TimelineView::show_today() {
  const double x = port_.x(plan_->status_day.value_or(plan_->today));
  port_.pan(port_.width() * 0.3 - x, 0);
}

void TimelineView::select(const std::string& code) {
  selected_ = code;
  if (code.empty() || line_of(code) || !row(code)) return;
  // Open what hides it: the rows above it that are less deep, each.
  const auto at =
      std::find_if(plan_->rows.begin(), plan_->rows.end(), [&](const GanttRow& one) { return one.code == code; });
  int depth = at->depth;
  for (auto above = std::make_reverse_iterator(at); above != plan_->rows.rend() && depth > 0; ++above) {
    if (above->depth >= depth) continue;
    depth = above->depth;
    closed_.erase(above->code);
  }
  fold_anew();
}

void TimelineView::reveal_selected() {
  const auto line = line_of(selected_);
  if (!line) return;
  port_.reveal_row(*line);
  const GanttRow& one = plan_->rows[shown_[*line]];
  // A track is as long as the plan: its row is enough.
  if (one.kind != GanttKind::track && one.finish) port_.reveal_days(one.start.value_or(*one.finish), *one.finish);
}

std::optional<std::string> TimelineView::step(int rows) {
  if (shown_.empty()) return std::nullopt;
  const auto line = line_of(selected_);
  const auto last = static_cast<std::int64_t>(shown_.size()) - 1;
  const std::int64_t to = line ? std::clamp<std::int64_t>(static_cast<std::int64_t>(*line) + rows, 0, last)
                               : static_cast<std::int64_t>(std::min(port_.first_row(), shown_.size() - 1));
  return plan_->rows[shown_[static_cast<std::size_t>(to)]].code;
}

std::optional<std::string> TimelineView::step_out() {
  const auto line = line_of(selected_);
  if (!line) return step(0);
  const GanttRow& one = plan_->rows[shown_[*line]];
  if (has_members(shown_[*line]) && !closed_.contains(one.code)) {
    toggle(one.code);
    return one.code;
  }
  for (std::size_t above = *line; above-- > 0;)
    if (plan_->rows[shown_[above]].depth < one.depth) return plan_->rows[shown_[above]].code;
  return one.code;
}

std::optional<std::string> TimelineView::step_in() {
  const auto line = line_of(selected_);
  if (!line) return step(0);
  const GanttRow& one = plan_->rows[shown_[*line]];
  if (!has_members(shown_[*line])) return one.code;
  if (!closed_.contains(one.code)) return step(1);
  toggle(one.code);
  return one.code;
}

void TimelineView::toggle(const std::string& code) {
  if (closed_.erase(code) == 0) closed_.insert(code);
  fold_anew();
}

std::optional<Hit> TimelineView::at(double x, double y) const { return hit_test(draw(), x, y); }

bool TimelineView::hover(const std::string& code) {
  if (hovered_ == code) return false;
  hovered_ = code;
  return true;
}

void TimelineView::pull(std::optional<GanttPull> pull) {
  // While the pointer moves on, what was foreseen last is nearer to the truth than the plan.
  if (pull && pull_) pull->effect = pull_->effect;
  pull_ = std::move(pull);
  if (!pull_) foreseen_.reset();
}

void TimelineView::foresee(Plan plan, std::string effect) {
  if (!pull_ || plan->rows.size() != plan_->rows.size()) return;
  foreseen_ = std::move(plan);
  pull_->effect = std::move(effect);
}

Day TimelineView::end_at(double x) const {
  // The evening nearest to the pointer.
  return port_.day_at(x - look_.header - port_.px_per_day() / 2);
}

const GanttRow* TimelineView::row(const std::string& code) const {
  if (code.empty()) return nullptr;
  const auto at =
      std::find_if(plan_->rows.begin(), plan_->rows.end(), [&](const GanttRow& one) { return one.code == code; });
  return at == plan_->rows.end() ? nullptr : &*at;
}

std::optional<Rectangle> TimelineView::bar(const std::string& code) const {
  const auto line = line_of(code);
  const GanttRow* one = row(code);
  if (!line || !one || !one->finish || *line < port_.first_row() || *line >= port_.end_row()) return std::nullopt;
  const double x1 = port_.x(one->start.value_or(*one->finish)), x2 = port_.x_after(*one->finish);
  return Rectangle{look_.header + x1, head_ + port_.y(*line), x2 - x1, port_.row_height()};
}

Scene TimelineView::draw() const {
  return draw_gantt(foreseen_ ? *foreseen_ : *plan_,
                    {.viewport = port_,
                     .look = look_,
                     .shown = shown_,
                     .closed = closed_,
                     .selected = selected_,
                     .hovered = hovered_,
                     .pull = pull_},
                    metrics_);
}

Scene TimelineView::picture() const {
  GanttLook look = look_;
  look.legend = true;
  return draw_gantt(*plan_, {.viewport = port_, .look = look, .shown = shown_, .closed = closed_}, metrics_);
}

std::optional<std::size_t> TimelineView::line_of(const std::string& code) const {
  if (code.empty()) return std::nullopt;
  const auto at =
      std::find_if(shown_.begin(), shown_.end(), [&](std::uint32_t place) { return plan_->rows[place].code == code; });
  if (at == shown_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - shown_.begin());
}

bool TimelineView::has_members(std::size_t place) const {
  return place + 1 < plan_->rows.size() && plan_->rows[place + 1].depth > plan_->rows[place].depth;
}

}  // namespace accord::gui
