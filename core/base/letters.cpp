#include "core/base/letters.hpp"

#include "core/base/text.hpp"

namespace accord {
namespace {

// Russian and Kazakh letters, small and large beside each other.
constexpr std::string_view pairs = "аАбБвВгГдДеЕёЁжЖзЗиИйЙкКлЛмМнНоОпПрРсСтТуУфФхХцЦчЧшШщЩъЪыЫьЬэЭюЮяЯәӘғҒқҚңҢөӨұҰүҮһҺіІ";
constexpr std::size_t bytes = 2;  // of each

}  // namespace

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  for (std::size_t at = 0; at < pairs.size(); at += 2 * bytes)
    if (text.starts_with(pairs.substr(at, bytes))) return text.replace(0, bytes, pairs.substr(at + bytes, bytes));
  return text;
}

std::string in_small_letters(std::string_view text) {
  std::string out = lower(text);
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (static_cast<unsigned char>(out[i]) < 0xC0) continue;  // no letter of two bytes begins here
    const std::string_view letter(out.data() + i, bytes);
    for (std::size_t at = 0; at < pairs.size(); at += 2 * bytes)
      if (letter == pairs.substr(at + bytes, bytes)) {
        out.replace(i, bytes, pairs.substr(at, bytes));
        break;
      }
    ++i;
  }
  return out;
}

}  // namespace accord
