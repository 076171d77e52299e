#pragma once
// What a document says, a line per block, item or row of a table.
#include <string>
#include <variant>
#include <vector>

#include "core/report/document.hpp"

namespace accord::test {

struct Lines {
  std::vector<std::string> lines;
  void operator()(const doc::Heading& h) { lines.push_back("# " + h.text); }
  void operator()(const doc::Paragraph& p) { lines.push_back(doc::words_of(p.text)); }
  void operator()(const doc::Status& s) { lines.push_back(s.word + ": " + doc::words_of(s.text)); }
  void operator()(const doc::List& l) {
    for (const doc::Text& item : l.items) lines.push_back("- " + doc::words_of(item));
  }
  void operator()(const doc::Table& t) {
    for (const auto& row : t.rows) {
      std::string line;
      for (const doc::Text& cell : row) line += (line.empty() ? "" : " | ") + doc::words_of(cell);
      lines.push_back(line);
    }
  }
  template <class Other>
  void operator()(const Other&) {}
};

inline std::vector<std::string> lines_of(const Document& document) {
  Lines out;
  for (const doc::Block& block : document.blocks) std::visit([&](const auto& b) { out(b); }, block);
  return out.lines;
}

}  // namespace accord::test
