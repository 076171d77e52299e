#include "app/forms/evidence_form.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/edit/commands.hpp"

namespace accord {
namespace {

bool is_link(std::string_view word) { return word.starts_with("https://") || word.starts_with("http://"); }

std::string without_scheme(std::string_view url) {
  url.remove_prefix(url.find("://") + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

template <class T>
bool holds(const std::vector<Id<T>>& ids, RecordId id) {
  return std::find(ids.begin(), ids.end(), Id<T>(id)) != ids.end();
}

bool shows(const Evidence& evidence, Kind kind, RecordId record) {
  switch (kind) {
    case Kind::milestone: return holds(evidence.milestones, record);
    case Kind::entry: return holds(evidence.entries, record);
    case Kind::benchmark: return holds(evidence.benchmarks, record);
    default: return false;
  }
}

std::string_view field_of(Kind kind) {
  return kind == Kind::milestone ? "milestones" : kind == Kind::entry ? "entries" : "benchmarks";
}

template <class T>
std::string codes_without(const Dossier& dossier, const std::vector<Id<T>>& ids, RecordId id) {
  std::vector<std::string> codes;
  for (const Id<T> one : ids)
    if (one != Id<T>(id)) codes.push_back(dossier.code_of(KindOf<T>::value, one));
  return join(codes, "; ");
}

}  // namespace

bool takes_evidence(Kind kind) {
  return kind == Kind::milestone || kind == Kind::entry || kind == Kind::benchmark;
}

EvidenceForm::EvidenceForm(Kind kind, RecordId shows, std::string_view text) : kind_(kind), shows_(shows) {
  std::vector<std::string> words;
  for (const std::string& word : split(text, ' ')) {
    if (url_.empty() && is_link(word)) url_ = word;
    else if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  title_ = words.empty() && !url_.empty() ? without_scheme(url_) : join(words, " ");
}

EditCommand EvidenceForm::to_command() const {
  EditCommand command;
  command.changes = [form = *this](const Dossier& dossier, const ValidateOptions& options) {
    std::vector<Assignment> fields{{"title", form.title_},
                                   {"kind", form.url_.empty() ? "act" : "link"},
                                   {std::string(field_of(form.kind_)), dossier.code_of(form.kind_, form.shows_)}};
    if (!form.url_.empty()) fields.push_back({"url", form.url_});
    return add_record(dossier, Kind::evidence, fields, options);
  };
  return command;
}

std::vector<const Evidence*> evidence_of(const Dossier& dossier, Kind kind, RecordId record) {
  std::vector<const Evidence*> out;
  for (const Evidence& evidence : dossier.all<Evidence>())
    if (shows(evidence, kind, record)) out.push_back(&evidence);
  return out;
}

EditCommand detach_evidence(Id<Evidence> evidence, Kind kind, RecordId record) {
  EditCommand command;
  command.changes = [=](const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
    const Evidence* found = dossier.find(evidence);
    if (!found) return ChangeSet();
    const std::string code = dossier.code_of(Kind::evidence, evidence);
    if (found->milestones.size() + found->entries.size() + found->benchmarks.size() <= 1)
      return remove_record(dossier, code, Kind::evidence, options);
    const std::string left = kind == Kind::milestone ? codes_without(dossier, found->milestones, record)
                             : kind == Kind::entry   ? codes_without(dossier, found->entries, record)
                                                     : codes_without(dossier, found->benchmarks, record);
    const Assignment rest{std::string(field_of(kind)), left};
    return set_fields(dossier, code, std::span(&rest, 1), options);
  };
  return command;
}

}  // namespace accord
