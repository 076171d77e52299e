#include "core/report/document.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/report/words.hpp"

namespace accord::doc {

Text plain(std::string text) { return {Run{std::move(text)}}; }
Text strong(std::string text) { return {Run{std::move(text), Run::Look::strong}}; }

Text dated(Day day, std::string text) { return {Run{.text = std::move(text), .day = day}}; }
Text numbered(double number, std::string text) { return {Run{.text = std::move(text), .number = number}}; }
Text toned(Tone tone, std::string text) { return {Run{.text = std::move(text), .tone = tone}}; }

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

std::string footer_text(const Provenance& p, const Tongue& t) {
  std::vector<std::string> parts{t("As of {}", in_prose(p.as_of, t)), t("revision {}", p.revision)};
  if (!p.hash.empty()) parts.push_back(p.hash.substr(0, 12));
  std::string edition = p.edition == Edition::public_ ? t("public edition") : t("restricted edition");
  if (p.edition == Edition::public_ && p.withheld == Withheld::parts) edition += ", " + t("restricted parts withheld");
  if (p.edition == Edition::public_ && p.withheld == Withheld::dates) edition += ", " + t("restricted parts withheld and with them all forecasts");
  parts.push_back(std::move(edition));
  if (p.trials > 0) parts.push_back(t("seed {}, {} trials", p.seed, grouped(p.trials)));
  parts.push_back(t("generated {}", in_prose(p.generated, t)));
  return join(parts, " · ");
}

}  // namespace accord
