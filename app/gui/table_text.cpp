#include "app/gui/table_text.hpp"

#include <wx/dataview.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

std::string cell_text(const wxDataViewModel& model, const wxDataViewItem& item, unsigned column) {
  wxVariant value;
  model.GetValue(value, item, column);
  std::string text = utf8(value.MakeString());
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string as_tabbed_text(const wxDataViewCtrl& table) {
  const wxDataViewModel& model = *table.GetModel();
  std::vector<const wxDataViewColumn*> columns;
  for (unsigned i = 0; i < table.GetColumnCount(); ++i)
    if (!table.GetColumn(i)->IsHidden()) columns.push_back(table.GetColumn(i));
  std::sort(columns.begin(), columns.end(), [&](const auto* a, const auto* b) {
    return table.GetColumnPosition(a) < table.GetColumnPosition(b);
  });
  std::string out;
  const auto line = [&](const std::function<std::string(const wxDataViewColumn&)>& cell) {
    for (std::size_t i = 0; i < columns.size(); ++i) out += (i ? "\t" : "") + cell(*columns[i]);
    out += '\n';
  };
  line([](const wxDataViewColumn& column) { return utf8(column.GetTitle()); });
  const auto row = [&](const wxDataViewItem& item) {
    line([&](const wxDataViewColumn& column) { return cell_text(model, item, column.GetModelColumn()); });
  };
  if (const auto* list = dynamic_cast<const wxDataViewVirtualListModel*>(&model)) {
    for (unsigned i = 0; i < list->GetCount(); ++i) row(list->GetItem(i));
    return out;
  }
  const std::function<void(const wxDataViewItem&)> below = [&](const wxDataViewItem& item) {
    wxDataViewItemArray children;
    model.GetChildren(item, children);
    for (const wxDataViewItem& child : children) {
      row(child);
      if (model.IsContainer(child)) below(child);
    }
  };
  below(wxDataViewItem());
  return out;
}

}  // namespace accord::gui
