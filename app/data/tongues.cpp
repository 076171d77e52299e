#include "app/data/tongues.hpp"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <locale>
#include <map>
#include <stdexcept>

#include "app/data/embedded.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

namespace gettext = boost::locale::gnu_gettext;

// A compiled catalogue of gettext's.
class GettextCatalogue final : public Catalogue {
 public:
  GettextCatalogue(const std::string& language, const std::string& file) {
    gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back("accord");
    info.paths.emplace_back("");
    info.callback = [file](const std::string&, const std::string&) {
      const std::string_view bytes = embedded_file(file);
      return std::vector<char>(bytes.begin(), bytes.end());
    };
    messages_ = gettext::create_messages_facet<char>(info);
    if (!messages_) throw std::logic_error("the catalogue " + file + " cannot be read");
    locale_ = std::locale(std::locale::classic(), messages_);
  }

  std::string text(std::string_view message) const override {
    const char* found = messages_->get(0, nullptr, std::string(message).c_str());
    return found ? found : "";
  }
  std::string plural(std::string_view one, std::string_view, long long n) const override {
    const char* found = messages_->get(0, nullptr, std::string(one).c_str(), static_cast<int>(n));
    return found ? found : "";
  }

 private:
  boost::locale::message_format<char>* messages_;  // the locale's
  std::locale locale_;
};

}  // namespace

const std::vector<std::string_view>& tongue_codes() {
  static const std::vector<std::string_view> codes(spoken_languages.begin(), spoken_languages.end());
  return codes;
}

Result<Tongue> tongue(std::string_view asked) {
  const std::string code = lower(asked);
  if (code == "en") return Tongue::english();
  static const std::map<std::string, Tongue, std::less<>> known = [] {
    std::map<std::string, Tongue, std::less<>> all;
    for (const char* language : {"ru", "kk"}) all.emplace(language, Tongue(language, std::make_shared<GettextCatalogue>(language, "translations." + std::string(language) + ".mo")));
    return all;
  }();
  if (const auto at = known.find(code); at != known.end()) return at->second;
  return Diagnostic{.code = "tongue.unknown",
                    .message = say("Accord does not speak that language."),
                    .expected = say("en, ru or kk"),
                    .found = "\"" + std::string(asked) + "\""};
}

const Catalogue& catalogue_of_texts(std::string_view code) {
  static const GettextCatalogue russian("ru", "texts.ru.mo"), kazakh("kk", "texts.kk.mo");
  if (code == "ru") return russian;
  if (code == "kk") return kazakh;
  throw std::logic_error("the templates say nothing in " + std::string(code));
}

std::string language_asked_for(const std::function<const char*(const char*)>& variable) {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* text = variable(name); locale.empty() && text) locale = text;
  // Unlike gettext, the list counts without a locale too, as in a container; a script that wants no words says LC_ALL=C.
  const char* all = variable("LC_ALL");
  if (all && (std::string_view(all) == "C" || std::string_view(all) == "POSIX")) return "en";
  const char* list = variable("LANGUAGE");
  for (const std::string& wish : split(std::string(list ? list : "") + ":" + locale, ':')) {
    const std::string language = wish.substr(0, wish.find_first_of("_.@"));
    if (std::ranges::find(tongue_codes(), language) != tongue_codes().end()) return language;
  }
  return "en";
}

}  // namespace accord
