#include "app/gui/prose.hpp"

#include <gtk/gtk.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <algorithm>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

// One line broken at blanks to a width; where it begins with blanks it goes on below its first letter. Measured once: the
// toolkit's own wrapping measures what is left again for each line, which takes seconds for what somebody has pasted.
wxString broken(const wxDC& dc, const wxString& line, int width) {
  wxArrayInt ends;  // of the letters
  dc.GetPartialTextExtents(line, ends);
  const std::size_t blanks = std::min(line.find_first_not_of(' '), line.length());
  const wxString indent = line.substr(0, blanks);
  const int indented = blanks > 0 ? ends[blanks - 1] : 0;
  const std::wstring letters = line.ToStdWstring();
  std::wstring out = indent.ToStdWstring();
  std::size_t begin = blanks, blank = 0;  // of the line that is being filled; its last blank, 0 = none yet
  for (std::size_t i = begin; i < letters.size(); ++i) {
    const int before = begin > 0 ? ends[begin - 1] : 0;
    if (letters[i] == L' ' && i > begin) blank = i;
    if (blank <= begin || ends[i] - before + indented <= width || letters[i] == L' ') continue;
    out += letters.substr(begin, blank - begin) + L'\n' + indent.ToStdWstring();
    begin = blank + 1;
    blank = 0;
  }
  return out + letters.substr(begin);
}

wxString broken(wxWindow& window, const wxString& text, int width) {
  wxClientDC dc(&window);
  dc.SetFont(window.GetFont());
  wxString out;
  std::size_t from = 0;
  for (std::size_t end = text.find('\n'); end != wxString::npos; from = end + 1, end = text.find('\n', from))
    out += broken(dc, text.substr(from, end - from), width) + '\n';
  return out + broken(dc, text.substr(from), width);
}

bool wrap_inside(wxWindow& window) {
  bool changed = false;
  for (wxWindow* child : window.GetChildren()) {
    if (auto* prose = dynamic_cast<Prose*>(child)) changed |= prose->wrap_to(prose->GetSize().x);
    else changed |= wrap_inside(*child);
  }
  return changed;
}

void lay_out(wxWindow& window) {
  window.InvalidateBestSize();
  for (wxWindow* child : window.GetChildren())
    if (child->GetSizer()) lay_out(*child);
}

// The toolkit says how large a window is inside only once it is drawn so: what fills its outside is taken by that.
void arrange(wxWindow& window) {
  const bool fills = !window.IsTopLevel() && !dynamic_cast<wxScrolledWindow*>(&window) && window.GetWindowBorderSize() == wxSize(0, 0);
  if (fills && window.GetSizer()) window.GetSizer()->SetDimension(wxPoint(0, 0), window.GetSize());
  else window.Layout();
}

}  // namespace

Prose::Prose(wxWindow* parent, std::string_view text)
    : wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE) {
  set(text);
}

void Prose::set(std::string_view text) {
  const wxString whole = wx(text);
  if (whole == whole_) return;
  whole_ = whole;
  const int width = width_;
  width_ = 0;
  if (width > 0) wrap_to(width);
  else SetLabelText(whole_);
}

bool Prose::wrap_to(int width) {
  if (width == width_ || width < FromDIP(20)) return false;
  width_ = width;
  const int height = GetMinSize().y;
  SetLabelText(broken(*this, whole_, width));
  // Read aloud, an indented line is one line.
  if (whole_.Contains("\n ")) atk_object_set_name(gtk_widget_get_accessible(GetHandle()), whole_.utf8_str());
  InvalidateBestSize();
  // The toolkit forgets the room below the line of large or bold letters.
  const int lines = 1 + GetLabelText().Freq('\n');
  const int needed = std::max(wxStaticText::DoGetBestSize().y, lines * GetCharHeight() + FromDIP(1));
  // Narrow on its own, so that the sizer decides on the width.
  SetMinSize(wxSize(FromDIP(40), needed));
  return needed != height;
}

void wrap_all(wxWindow& window) {
  constexpr int rounds = 3;  // a changed height may bring a scroll bar, which changes the width
  for (int round = 0; round < rounds; ++round) {
    lay_out(window);
    arrange(window);
    if (!wrap_inside(window)) break;
  }
  window.FitInside();
  arrange(window);
}

}  // namespace accord::gui
