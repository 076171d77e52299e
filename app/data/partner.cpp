#include "app/data/partner.hpp"

#include "app/data/texts.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

constexpr std::string_view law = "Kazakhstan";  // in the citation of every link that rests on its law

std::string partner_code(const std::string& code) {
  if (code.starts_with("KZ.")) return "PS." + code.substr(3);
  if (code.starts_with("KZR.")) return "PSR." + code.substr(4);
  return code;
}

std::string without_kazakhstan(const std::string& calendar) {
  if (calendar == "eu+kz") return "eu";
  return calendar == "kz" ? "weekdays" : calendar;
}

template <class T, class F>
void change_all(DossierBuilder& builder, const Dossier& dossier, F&& change) {
  for (const T& record : dossier.all<T>()) {
    auto copy = std::make_shared<T>(record);
    change(*copy);
    builder.put(KindOf<T>::value, std::move(copy));
  }
}

void change_links(DossierBuilder& builder, const Dossier& dossier) {
  change_all<Link>(builder, dossier, [&](Link& link) {
    link.code = link_code(partner_code(dossier.code_of(Kind::milestone, link.predecessor)), partner_code(dossier.code_of(Kind::milestone, link.successor)), link.type);
    if (link.citation.find(law) == std::string::npos) return;
    link.basis = Basis::plan;
    link.citation = in_every_language(link, "citation", [](const Tongue& t) { return t("Modelled on the law of Kazakhstan: put the partner’s own rule here"); });
  });
}

void ask_for_the_rules(DossierBuilder& builder, const Dossier& dossier) {
  auto question = std::make_shared<Question>();
  question->id = dossier.next_id();
  question->code = "Q.PARTNER";
  question->title = in_every_language(*question, "title", [&](const Tongue& t) {
    const std::string& partner = dossier.info().partner;
    return partner.empty() ? t("What are the partner’s lead times, steps of ratification and holidays?")
                           : t("What are the lead times, the steps of ratification and the holidays of {}?", shipped_text(partner, t));
  });
  question->ask = in_every_language(*question, "ask", [](const Tongue& t) { return t("The partner’s ministry of foreign affairs"); });
  for (const Track& track : dossier.all<Track>()) question->tracks.push_back(Id<Track>(track.id));
  question->notes = in_every_language(*question, "notes", [](const Tongue& t) {
    return t("The partner’s steps are modelled on Kazakhstan’s and have no legal basis here. Its holidays are in no calendar yet.");
  });
  builder.put(Kind::question, std::move(question));
}

}  // namespace

Dossier for_another_partner(const Dossier& dossier) {
  DossierBuilder builder(dossier);
  change_all<DossierInfo>(builder, dossier, [](DossierInfo& info) { info.calendar = without_kazakhstan(info.calendar); });
  change_all<Track>(builder, dossier, [](Track& track) { track.calendar = without_kazakhstan(track.calendar); });
  change_all<Milestone>(builder, dossier, [](Milestone& m) {
    m.code = partner_code(m.code);
    m.calendar = without_kazakhstan(m.calendar);
    if (m.sessions == "kz-parliament") m.sessions.clear();
  });
  change_links(builder, dossier);
  change_all<Party>(builder, dossier, [](Party& party) {
    party.code = partner_code(party.code);
    if (party.code != "PS.KURULTAI") return;
    party.code = "PS.PARLIAMENT";
    party.title = in_every_language(party, "title", [](const Tongue& t) { return t("Parliament"); });
    party.valid_from.reset();
    party.notes = in_every_language(party, "notes", [](const Tongue&) { return std::string(); });
  });
  for (const Question& question : dossier.all<Question>())  // about Kazakhstan's law and plans
    if (question.code == "Q.PLAN" || question.code == "Q.LAW") builder.erase(Kind::question, question.id);
  ask_for_the_rules(builder, dossier);
  return std::move(builder).build();
}

}  // namespace accord
