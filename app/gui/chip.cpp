#include "app/gui/chip.hpp"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

#include "app/gui/accessible.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"

namespace accord::gui {

doc::Tone tone_of(Colour colour) {
  switch (colour) {
    case Colour::reached:
    case Colour::green:
      return doc::Tone::good;
    case Colour::amber:
      return doc::Tone::caution;
    case Colour::red:
      return doc::Tone::bad;
    case Colour::grey:
      break;
  }
  return doc::Tone::unknown;
}

Chip::Chip(wxWindow* parent, std::string_view word, doc::Tone tone) : tone_(tone) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
  SetFont(sized(*this, 92, true));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  set(word, tone);
}

void Chip::set(std::string_view word, doc::Tone tone) {
  word_ = word;
  tone_ = tone;
  set_accessible(*this, word_);
  InvalidateBestSize();
  SetMinSize(GetBestSize());
  Refresh();
}

wxSize Chip::DoGetBestClientSize() const {
  const wxSize text = GetTextExtent(wx(word_));
  return {text.x + FromDIP(18), text.y + FromDIP(6)};
}

void Chip::paint() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(GetParent()->GetBackgroundColour());
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
  const wxSize size = GetClientSize();
  gc->SetPen(*wxTRANSPARENT_PEN);
  gc->SetBrush(wxBrush(theme().soft(tone_)));
  const double height = size.y;
  gc->DrawRoundedRectangle(0, 0, size.x, height, height / 2);
  gc->SetFont(GetFont(), theme().tone(tone_));
  double width = 0, text_height = 0;
  gc->GetTextExtent(wx(word_), &width, &text_height);
  gc->DrawText(wx(word_), (size.x - width) / 2, (height - text_height) / 2);
}

}  // namespace accord::gui
