#include "core/report/document.hpp"

#include <fmt/format.h>

#include "core/report/words.hpp"

namespace accord::doc {

Text plain(std::string text) { return {Run{std::move(text)}}; }
Text strong(std::string text) { return {Run{std::move(text), Run::Look::strong}}; }

Text operator+(Text a, Text b) {
  a.insert(a.end(), std::make_move_iterator(b.begin()), std::make_move_iterator(b.end()));
  return a;
}

std::string words_of(const Text& text) {
  std::string out;
  for (const Run& run : text) out += run.text;
  return out;
}

}  // namespace accord::doc

namespace accord {

std::string_view edition_name(Edition edition) { return edition == Edition::public_ ? "public" : "restricted"; }

std::string footer_text(const Provenance& p) {
  const std::string hash = p.hash.empty() ? "" : fmt::format(" · {}", std::string_view(p.hash).substr(0, 12));
  const char* lacks[] = {"", ", restricted parts withheld", ", restricted parts withheld and with them all forecasts"};
  const std::string withheld =
      p.edition == Edition::public_ ? lacks[static_cast<std::size_t>(p.withheld)] : std::string();
  return fmt::format("As of {} · revision {}{} · {} edition{} · generated {}", in_prose(p.as_of), p.revision, hash,
                     edition_name(p.edition), withheld, in_prose(p.generated));
}

}  // namespace accord
