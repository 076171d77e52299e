#pragma once
// Text that is read, not edited: it wraps to the width that it is given and can be found by a screen reader.
#include <wx/stattext.h>

#include <string_view>

namespace accord::gui {

class Prose : public wxStaticText {
 public:
  explicit Prose(wxWindow* parent, std::string_view text = {});
  void set(std::string_view text);
  const wxString& whole() const { return whole_; }  // without the line breaks of the wrapping
  // Wraps to `width` pixels, where that is another than before. True when its height has changed.
  bool wrap_to(int width);

 private:
  wxString whole_;
  int width_ = 0;
};

// Wraps every Prose inside `window` to the width that its sizer has given it, and lays out again until it fits. To be
// called when the window's width has changed or a text was set.
void wrap_all(wxWindow& window);

}  // namespace accord::gui
