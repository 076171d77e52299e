#include "app/gui/list_parts.hpp"

#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/srchctrl.h>

#include <algorithm>
#include <optional>

#include "app/gui/accessible.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "core/base/letters.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::gui {
namespace {

constexpr int smallest = 120;         // of either side
constexpr int beside_the_words = 16;  // in the head of a column
constexpr int few_letters = 76, few_words = 160;  // what a column, and the one that grows, keeps in a narrow table

int head_width(const wxDataViewCtrl& table, const wxString& head) { return table.GetTextExtent(head).x + table.FromDIP(beside_the_words); }

// What the columns of a table are meant to have.
struct Wanted : wxClientData {
  explicit Wanted(std::vector<int> by_place) : widths(std::move(by_place)) {}
  std::vector<int> widths;
  int shared = 0;  // the table's width when they were given out
};

struct Share {
  wxDataViewColumn* column;
  int wanted, least;
  int under(int cap) const { return std::max(least, std::min(wanted, cap)); }
};

void cut_with_dots(GtkWidget* head, gpointer) {
  if (GTK_IS_LABEL(head)) gtk_label_set_ellipsize(GTK_LABEL(head), PANGO_ELLIPSIZE_END);
  if (GTK_IS_CONTAINER(head)) gtk_container_forall(GTK_CONTAINER(head), cut_with_dots, nullptr);
}

// What the longest text of a list's first rows takes, or the head where that is longer; nothing for what is no list.
std::optional<int> taken_width(const wxDataViewCtrl& table, const wxDataViewColumn& column) {
  constexpr unsigned looked_at = 200;
  const auto* list = dynamic_cast<const wxDataViewListModel*>(table.GetModel());
  if (!list) return std::nullopt;
  wxString longest;
  for (unsigned row = 0; row < std::min(list->GetCount(), looked_at); ++row) {
    wxVariant value;
    list->GetValueByRow(value, row, column.GetModelColumn());
    if (const wxString text = value.GetString(); text.length() > longest.length()) longest = text;
  }
  return std::max(head_width(table, longest), head_width(table, column.GetTitle()));
}

// A head that does not fit is cut where it says so, and tells the rest to who points at it.
void fit_head(const wxDataViewColumn& column, bool is_whole) {
  GtkWidget* head = gtk_tree_view_column_get_button(GTK_TREE_VIEW_COLUMN(column.GetGtkHandle()));
  if (is_whole || gtk_widget_get_has_tooltip(head)) return;
  cut_with_dots(head, nullptr);
  gtk_widget_set_tooltip_text(head, column.GetTitle().utf8_str());
}

void share_out(wxDataViewCtrl& table, Wanted& wanted) {
  const int room = table.GetClientSize().x;
  std::vector<Share> shares;
  for (unsigned i = 0; i < table.GetColumnCount(); ++i)
    if (wxDataViewColumn* column = table.GetColumn(i); !column->IsHidden()) {
      const bool grows = gtk_tree_view_column_get_expand(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()));
      // What stands empty leaves its room to the column that grows.
      const int meant = wanted.widths.at(column->GetModelColumn());
      const int whole = grows ? meant : std::min(meant, taken_width(table, *column).value_or(meant));
      const int least = table.FromDIP(grows ? few_words : few_letters);
      shares.push_back({column, whole, std::min(whole, least)});
    }
  const auto needed = [&](int cap) {
    int sum = 0;
    for (const Share& share : shares) sum += share.under(cap);
    return sum;
  };
  int cap = 0;
  for (const Share& share : shares) cap = std::max(cap, share.wanted);
  while (cap > 0 && needed(cap) > room) --cap;
  for (const Share& share : shares) {
    share.column->SetWidth(share.under(cap));
    fit_head(*share.column, share.under(cap) >= head_width(table, share.column->GetTitle()));
  }
  wanted.shared = room;
}

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

std::string noun_of(Kind kind) { return in_small_letters(say(type_of(kind).label)); }

std::string with_article(std::string_view noun) {
  if (spoken().code() != "en") return std::string(noun);
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string cell_of(const Field& field, const Record& record, const Dossier& dossier) {
  if (field.type == FieldType::references) return display_field(field, record, dossier);  // codes
  const std::string text = display_label(field, record, dossier);
  if (const auto date = FuzzyDate::parse(text); field.type == FieldType::fuzzy_date && date) return as_noted(*date, spoken());
  return field.type == FieldType::choice ? say_name(text) : text;
}

wxDataViewCtrl* make_table(wxWindow* parent, const std::string& name, const std::string& description,
                           bool several) {
  auto* table = new wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | (several ? wxDV_MULTIPLE : wxDV_SINGLE) | wxBORDER_NONE);
  // Its columns scroll: without this their widths would be the least that the page around it needs.
  table->SetMinSize(table->FromDIP(wxSize(120, 80)));
  set_accessible(*table, name, description);
  // Letters typed over a row would open the toolkit's own search, which loses the row, and then the letters.
  gtk_tree_view_set_enable_search(GTK_TREE_VIEW(table->GtkGetTreeView()), FALSE);
  table->Bind(wxEVT_SIZE, [table](wxSizeEvent& event) {
    event.Skip();
    auto* wanted = static_cast<Wanted*>(table->GetClientObject());
    if (wanted && wanted->shared != table->GetClientSize().x) share_out(*table, *wanted);
  });
  return table;
}

int wide_enough(const wxDataViewCtrl& table, const std::string& head, int width) {
  return std::max(table.FromDIP(width), head_width(table, wx(head)));
}

void share_width(wxDataViewCtrl& table, std::vector<int> wanted) {
  table.SetClientObject(new Wanted(std::move(wanted)));
  share_width(table);
}

void share_width(wxDataViewCtrl& table) { share_out(table, static_cast<Wanted&>(*table.GetClientObject())); }

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
