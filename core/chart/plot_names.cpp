#include "core/chart/plot_names.hpp"

#include <algorithm>

namespace accord::chart {
namespace {

bool line_crosses(const PlotName& line, const PlotName& name) {
  const bool in_its_way = line.at > name.from - name_gap / 2 && line.at < name.from + name.wide + name_gap / 2;
  return in_its_way && (line.is_over() ? line.row > name.row : line.row >= name.row);
}

bool in_the_way(const PlotName& a, const PlotName& b) {
  const bool overlap = a.row == b.row && a.from < b.from + b.wide + name_gap && b.from < a.from + a.wide + name_gap;
  return overlap || line_crosses(a, b) || line_crosses(b, a);
}

// Tries places one after another and goes back where the next name finds none.
class Search {
 public:
  Search(std::vector<PlotName>& names, double width) : names_(names), width_(width) {}

  bool place(int rows) {
    tries_ = 0;
    return place(0, rows);
  }

 private:
  bool place(std::size_t i, int rows) {
    if (i == names_.size()) return true;
    PlotName& name = names_[i];
    for (name.row = 0; name.row < rows; ++name.row)
      for (const double from : beginnings(name)) {
        constexpr int most_tries = 50'000;
        if (++tries_ > most_tries) return false;
        name.from = from;
        const auto earlier = names_.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::none_of(names_.begin(), earlier, [&](const PlotName& other) { return in_the_way(name, other); }) && place(i + 1, rows)) return true;
      }
    return false;
  }

  // After its line, before it, over it, and over it moved until it is clear of another line.
  std::vector<double> beginnings(const PlotName& name) const {
    const double room = width_ - name.wide;
    std::vector<double> all{name.at + name_gap, name.at - name_gap - name.wide, std::clamp(name.at - name.wide / 2, 0.0, std::max(0.0, room))};
    for (const PlotName& other : names_)
      for (const double from : {other.at - name_gap - name.wide, other.at + name_gap})
        if (from <= name.at && name.at <= from + name.wide) all.push_back(from);
    std::erase_if(all, [&](double from) { return from < 0 || from > room; });
    return all;
  }

  std::vector<PlotName>& names_;
  double width_;
  int tries_ = 0;
};

}  // namespace

void place_names(std::vector<PlotName>& names, double width) {
  const int most = static_cast<int>(names.size());
  Search search(names, width);
  for (int rows = 1; rows <= most; ++rows)
    if (search.place(rows)) return;
  int row = 0;
  for (PlotName& name : names) {
    name.row = row++;
    name.from = std::clamp(name.at - name.wide / 2, 0.0, std::max(0.0, width - name.wide));
  }
}

}  // namespace accord::chart
