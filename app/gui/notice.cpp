#include "app/gui/notice.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include "app/gui/accessible.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr int shown_ms = 15000;
constexpr std::size_t most_problems = 6;  // told at once
constexpr std::size_t longest = 3000;     // bytes of words: a notice lies over a part of the page

// An option, or a whole command to type: nobody does that here.
bool is_for_the_command_line(std::string_view text) {
  constexpr std::string_view program = "accord ";
  if (text.find("--") != text.npos) return true;
  for (std::size_t at = text.find(program); at != text.npos; at = text.find(program, at + 1)) {
    const bool inside_a_name = at > 0 && (text[at - 1] == '.' || text[at - 1] == '/' || text[at - 1] == '-');
    if (!inside_a_name) return true;
  }
  return false;
}

}  // namespace

Notice::Notice(wxWindow* parent, bool closable) : wxPanel(parent), closable_(closable) {
  words_ = new Prose(this);
  act_ = new wxButton(this, wxID_ANY, wxString());
  dismiss_ = new wxButton(this, wxID_ANY, wx(accord::say("&Close")));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(words_, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(10)));
  row->Add(act_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(10)));
  row->Add(dismiss_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
  SetSizer(row);
  act_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto run = offer_.run;
    if (closable_) close();
    if (run) run();
  });
  dismiss_->Show(closable_);
  dismiss_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { close(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    CallAfter([this] { lay_out(); });
  });
  Hide();
}

void Notice::say(std::string_view text, doc::Tone tone, Offer offer, bool passes) {
  text_ = shortened(std::string(text), longest);
  tone_ = tone;
  offer_ = std::move(offer);
  SetBackgroundColour(theme().soft(tone));
  words_->SetForegroundColour(theme().text);
  words_->set(text_);
  act_->Show(!offer_.label.empty());
  act_->SetLabel(wx(offer_.label));
  set_accessible(*this, text_);
  Show();
  lay_out();
  if (passes) timer_.StartOnce(shown_ms);
  else timer_.Stop();
}

void Notice::close() {
  if (text_.empty()) return;
  text_.clear();
  tone_ = doc::Tone::neutral;
  offer_ = {};
  timer_.Stop();
  Hide();
  if (!resized) GetParent()->Layout();
}

int Notice::height_at(int width) {
  SetSize(width, GetSize().y);
  wrap_all(*this);
  InvalidateBestSize();
  return GetBestSize().y;
}

void Notice::lay_out() {
  if (text_.empty()) return;
  if (resized) {
    resized();
    return Refresh();
  }
  GetParent()->Layout();
  wrap_all(*this);
  InvalidateBestSize();
  GetParent()->Layout();
  Refresh();
}

std::string in_sentences(const Diagnostic& problem) {
  std::string out = with_full_stop(problem.message);
  if (!problem.expected.empty() && !is_for_the_command_line(problem.expected))
    out += " " + accord::say("Expected: {}", with_full_stop(problem.expected));
  if (!problem.found.empty()) out += " " + accord::say("Found: {}", with_full_stop(problem.found));
  if (!problem.advice.empty() && !is_for_the_command_line(problem.advice)) out += " " + capitalised(with_full_stop(problem.advice));
  return out;
}

Diagnostics for_the_window(Diagnostics problems) {
  std::erase_if(problems, [](const Diagnostic& problem) { return problem.code == "import.column_unknown"; });
  if (problems.size() > most_problems) {
    const auto left = static_cast<long long>(problems.size() - most_problems);
    problems.resize(most_problems);
    problems.push_back({.code = "import.more", .message = accord::say_plural("There is {} more remark of the kind.", "There are {} more remarks of the kind.", left)});
  }
  for (Diagnostic& problem : problems)
    if (problem.place.line > 0) {
      problem.message = accord::say("Line {}: {}", problem.place.line, problem.message);
      problem.place.record.clear();
    }
  return problems;
}

std::string in_sentences(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) {
    if (!out.empty()) out += "\n";
    if (!problem.place.record.empty()) out += problem.place.record + ": ";
    out += in_sentences(problem);
  }
  return out;
}

}  // namespace accord::gui
