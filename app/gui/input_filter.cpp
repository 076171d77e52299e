#include "app/gui/input_filter.hpp"

#include <wx/app.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/event.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>
#include <wx/textentry.h>
#include <wx/weakref.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace accord::gui {
namespace {

constexpr std::size_t most_steps = 200;

wxScrolledWindow* page_of(const wxWindow& control) {
  for (wxWindow* above = control.GetParent(); above && !above->IsTopLevel(); above = above->GetParent())
    if (auto* page = dynamic_cast<wxScrolledWindow*>(above)) return page;
  return nullptr;
}

void turn_wheel(wxScrolledWindow& page, const wxMouseEvent& event) {
  const int delta = std::max(event.GetWheelDelta(), 1);
  const int lines = std::max(event.GetLinesPerAction(), 1) * event.GetWheelRotation() / delta;
  page.Scroll(-1, std::max(0, page.GetViewStart().y - lines));
}

}  // namespace

void bring_into_sight(wxWindow& control) {
  wxScrolledWindow* page = page_of(control);
  int across = 0, down = 0;
  if (page) page->GetScrollPixelsPerUnit(&across, &down);
  if (down <= 0) return;
  const int margin = page->FromDIP(30);  // a label above it, what it says below
  const int top = page->ScreenToClient(control.GetScreenPosition()).y;
  const int above = top - margin;
  const int below = top + control.GetSize().y + margin - page->GetClientSize().y;
  const int move = above < 0 ? above : std::min(std::max(below, 0), above);
  if (move == 0) return;
  const int steps = (std::abs(move) + down - 1) / down;
  page->Scroll(-1, std::max(0, page->GetViewStart().y + (move < 0 ? -steps : steps)));
}

InputFilter::InputFilter() { wxEvtHandler::AddFilter(this); }
InputFilter::~InputFilter() { wxEvtHandler::RemoveFilter(this); }

int InputFilter::FilterEvent(wxEvent& event) {
  const wxEventType type = event.GetEventType();
  if (type == wxEVT_MOUSEWHEEL) {
    const auto* choice = dynamic_cast<wxChoice*>(event.GetEventObject());
    if (!choice) return Event_Skip;
    if (wxScrolledWindow* page = page_of(*choice)) turn_wheel(*page, static_cast<wxMouseEvent&>(event));
    return Event_Processed;
  }
  if (type == wxEVT_SET_FOCUS) {
    auto* window = dynamic_cast<wxWindow*>(event.GetEventObject());
    begin(window);
    // Where it lies is known once the page is laid out.
    if (window)
      wxTheApp->CallAfter([control = wxWeakRef<wxWindow>(window)] {
        if (control) bring_into_sight(*control);
      });
  } else if (type == wxEVT_DESTROY && event.GetEventObject() == field_) {
    begin(nullptr);
  } else if (type == wxEVT_TEXT && event.GetEventObject() == field_ && entry_ && !stepping_) {
    const wxString now = entry_->GetValue();
    if (now == value_) return Event_Skip;
    past_.push_back(std::exchange(value_, now));
    if (past_.size() > most_steps) past_.erase(past_.begin());
    future_.clear();
  } else if (type == wxEVT_CHAR_HOOK && event.GetEventObject() == field_ && entry_) {
    return typed_key(static_cast<wxKeyEvent&>(event)) ? Event_Processed : Event_Skip;
  }
  return Event_Skip;
}

void InputFilter::begin(wxWindow* field) {
  entry_ = dynamic_cast<wxTextEntry*>(field);
  field_ = field ? static_cast<const void*>(static_cast<wxObject*>(field)) : nullptr;
  past_.clear();
  future_.clear();
  value_ = entry_ ? entry_->GetValue() : wxString();
}

// What the program itself has put there begins anew.
void InputFilter::catch_up() {
  const wxString now = entry_->GetValue();
  if (now == value_) return;
  value_ = now;
  past_.clear();
  future_.clear();
}

bool InputFilter::typed_key(const wxKeyEvent& event) {
  catch_up();
  const int key = event.GetKeyCode();
  const auto* text = dynamic_cast<wxTextCtrl*>(event.GetEventObject());
  if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !(text && text->IsMultiLine())) {
    past_.clear();
    future_.clear();
    return false;
  }
  if (event.GetModifiers() == wxMOD_CONTROL && key == 'Z') return step(past_, future_);
  if (event.GetModifiers() == wxMOD_CONTROL && key == 'Y') return step(future_, past_);
  return false;
}

bool InputFilter::step(std::vector<wxString>& from, std::vector<wxString>& to) {
  if (from.empty()) return false;
  to.push_back(value_);
  value_ = from.back();
  from.pop_back();
  stepping_ = true;
  entry_->SetValue(value_);
  entry_->SetInsertionPointEnd();
  stepping_ = false;
  return true;
}

}  // namespace accord::gui
