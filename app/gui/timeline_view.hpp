#pragma once
// What the timeline shows and how it answers to pointer and keys, without a toolkit: the plan's rows, what is folded
// away, what is selected, which days are seen.
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/chart/gantt.hpp"
#include "core/chart/hit_test.hpp"

namespace accord::gui {

class TimelineView {
 public:
  using Plan = std::shared_ptr<const chart::Gantt>;

  // `metrics` outlives the view.
  explicit TimelineView(const chart::TextMetrics& metrics);

  // Another state of the plan: what is seen, folded and selected stays as far as it is still there.
  void show(Plan plan);
  // The same state with more known of it, such as the forecast's range: the days
  // that can be seen may reach further, and what is being pulled goes on being pulled.
  void refine(Plan plan);
  const chart::Gantt& plan() const { return *plan_; }
  // In the scene's unit, header and head included.
  void set_size(double width, double height);
  void set_look(const chart::GanttLook& look);
  const chart::GanttLook& look() const { return look_; }
  void set_header(double width);
  // Where the rows begin, and their height together with the foot.
  double head() const { return head_; }

  // The days seen. Zooming from the keys keeps the selected bar in its place, else the middle.
  chart::Viewport& port() { return port_; }
  const chart::Viewport& port() const { return port_; }
  void zoom_by_keys(double factor);
  void show_days(double days);
  void show_today();

  // By code; "" = nothing. A row that is folded away is unfolded.
  void select(const std::string& code);
  const std::string& selected() const { return selected_; }
  void reveal_selected();
  // To the next row in sight, up for negative steps; the code that is selected then. Nothing where there are no rows.
  std::optional<std::string> step(int rows);
  // Closes the selected row; where it is closed or has no members, goes to the row that it belongs to.
  std::optional<std::string> step_out();
  // Opens the selected row; where it is open, goes to its first member.
  std::optional<std::string> step_in();
  void toggle(const std::string& code);

  // What lies under the pointer. Positions from the upper left corner of everything.
  std::optional<chart::Hit> at(double x, double y) const;
  // True where that changes the picture.
  bool hover(const std::string& code);
  // Nothing lets go: the plan is drawn as it is again.
  void pull(std::optional<chart::GanttPull> pull);
  // What would follow from what is being pulled: drawn in place of the plan until it is let go.
  void foresee(Plan plan, std::string effect);
  const std::optional<chart::GanttPull>& pulled() const { return pull_; }
  // The day whose evening lies at that point: where a bar would end.
  Day end_at(double x) const;
  const chart::GanttRow* row(const std::string& code) const;
  // The rectangle of a row's bar, for tests and accessibility; absent where it is out of sight.
  std::optional<chart::Rectangle> bar(const std::string& code) const;

  chart::Scene draw() const;
  // What is seen as a picture for others: with the legend, without what is only of the moment.
  chart::Scene picture() const;

 private:
  void fold_anew();
  void measure();
  std::optional<std::size_t> line_of(const std::string& code) const;
  bool has_members(std::size_t place) const;

  const chart::TextMetrics& metrics_;
  Plan plan_, foreseen_;  // foreseen_ is null while nothing is pulled
  chart::GanttLook look_;
  double width_ = 1, height_ = 1, head_ = 0;
  chart::Viewport port_;
  std::set<std::string> closed_;
  std::vector<std::uint32_t> shown_;
  std::string selected_, hovered_;
  std::optional<chart::GanttPull> pull_;
  bool empty_ = true;  // nothing has been shown yet
};

}  // namespace accord::gui
