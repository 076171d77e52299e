#include "app/gui/prose.hpp"

#include <gtk/gtk.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textwrapper.h>

#include <algorithm>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

// Breaks a text to a width; lines that begin with blanks go on below their first letter.
class Lines : public wxTextWrapper {
 public:
  static wxString broken(wxWindow& window, const wxString& text, int width) {
    Lines lines;
    wxString rest = text + '\n';
    for (; !rest.empty(); rest = rest.AfterFirst('\n')) {
      const wxString line = rest.BeforeFirst('\n');
      const std::size_t blanks = std::min(line.find_first_not_of(' '), line.length());
      lines.indent_ = line.substr(0, blanks);
      lines.whole_ += lines.indent_;
      lines.Wrap(&window, line.substr(blanks), std::max(1, width - window.GetTextExtent(lines.indent_).x));
      if (rest.AfterFirst('\n').empty()) break;
      lines.whole_ += '\n';
    }
    return lines.whole_;
  }

 protected:
  void OnOutputLine(const wxString& line) override { whole_ += line; }
  void OnNewLine() override { whole_ += '\n' + indent_; }

 private:
  wxString whole_, indent_;
};

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
  const wxString broken = Lines::broken(*this, whole_, width);
  SetLabelText(broken);
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
