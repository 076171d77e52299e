#include "app/gui/timeline_canvas.hpp"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <cmath>
#include <memory>

#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

using chart::Part;

constexpr double zoom_step = 1.25;
// Text is lettered in points, scenes in the pixels of which there are 96 to the inch.
double em_of(const wxFont& font) { return font.GetFractionalPointSize() * 96 / 72; }

constexpr int drag_threshold = 4, scroll_rows = 3, edge = 18;

}  // namespace

TimelineCanvas::TimelineCanvas(wxWindow* parent, TimelineActions actions)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
               wxWANTS_CHARS | wxHSCROLL | wxVSCROLL | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE),
      actions_(std::move(actions)),
      font_(sized(*parent, 92)),
      metrics_(font_, em_of(font_)),
      view_(metrics_) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  view_.set_look({.text = metrics_.size(), .header = metrics_.size() * 24});
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { on_paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent&) { on_size(); });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) { on_down(event); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { on_up(event); });
  // What is pointed at is chosen before its menu comes.
  Bind(wxEVT_RIGHT_DOWN, [this](wxMouseEvent& event) {
    event.Skip();
    SetFocus();
    const auto hit = view_.at(event.GetX(), event.GetY());
    if (hit && !hit->code.empty()) choose(hit->code);
  });
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) { on_double_click(event); });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { on_move(event); });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) {
    if (view_.hover({})) Refresh();
  });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { on_wheel(event); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { let_go(); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { on_key(event); });
  for (const auto& type :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE})
    Bind(type, [this](wxScrollWinEvent& event) { on_scroll(event); });
  for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(type, [this](wxFocusEvent& event) {
      event.Skip();
      Refresh();
    });
}

void TimelineCanvas::show(TimelineView::Plan plan) {
  let_go();
  view_.show(std::move(plan));
  if (reveal_when_shown_) view_.select(view_.selected()), view_.reveal_selected();
  reveal_when_shown_ = false;
  refresh();
}

void TimelineCanvas::refine(TimelineView::Plan plan) {
  view_.refine(std::move(plan));
  refresh();
}

void TimelineCanvas::select(const std::string& code) {
  if (code == view_.selected()) return;
  view_.select(code);
  view_.reveal_selected();
  reveal_when_shown_ = !code.empty() && !view_.row(code);
  refresh();
}

void TimelineCanvas::foresee(TimelineView::Plan plan, std::string effect) {
  if (hand_ != Hand::stretching) return;
  view_.foresee(std::move(plan), std::move(effect));
  Refresh();
}

void TimelineCanvas::refresh() {
  const chart::Viewport& port = view_.port();
  const auto whole = [](double length) { return static_cast<int>(std::lround(length)); };
  // A range that is much wider than the view needs no finer scrollbar than this.
  SetScrollbar(wxHORIZONTAL, whole(port.scroll_x()), whole(port.width()), whole(std::min(port.content_width(), 1e8)));
  SetScrollbar(wxVERTICAL, whole(port.scroll_y()), whole(port.height()), whole(port.content_height()));
  Refresh();
}

void TimelineCanvas::on_paint() {
  wxPaintDC dc(this);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  const wxSize size = GetClientSize();
  context->SetPen(wxNullPen);
  context->SetBrush(wxBrush(theme().surface));
  context->DrawRectangle(0, 0, size.x, size.y);
  context->Clip(0, 0, size.x, size.y);
  paint(view_.draw(), *context, theme(), font_, view_.look().text);
  if (!HasFocus()) return;
  context->SetPen(context->CreatePen(wxGraphicsPenInfo(theme().accent, 2)));
  context->SetBrush(wxNullBrush);
  context->DrawRectangle(1, 1, size.x - 2, size.y - 2);
}

void TimelineCanvas::on_size() {
  const wxSize size = GetClientSize();
  view_.set_size(size.x, size.y);
  refresh();
}

bool TimelineCanvas::on_header_edge(const wxPoint& at) const { return std::abs(at.x - view_.look().header) <= 3; }

void TimelineCanvas::on_down(const wxMouseEvent& event) {
  SetFocus();
  UnsetToolTip();
  pressed_at_ = last_ = event.GetPosition();
  const auto hit = view_.at(pressed_at_.x, pressed_at_.y);
  grip_ = hit.value_or(chart::Hit{});
  hand_ = on_header_edge(pressed_at_) ? Hand::sizing_header : Hand::pressed;
  if (hand_ == Hand::pressed && grip_.part == Part::fold) {
    view_.toggle(grip_.code);
    hand_ = Hand::idle;
    return refresh();
  }
  if (hand_ == Hand::pressed && !grip_.code.empty()) choose(grip_.code);
  if (!HasCapture()) CaptureMouse();
}

void TimelineCanvas::on_move(const wxMouseEvent& event) {
  const wxPoint at = event.GetPosition();
  if (hand_ == Hand::idle || !event.LeftIsDown()) return hover(event);
  if (hand_ == Hand::pressed) {
    if (std::abs(at.x - pressed_at_.x) < drag_threshold && std::abs(at.y - pressed_at_.y) < drag_threshold) return;
    const bool in_chart = pressed_at_.x > view_.look().header && pressed_at_.y > view_.head();
    const bool may_edit = actions_.editable();
    if (grip_.part == Part::handle && may_edit) hand_ = Hand::stretching;
    else if (grip_.part == Part::body && may_edit && in_chart && view_.row(grip_.code)) hand_ = Hand::linking;
    else hand_ = Hand::panning;
  }
  drag(at);
  last_ = at;
}

void TimelineCanvas::drag(const wxPoint& at) {
  const double right = view_.look().header + view_.port().width();
  if (hand_ == Hand::stretching || hand_ == Hand::linking) {
    if (at.x > right - edge) view_.port().pan(-edge, 0);
    if (at.x < view_.look().header + edge) view_.port().pan(edge, 0);
  }
  switch (hand_) {
    case Hand::panning:
      SetCursor(wxCursor(wxCURSOR_SIZING));
      view_.port().pan(at.x - last_.x, at.y - last_.y);
      break;
    case Hand::sizing_header:
      view_.set_header(at.x);
      break;
    case Hand::stretching: {
      const chart::GanttRow* row = view_.row(grip_.code);
      if (!row || !row->start) break;
      const Day finish = std::max(view_.end_at(at.x), *row->start);
      if (view_.pulled() && view_.pulled()->finish == finish) break;
      view_.pull(
          chart::GanttPull{.code = grip_.code, .finish = finish, .words = actions_.stretch_words(grip_.code, finish)});
      actions_.foresee(grip_.code, finish);
      break;
    }
    case Hand::linking:
      drag_link(at);
      break;
    case Hand::idle:
    case Hand::pressed:
      break;
  }
  refresh();
}

void TimelineCanvas::drag_link(const wxPoint& at) {
  view_.pull({});
  const auto target = view_.at(at.x, at.y);
  const bool can_follow = target && target->code != grip_.code && view_.row(target->code) &&
                          view_.row(target->code)->kind != chart::GanttKind::track;
  view_.hover(can_follow ? target->code : std::string());
  const std::string words = can_follow ? say("{} can begin when {} has ended", target->code, grip_.code)
                                       : say("Drop on the milestone that follows {}", grip_.code);
  view_.pull(chart::GanttPull{
      .code = grip_.code, .link_to = std::pair{static_cast<double>(at.x), static_cast<double>(at.y)}, .words = words});
}

void TimelineCanvas::on_up(const wxMouseEvent& event) {
  const Hand hand = hand_;
  const auto pull = view_.pulled();
  const std::string from = grip_.code;
  let_go();
  if (hand == Hand::stretching && pull && pull->finish) {
    const chart::GanttRow* row = view_.row(from);
    if (row && row->finish != pull->finish) actions_.stretch(from, *pull->finish);
  }
  if (hand == Hand::linking) {
    const auto target = view_.at(event.GetX(), event.GetY());
    const chart::GanttRow* row = target ? view_.row(target->code) : nullptr;
    if (row && target->code != from && row->kind != chart::GanttKind::track) actions_.link(from, target->code);
  }
}

void TimelineCanvas::let_go() {
  if (HasCapture()) ReleaseMouse();
  hand_ = Hand::idle;
  view_.pull({});
  SetCursor(wxNullCursor);
  refresh();
}

void TimelineCanvas::on_double_click(const wxMouseEvent& event) {
  const auto hit = view_.at(event.GetX(), event.GetY());
  if (!hit || hit->part == Part::fold) return;
  choose(hit->code);
  actions_.edit();
}

void TimelineCanvas::on_wheel(const wxMouseEvent& event) {
  const double turns = static_cast<double>(event.GetWheelRotation()) / std::max(event.GetWheelDelta(), 1);
  const bool over_names = event.GetX() < view_.look().header;
  if (event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL) view_.port().pan(-turns * view_.look().text * 4, 0);
  else if (over_names || event.ShiftDown()) view_.port().pan(0, turns * scroll_rows * view_.port().row_height());
  else view_.port().zoom(std::pow(zoom_step, turns), event.GetX() - view_.look().header);
  refresh();
}

void TimelineCanvas::on_scroll(const wxScrollWinEvent& event) {
  const bool across = event.GetOrientation() == wxHORIZONTAL;
  const chart::Viewport& port = view_.port();
  const double line = across ? view_.look().text * 4 : port.row_height(),
               page = across ? port.width() * 0.9 : page_height();
  double to = across ? port.scroll_x() : port.scroll_y();
  const auto type = event.GetEventType();
  if (type == wxEVT_SCROLLWIN_TOP) to = 0;
  else if (type == wxEVT_SCROLLWIN_BOTTOM) to = across ? port.content_width() : port.content_height();
  else if (type == wxEVT_SCROLLWIN_LINEUP) to -= line;
  else if (type == wxEVT_SCROLLWIN_LINEDOWN) to += line;
  else if (type == wxEVT_SCROLLWIN_PAGEUP) to -= page;
  else if (type == wxEVT_SCROLLWIN_PAGEDOWN) to += page;
  else to = event.GetPosition();
  if (across) view_.port().scroll_to(to, port.scroll_y());
  else view_.port().scroll_to(port.scroll_x(), to);
  refresh();
}

double TimelineCanvas::page_height() const {
  return std::max(view_.port().height() - view_.port().row_height(), view_.port().row_height());
}

void TimelineCanvas::on_key(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const double pan = view_.port().width() / 8;
  if (event.ControlDown() || event.AltDown()) {
    if (!event.ControlDown() || (key != WXK_LEFT && key != WXK_RIGHT)) return event.Skip();
    view_.port().pan(key == WXK_LEFT ? pan : -pan, 0);
    return refresh();
  }
  switch (key) {
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
      view_.zoom_by_keys(zoom_step);
      return refresh();
    case '-':
    case WXK_NUMPAD_SUBTRACT:
      view_.zoom_by_keys(1 / zoom_step);
      return refresh();
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_F2:
      return actions_.edit();
    case WXK_ESCAPE:
      if (hand_ == Hand::idle) return event.Skip();
      return let_go();
    case WXK_TAB:
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
      return;
    default:
      if (!move_selection(key)) event.Skip();
  }
}

bool TimelineCanvas::move_selection(int key) {
  const int page = static_cast<int>(page_height() / view_.port().row_height());
  constexpr int far = 1 << 28;
  switch (key) {
    case WXK_UP:
      choose(view_.step(-1));
      return true;
    case WXK_DOWN:
      choose(view_.step(1));
      return true;
    case WXK_PAGEUP:
      choose(view_.step(-page));
      return true;
    case WXK_PAGEDOWN:
      choose(view_.step(page));
      return true;
    case WXK_HOME:
      choose(view_.step(-far));
      return true;
    case WXK_END:
      choose(view_.step(far));
      return true;
    case WXK_LEFT:
      choose(view_.step_out());
      return true;
    case WXK_RIGHT:
      choose(view_.step_in());
      return true;
    default:
      return false;
  }
}

void TimelineCanvas::choose(const std::optional<std::string>& code) {
  if (!code) return;
  const bool by_pointer = hand_ == Hand::pressed;
  view_.select(*code);
  // What was clicked is in sight already: the picture must not jump under the pointer.
  if (!by_pointer) view_.reveal_selected();
  actions_.select(*code);
  refresh();
}

void TimelineCanvas::hover(const wxMouseEvent& event) {
  const wxPoint at = event.GetPosition();
  const auto hit = view_.at(at.x, at.y);
  const bool sizes = on_header_edge(at) || (hit && hit->part == Part::handle && actions_.editable());
  SetCursor(sizes ? wxCursor(wxCURSOR_SIZEWE) : wxNullCursor);
  // Beside the bars a tooltip would only be in the way.
  const bool telling = hit && (hit->part == Part::body || hit->part == Part::handle || at.x < view_.look().header);
  const bool on_row = view_.hover(hit ? hit->code : std::string());
  const bool another = on_row || telling_ != telling;
  telling_ = telling;
  if (!another) return;
  const std::string words = telling ? actions_.tell(hit->code) : std::string();
  if (words.empty()) UnsetToolTip();
  else SetToolTip(wx(words));
  Refresh();
}

}  // namespace accord::gui
