#include "app/gui/card.hpp"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

#include "app/gui/accessible.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"

namespace accord::gui {

Card::Card(wxWindow* parent, const std::string& title) : wxPanel(parent) {
  SetBackgroundColour(theme().surface);
  SetForegroundColour(theme().text);
  head_ = new wxBoxSizer(wxHORIZONTAL);
  body_ = new wxBoxSizer(wxVERTICAL);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(head_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
  column->Add(body_, wxSizerFlags().Expand());
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(column, wxSizerFlags().Expand().Border(wxALL, FromDIP(14)));
  SetSizer(outer);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  clear(title);
}

void Card::clear(const std::string& title) {
  head_->Clear();
  body_->Clear();
  DestroyChildren();
  set_accessible(*this, title);
  auto* heading = new Prose(this, title);
  heading->SetFont(sized(*this, 108, true));
  heading->SetForegroundColour(theme().accent);
  head_->Add(heading, wxSizerFlags(1).CentreVertical());
}

void Card::paint() {
  wxPaintDC dc(this);
  dc.SetPen(wxPen(theme().line));
  dc.SetBrush(*wxTRANSPARENT_BRUSH);
  dc.DrawRectangle(GetClientRect());
}

void Card::say(const std::string& sentence) {
  body_->Add(text(sentence), wxSizerFlags().Expand().Border(wxTOP, FromDIP(5)));
}
void Card::note(const std::string& sentence) {
  body_->Add(muted(sentence), wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
}

Prose* Card::text(const std::string& words, bool is_strong) {
  auto* prose = new Prose(this, words);
  prose->SetFont(sized(*this, 100, is_strong));
  prose->SetForegroundColour(theme().text);
  return prose;
}

Prose* Card::muted(const std::string& words) {
  auto* prose = new Prose(this, words);
  prose->SetFont(sized(*this, 92));
  prose->SetForegroundColour(theme().muted);
  return prose;
}

}  // namespace accord::gui
