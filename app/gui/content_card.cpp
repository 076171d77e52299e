#include "app/gui/content_card.hpp"

#include <wx/button.h>

#include "app/gui/accessible.hpp"
#include "app/gui/chip.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/scene_view.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

ContentCard::ContentCard(wxWindow* parent, Open open) : Card(parent, {}), open_(std::move(open)) {}

bool ContentCard::set(const CardContent& content) {
  if (content == content_) return false;
  content_ = content;
  clear(content.title);
  if (content.verdict)
    head()->Add(new Chip(this, content.verdict->word, content.verdict->tone), wxSizerFlags().CentreVertical());
  for (const auto& item : content.items) std::visit([this](const auto& what) { add(what); }, item);
  return true;
}

void ContentCard::add(const Sentence& sentence) {
  using Weight = Sentence::Weight;
  if (sentence.weight == Weight::quiet) return note(sentence.text);
  Prose* words = text(sentence.text);
  if (sentence.weight == Weight::strong) words->SetFont(sized(*this, 120, true));
  if (sentence.weight == Weight::big) words->SetFont(sized(*this, 150, true));
  if (sentence.tone != doc::Tone::neutral) words->SetForegroundColour(theme().tone(sentence.tone));
  body()->Add(words, wxSizerFlags().Expand().Border(wxTOP, FromDIP(sentence.weight == Weight::normal ? 5 : 0)));
}

void ContentCard::add(const BigFigures& figures) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (const BigFigure& figure : figures) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(muted(figure.label), wxSizerFlags().Expand());
    Prose* big = text(figure.value);
    big->SetFont(sized(*this, 150, true));
    big->SetForegroundColour(theme().tone(figure.tone));
    column->Add(big, wxSizerFlags().Expand());
    if (!figure.note.empty()) column->Add(muted(figure.note), wxSizerFlags().Expand());
    row->Add(column, wxSizerFlags(1).Border(wxRIGHT, FromDIP(16)));
  }
  body()->Add(row, wxSizerFlags().Expand());
}

void ContentCard::add(const CardTable& table) {
  if (table.rows.empty()) return;
  const std::size_t columns = table.rows.front().size();
  auto* grid = new wxFlexGridSizer(static_cast<int>(columns), FromDIP(wxSize(18, 5)));
  for (std::size_t column = 0; column < columns; ++column) grid->AddGrowableCol(column, 1);
  for (const auto& row : table.rows)
    for (const std::string& cell : row) {
      const bool names_column = &row == &table.rows.front();
      const bool names_row = &cell == &row.front();
      grid->Add(names_column ? muted(cell) : text(cell, names_row), wxSizerFlags().Expand());
    }
  body()->Add(grid, wxSizerFlags().Expand());
}

void ContentCard::add(const CardStrip& picture) {
  auto* view = new SceneView(
      this, [strip = picture.strip, metrics = label_metrics(*this)](double width) { return chart::draw_strip(strip, width, *metrics); });
  body()->Add(view, wxSizerFlags().Expand());
}

void ContentCard::add(const CardSteps& steps) {
  auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(10, 7)));
  grid->AddGrowableCol(1, 3);
  grid->AddGrowableCol(2, 1);
  for (const CardStep& step : steps) {
    if (step.opens) {
      auto* button = new wxButton(this, wxID_ANY, wx(step.code), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
      button->SetMinSize(button->GetBestSize() + FromDIP(wxSize(14, 2)));
      set_accessible(*button, accord::say("Go to {}", step.code));
      button->SetToolTip(wx(accord::say("Go to {}", step.code)));
      button->Bind(wxEVT_BUTTON, [open = open_, code = step.code](wxCommandEvent&) { open(code); });
      grid->Add(button);
    } else {
      grid->Add(muted(step.code));
    }
    grid->Add(text(step.what), wxSizerFlags().Expand().CentreVertical());
    auto* when = text(step.when);
    if (step.late) when->SetForegroundColour(theme().bad);
    grid->Add(when, wxSizerFlags().Expand().CentreVertical());
  }
  body()->Add(grid, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

}  // namespace accord::gui
