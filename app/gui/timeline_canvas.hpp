#pragma once
// The timeline as a control: paints what TimelineView shows and passes pointer and keys on to it.
#include <wx/window.h>

#include <functional>
#include <string>

#include "app/gui/scene_painter.hpp"
#include "app/gui/timeline_view.hpp"

namespace accord::gui {

// What the control asks of the page around it; codes name records.
struct TimelineActions {
  std::function<void(const std::string& code)> select;
  std::function<void()> edit;  // the selected record
  // What ending a bar on that day would mean, in words; "" where it cannot.
  std::function<std::string(const std::string& code, Day finish)> stretch_words;
  // Asks what would follow from it; the answer comes by TimelineCanvas::foresee().
  std::function<void(const std::string& code, Day finish)> foresee;
  std::function<void(const std::string& code, Day finish)> stretch;
  std::function<void(const std::string& from, const std::string& to)> link;
  std::function<std::string(const std::string& code)> tell;  // the tooltip
  std::function<bool()> editable;
};

class TimelineCanvas : public wxWindow {
 public:
  TimelineCanvas(wxWindow* parent, TimelineActions actions);

  void show(TimelineView::Plan plan);
  // The same plan with more known of it; what a hand holds it goes on holding.
  void refine(TimelineView::Plan plan);
  void select(const std::string& code);
  void foresee(TimelineView::Plan plan, std::string effect);
  TimelineView& view() { return view_; }
  // After the view was changed from outside: scrollbars and picture follow.
  void refresh();

 private:
  enum class Hand { idle, pressed, panning, stretching, linking, sizing_header };

  void on_paint();
  void on_size();
  void on_down(const wxMouseEvent& event);
  void on_move(const wxMouseEvent& event);
  void on_up(const wxMouseEvent& event);
  void on_double_click(const wxMouseEvent& event);
  void on_wheel(const wxMouseEvent& event);
  void on_scroll(const wxScrollWinEvent& event);
  void on_key(wxKeyEvent& event);
  bool move_selection(int key);
  void hover(const wxMouseEvent& event);
  void drag(const wxPoint& at);
  void drag_link(const wxPoint& at);
  void let_go();
  void choose(const std::optional<std::string>& code);
  bool on_header_edge(const wxPoint& at) const;
  double page_height() const;

  TimelineActions actions_;
  wxFont font_;
  FontMetrics metrics_;
  TimelineView view_;
  Hand hand_ = Hand::idle;
  chart::Hit grip_;            // what was taken hold of
  wxPoint pressed_at_, last_;  // of the pointer
  bool reveal_when_shown_ = false;
  bool telling_ = false;  // the tooltip speaks of what is under the pointer
};

}  // namespace accord::gui
