#include "app/gui/list_parts.hpp"

#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/srchctrl.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::gui {
namespace {

constexpr int smallest = 120;  // of either side

}  // namespace

Split::Split(wxWindow* parent, const std::string& name)
    : wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH),
      key_("split/" + lower(name)) {
  set_accessible(*this, say(name));
  SetMinimumPaneSize(FromDIP(smallest));
  SetSashGravity(1.0);
  // Only what somebody has dragged: the sash moves by itself as well when the window takes another size.
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    event.Skip();
    CallAfter([this] {
      const wxSize size = GetClientSize();
      const int whole = GetSplitMode() == wxSPLIT_VERTICAL ? size.x : size.y;
      settings().set_number(key_, ToDIP(whole - GetSashPosition()));
    });
  });
}

int Split::remembered(int size) const { return -FromDIP(std::max(settings().number(key_, size), smallest)); }

void Split::beside(wxWindow* list, wxWindow* detail, int size) { SplitVertically(list, detail, remembered(size)); }
void Split::below(wxWindow* list, wxWindow* detail, int size) { SplitHorizontally(list, detail, remembered(size)); }

std::string noun_of(Kind kind) { return in_lower_case(say(type_of(kind).label)); }

std::string with_article(std::string_view noun) {
  if (spoken().code() != "en") return std::string(noun);
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string cell_of(const Field& field, const Record& record, const Dossier& dossier) {
  if (field.type == FieldType::references) return display_field(field, record, dossier);  // codes
  const std::string text = display_label(field, record, dossier);
  return field.type == FieldType::choice ? say_name(text) : text;
}

wxDataViewCtrl* make_table(wxWindow* parent, const std::string& name, const std::string& description,
                           bool several) {
  auto* table = new wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | (several ? wxDV_MULTIPLE : wxDV_SINGLE) | wxBORDER_NONE);
  // Its columns scroll: without this their widths would be the least that the page around it needs.
  table->SetMinSize(table->FromDIP(wxSize(120, 80)));
  set_accessible(*table, name, description);
  return table;
}

int wide_enough(const wxDataViewCtrl& table, const std::string& head, int width) {
  constexpr int beside_the_words = 16;
  return std::max(table.FromDIP(width), table.GetTextExtent(wx(head)).x + table.FromDIP(beside_the_words));
}

void stretch(wxDataViewCtrl& table, const std::vector<unsigned>& columns) {
  for (unsigned i = 0; i < table.GetColumnCount(); ++i) {
    const wxDataViewColumn* column = table.GetColumn(i);
    const bool grows = std::find(columns.begin(), columns.end(), column->GetModelColumn()) != columns.end();
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()), grows ? TRUE : FALSE);
  }
}

void explain_head(wxDataViewColumn& column, const std::string& text) {
  GtkWidget* head = gtk_tree_view_column_get_button(GTK_TREE_VIEW_COLUMN(column.GetGtkHandle()));
  gtk_widget_set_tooltip_text(head, text.c_str());
}

wxSearchCtrl* make_search(wxWindow* parent, const std::string& name, const std::string& description,
                          std::function<void()> changed) {
  auto* search = new wxSearchCtrl(parent, wxID_ANY, {}, wxDefaultPosition, parent->FromDIP(wxSize(240, -1)));
  search->SetDescriptiveText(wx(name));
  search->ShowCancelButton(true);
  set_accessible(*search, name, description);
  search->Bind(wxEVT_TEXT, [changed = std::move(changed)](wxCommandEvent&) { changed(); });
  search->Bind(wxEVT_SEARCH_CANCEL, [search](wxCommandEvent&) { search->Clear(); });
  return search;
}

}  // namespace accord::gui
