#include "core/report/sources.hpp"

#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// Words with the addresses in them as links.
Text linked(const std::string& text) {
  Text out;
  for (const std::string& word : split(text, ' ')) {
    const std::string before = out.empty() ? "" : " ";
    if (is_address(word)) out.push_back({.text = before + word, .link = word});
    else out.push_back({.text = before + word});
  }
  return out;
}

}  // namespace

Text Sources::with_confidence(Text note, Confidence confidence) const {
  switch (confidence) {
    case Confidence::unstated: break;
    case Confidence::official: return note + plain(" (" + t("official") + ")");
    case Confidence::press: return note + plain(" (" + t("press") + ")");
    case Confidence::secondary: return note + plain(" (" + t("secondary source") + ")");
  }
  return note;
}

int Sources::number_of(Text note) {
  const auto [at, is_new] = numbers_.try_emplace(words_of(note), static_cast<int>(notes_.size()) + 1);
  if (is_new) notes_.push_back(std::move(note));
  return at->second;
}

int Sources::of(const Record& record) {
  const std::string source(trim(record.source));
  return source.empty() ? 0 : number_of(with_confidence(linked(source), record.confidence));
}

int Sources::of(const Evidence& evidence) {
  Text note = plain(without_full_stop(evidence.title));
  if (!evidence.act_number.empty()) note = note + plain(", " + evidence.act_number);
  if (evidence.date) note = note + plain(", " + in_prose(*evidence.date, t));
  const std::string url(trim(evidence.url)), source(trim(evidence.source));
  if (is_address(url)) note = note + plain(", ") + Text{{.text = url, .link = url}};
  else if (!url.empty()) note = note + plain(", " + url);
  if (!source.empty() && source != url) note = note + plain(", ") + linked(source);
  return number_of(with_confidence(std::move(note), evidence.confidence));
}

Text with_note(Text text, int number) {
  if (number == 0) return text;
  if (text.empty()) text = plain("");
  text.back().footnote = number;
  return text;
}

}  // namespace accord
