#pragma once
// A word on a coloured ground: a verdict. The word says it; the colour only helps to find it.
#include <wx/control.h>

#include <string>
#include <string_view>

#include "core/report/document.hpp"
#include "core/report/standing.hpp"

namespace accord::gui {

doc::Tone tone_of(Colour colour);

class Chip : public wxControl {
 public:
  Chip(wxWindow* parent, std::string_view word, doc::Tone tone);
  void set(std::string_view word, doc::Tone tone);
  bool AcceptsFocus() const override { return false; }

 protected:
  wxSize DoGetBestClientSize() const override;

 private:
  void paint();
  std::string word_;
  doc::Tone tone_;
};

}  // namespace accord::gui
