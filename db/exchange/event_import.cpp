#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/model/findings_memo.hpp"
#include "db/exchange/event_list.hpp"

namespace accord {
namespace {

bool says(std::string_view text, std::string_view word) { return lower(text).find(word) != std::string::npos; }

std::string_view kind_of(const ListedEvent& e) {
  if (same_ignoring_case(e.track, "context")) return "context";
  const bool round = lower(e.title).starts_with("round ") || says(e.title, "negotiating round");
  if (round) return "round";
  if (same_ignoring_case(e.track, "visit") || says(e.title, "visits ")) return "visit";
  for (const std::string_view word : {"takes up post", "appointed", "in post by"})
    if (says(e.title, word)) return "appointment";
  for (const std::string_view word : {"proposal", "decision", "report", "adopts", "adopted", "published", "question",
                                      "resolution", "opinion", "act ", "ratif", "communication"})
    if (says(e.title, word) && !lower(e.title).starts_with("reported")) return "document";
  for (const std::string_view word : {"meet", "cooperation council", "summit", "consultation"})
    if (says(e.title, word)) return "meeting";
  return "statement";
}

// The codes of a dossier's tracks that a list's word means; nothing where it is not known.
std::optional<std::vector<std::string>> tracks_named(const Dossier& dossier, const std::string& word) {
  if (word.empty() || same_ignoring_case(word, "context")) return std::vector<std::string>{};
  if (const Track* track = dossier.find_code_as<Track>(word)) return std::vector<std::string>{track->code};
  struct Meaning {
    std::string_view word;
    std::array<std::string_view, 2> codes;
  };
  constexpr Meaning meanings[] = {{"visa_facilitation", {"VFA", ""}},
                                  {"readmission", {"RA", ""}},
                                  {"visa_liberalisation", {"VLAP", ""}},
                                  {"visit", {"VFA", "RA"}},
                                  {"mandate", {"VFA", ""}}};
  for (const Meaning& meaning : meanings) {
    if (!same_ignoring_case(meaning.word, word)) continue;
    std::vector<std::string> codes;
    for (const std::string_view code : meaning.codes)
      if (const Track* track = code.empty() ? nullptr : dossier.find_code_as<Track>(code)) codes.push_back(track->code);
    if (!codes.empty()) return codes;
  }
  for (const Track& track : dossier.all<Track>())
    if (same_ignoring_case(track.title, word)) return std::vector<std::string>{track.code};
  return std::nullopt;
}

std::string key_of(std::string_view date, std::string_view title) {
  return fmt::format("{}|{}", date, lower(trim(title)));
}

// What a page says of a day: the same event in other words. A page that says several things of a day counts as many.
std::string link_of(std::string_view date, std::string_view source) {
  const std::string_view link = trim(source);
  return link.starts_with("http") ? fmt::format("{}|{}", date, link) : std::string();
}

class Importer {
 public:
  Importer(const Dossier& dossier, const EventImportOptions& options)
      : before_(dossier), now_(dossier), options_(options) {
    options_.validate.memo = &memo_;
    for (const Entry& e : dossier.all<Entry>()) {
      const std::string date = e.date ? e.date->text() : "";
      known_.insert(key_of(date, e.title));
      titles_.emplace(key_of(date, e.title), link_of(date, e.source));
      if (const std::string link = link_of(date, e.source); !link.empty()) ++known_links_[link];
      if (const std::string page = link_of("", e.source); !page.empty()) ++known_pages_[page];
    }
  }

  Result<EventImport> run(const std::vector<ListedEvent>& events) && {
    // The words of an entry speak for it first; what is left of its page then stands for other words.
    std::vector<bool> known;
    for (const ListedEvent& event : events) known.push_back(is_known_by_words(event));
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (known[i] || is_known_by_link(events[i])) ++out_.known;
      else take(events[i]);
    }
    if (!problems_.empty()) return problems_;
    out_.changes = diff(before_, now_);
    return std::move(out_);
  }

 private:
  static std::string date_of(const ListedEvent& e) { return e.date.empty() ? "unknown" : FuzzyDate::parse(e.date).value().text(); }

  bool is_known_by_words(const ListedEvent& e) {
    const std::string key = key_of(date_of(e), e.title);
    if (known_.insert(key).second) return false;
    if (const auto at = titles_.find(key); at != titles_.end()) use_up(at->second);
    return true;
  }

  // By its page and its day; where the list gives no day, by its page alone.
  bool is_known_by_link(const ListedEvent& e) {
    const std::string source = e.source.empty() ? options_.source : e.source;
    if (e.date.empty()) {
      const auto page = known_pages_.find(link_of("", source));
      return page != known_pages_.end() && page->second == 1;
    }
    const std::string link = link_of(date_of(e), source);
    return !link.empty() && use_up(link);
  }

  bool use_up(const std::string& link) {
    const auto at = known_links_.find(link);
    if (at == known_links_.end() || at->second == 0) return false;
    --at->second;
    return true;
  }

  void take(const ListedEvent& e) {
    const std::string date = date_of(e);
    std::vector<Assignment> fields{{"title", e.title},
                                   {"kind", std::string(kind_of(e))},
                                   {"date", date},
                                   {"outcome", e.summary},
                                   {"source", e.source.empty() ? options_.source : e.source},
                                   {"confidence", e.confidence}};
    const auto tracks = tracks_named(now_, e.track.empty() ? options_.track : e.track);
    if (tracks) fields.push_back({"tracks", join(*tracks, "; ")});
    else remark(e, say("The dossier has no track \"{}\"; the event was taken without one.", e.track));
    if (!e.body.empty()) fields.push_back({"notes", fmt::format("By: {}.", e.body)});
    if (!add(Kind::entry, fields, e)) return;
    ++out_.added;
    if (e.reference.empty()) return;
    const std::string entry = now_.all<Entry>()[now_.all<Entry>().size() - 1].code;
    const bool link = e.reference.starts_with("http");
    add(Kind::evidence,
        {{"title", e.title},
         {"kind", link ? "link" : "act"},
         {link ? "url" : "act_number", e.reference},
         {"date", date},
         {"entries", entry},
         {"confidence", e.confidence}},
        e);
  }

  void remark(const ListedEvent& e, std::string message) {
    Diagnostic d{.code = "event.track", .message = std::move(message)};
    d.place.line = e.line;
    d.severity = Severity::warning;
    out_.remarks.push_back(std::move(d));
  }

  bool add(Kind kind, std::vector<Assignment> fields, const ListedEvent& e) {
    std::erase_if(fields, [](const Assignment& a) { return a.value.empty(); });
    const auto changes = add_record(now_, kind, fields, options_.validate);
    if (!changes) {
      for (Diagnostic d : changes.errors()) {
        d.place.line = e.line;
        problems_.push_back(std::move(d));
      }
      return false;
    }
    now_ = apply_changes(now_, *changes).value();
    return true;
  }

  const Dossier& before_;
  Dossier now_;
  EventImportOptions options_;
  FindingsMemo memo_;
  std::set<std::string> known_;                      // by day and words
  std::map<std::string, std::string> titles_;        // of the entries: day and words to day and page
  std::map<std::string, int> known_links_, known_pages_;
  Diagnostics problems_;
  EventImport out_;
};

}  // namespace

Result<EventImport> import_events(const Dossier& dossier, const std::vector<ListedEvent>& events,
                                  const EventImportOptions& options) {
  return Importer(dossier, options).run(events);
}

}  // namespace accord
