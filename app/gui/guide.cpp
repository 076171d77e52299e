#include "app/gui/guide.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/html/htmlwin.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

#include "app/data/embedded.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/render/markup.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

constexpr const char* contents = "README.md";

std::string hex(const wxColour& colour) { return utf8(colour.GetAsString(wxC2S_HTML_SYNTAX)); }

// `code`, **strong** and [links](address) in a line.
std::string inline_markup(std::string_view text) {
  const auto between = [&](std::string_view end) {
    const auto at = text.find(end);
    const std::string_view inside = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + end.size());
    return inside;
  };
  std::string out;
  while (!text.empty()) {
    const auto mark = std::min({text.find('`'), text.find("**"), text.find('[')});
    out += escape_markup(text.substr(0, mark));
    if (mark == text.npos) break;
    text.remove_prefix(mark);
    if (text.starts_with('`')) {
      text.remove_prefix(1);
      out += "<tt>" + escape_markup(between("`")) + "</tt>";
    } else if (text.starts_with("**")) {
      text.remove_prefix(2);
      out += "<b>" + inline_markup(between("**")) + "</b>";
    } else if (text.find("](") < text.find(']') + 1) {
      text.remove_prefix(1);
      const std::string words = inline_markup(between("]("));
      out += fmt::format("<a href=\"{}\">{}</a>", escape_markup(between(")")), words);
    } else {
      out += "[";
      text.remove_prefix(1);
    }
  }
  return out;
}

class GuideWriter {
 public:
  std::string write(std::string_view markdown) {
    for (const std::string& line : split(markdown, '\n')) add(line);
    close();
    return fmt::format("<html><body bgcolor=\"{}\" text=\"{}\" link=\"{}\">{}</body></html>", hex(theme().surface),
                       hex(theme().text), hex(theme().accent), out_);
  }

 private:
  enum class Block { none, paragraph, bullets, numbers, table, code };

  void add(std::string_view line) {
    if (line.starts_with("```")) return block_ == Block::code ? close() : open(Block::code);
    if (block_ == Block::code) {
      out_ += escape_markup(line) + "\n";
      return;
    }
    if (trim(line).empty()) return close();
    if (line.starts_with('#')) return heading(line);
    if (line.starts_with('|')) return row(line);
    if (line.starts_with("- ")) return item(Block::bullets, line.substr(2));
    const auto dot = line.find(". ");
    if (dot < 3 && line.find_first_not_of("0123456789") == dot) return item(Block::numbers, line.substr(dot + 2));
    if (block_ == Block::none || block_ == Block::table) open(Block::paragraph);
    out_ += inline_markup(trim(line)) + " ";
  }

  void heading(std::string_view line) {
    close();
    const auto depth = line.find_first_not_of('#');
    const std::string words = inline_markup(trim(line.substr(depth)));
    out_ += depth == 1 ? "<font size=\"+3\"><b>" + words + "</b></font><br>"
                       : "<br><font size=\"+1\" color=\"" + hex(theme().accent) + "\"><b>" + words + "</b></font><br>";
  }

  void item(Block kind, std::string_view words) {
    open(kind);
    out_ += "<li>" + inline_markup(words) + " ";
  }

  // The first row is the heading; the rule below it is not shown.
  void row(std::string_view line) {
    const bool first = block_ != Block::table;
    open(Block::table);
    if (line.starts_with("|-")) return;
    const auto cells = split(line, '|');
    out_ += "<tr>";
    for (std::size_t i = 1; i + 1 < cells.size(); ++i)
      out_ += fmt::format("<td valign=\"top\" bgcolor=\"{}\">{}</td>",
                          hex(first ? theme().unknown_soft : theme().surface), inline_markup(trim(cells[i])));
    out_ += "</tr>";
  }

  void open(Block kind) {
    if (block_ == kind) return;
    close();
    block_ = kind;
    out_ += kind == Block::paragraph ? "<p>"
            : kind == Block::bullets ? "<ul>"
            : kind == Block::numbers ? "<ol>"
            : kind == Block::table   ? "<table cellpadding=\"5\" cellspacing=\"1\">"
                                     : "<pre>";
  }

  void close() {
    out_ += block_ == Block::paragraph ? "</p>"
            : block_ == Block::bullets ? "</ul>"
            : block_ == Block::numbers ? "</ol>"
            : block_ == Block::table   ? "</table>"
            : block_ == Block::code    ? "</pre>"
                                       : "";
    block_ = Block::none;
  }

  Block block_ = Block::none;
  std::string out_;
};

}  // namespace

std::string guide_page(std::string_view markdown) { return GuideWriter().write(markdown); }

GuideWindow::GuideWindow(wxWindow* parent) : wxFrame(parent, wxID_ANY, wx(say("The Accord guide"))) {
  SetIcon(application_icon(64).GetIcon(FromDIP(wxSize(64, 64))));
  auto* panel = new wxPanel(this);
  back_ = new wxButton(panel, wxID_ANY, wx(say("&Back")));
  auto* all_pages = new wxButton(panel, wxID_ANY, wx(say("&Contents")));
  auto* done = new wxButton(panel, wxID_CLOSE, wx(say("C&lose")));
  text_ = new wxHtmlWindow(panel, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO | wxBORDER_NONE);
  text_->SetStandardFonts(sized(*panel, 100).GetPointSize());
  text_->SetBorders(FromDIP(18));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(back_, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
  row->Add(all_pages);
  row->AddStretchSpacer();
  row->Add(done);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  column->Add(text_, wxSizerFlags(1).Expand());
  panel->SetSizer(column);
  SetSize(FromDIP(wxSize(820, 680)));
  back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    pages_.pop_back();
    show();
  });
  all_pages->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { turn_to(contents); });
  done->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
  text_->Bind(wxEVT_HTML_LINK_CLICKED, [this](wxHtmlLinkEvent& event) {
    const std::string address = utf8(event.GetLinkInfo().GetHref());
    if (is_safe_link(address)) wxLaunchDefaultBrowser(wx(address));
    else turn_to(address);
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE) Close();
    else event.Skip();
  });
}

void GuideWindow::turn_to(const std::string& page) {
  if (embedded_file(page).empty() || (!pages_.empty() && pages_.back() == page)) return;
  pages_.push_back(page);
  show();
}

void GuideWindow::show() {
  const std::string_view markdown = embedded_file(pages_.back());
  text_->SetPage(wx(guide_page(markdown)));
  set_accessible(*text_, say("The guide"), markdown);
  back_->Enable(pages_.size() > 1);
  text_->SetFocus();
}

}  // namespace accord::gui
