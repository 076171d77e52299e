#include "app/data/templates.hpp"

#include <array>

#include <fmt/format.h>

#include "app/data/embedded.hpp"
#include "app/data/partner.hpp"
#include "app/data/texts.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/base/tongue.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/model/records.hpp"
#include "core/progress/trend.hpp"
#include "db/exchange/json.hpp"

namespace accord {
namespace {

constexpr std::array list{
    Template{"empty", message("Empty"), message("One track and nothing in it.")},
    Template{"visa-facilitation", message("Visa facilitation and readmission"),
             message("Two coupled tracks from the exploratory talks to the joint committees, which enter into force together. Every link names the law or the custom behind it; durations are measured on earlier agreements.")},
    Template{"visa-liberalisation", message("Visa liberalisation"),
             message("The dialogue towards visa-free travel: an action plan in two phases and four blocks of benchmarks, the Commission's proposal, and the regulation that takes effect twenty days after its publication.")},
};

std::shared_ptr<DossierInfo> copy_of_info(const Dossier& dossier) { return std::make_shared<DossierInfo>(dossier.info()); }

Dossier with_info(Dossier dossier, std::shared_ptr<DossierInfo> info) {
  DossierBuilder builder(std::move(dossier));
  builder.put(Kind::dossier, std::move(info));
  return std::move(builder).build();
}

// The partner's name in the dossier's title, which says in a template what is negotiated and in an empty dossier nothing.
void name_after(DossierInfo& info, const std::string& partner) {
  const std::string subject = info.template_name == "empty" ? "" : info.title;
  info.partner = in_every_language(info, "partner", [&](const Tongue& t) { return shipped_text(partner, t); });
  info.title = in_every_language(info, "title", [&](const Tongue& t) {
    const std::string name = shipped_text(partner, t);
    return subject.empty() ? name : t("EU–{}: {}", name, shipped_text(subject, t));
  });
}

}  // namespace

std::span<const Template> templates() { return list; }

Result<Dossier> make_from_template(std::string_view code, std::string_view partner, Day start) {
  std::vector<std::string> codes;
  for (const Template& known : list) codes.emplace_back(known.code);
  const std::string wanted = lower(trim(code));
  if (std::find(codes.begin(), codes.end(), wanted) == codes.end()) {
    const auto near = nearest(wanted, codes);
    return Diagnostic{.code = "template.unknown", .message = say("There is no template \"{}\".", code), .expected = say("one of {}", join(codes, ", ")), .advice = near ? say("did you mean {}?", *near) : ""};
  }
  const std::string file = wanted + ".json";
  auto loaded = dossier_from_json(embedded_file(file), file);
  if (!loaded) return loaded.errors();

  auto info = copy_of_info(*loaded);
  info->plan_start = start;
  const std::string name(trim(partner));
  const bool as_written = wanted == "empty" || same_ignoring_case(name, info->partner);
  if (name.empty()) info->partner.clear();  // nobody has named one
  else name_after(*info, name);
  const Dossier made = with_translations(with_info(std::move(loaded).value(), std::move(info)));
  return as_written ? made : for_another_partner(made);
}

namespace {

// The plan by what was known on a day, kept as a baseline.
Result<Dossier> with_plan_of(const Dossier& dossier, Day day) {
  const auto plan = schedule(dossier, {.today = day, .status_date = day});
  if (!plan) return plan.errors();
  auto baseline = std::make_shared<Baseline>();
  baseline->id = dossier.next_id();
  baseline->code = fmt::format("BL.{}", dossier.count(Kind::baseline) + 1);
  baseline->title = in_every_language(*baseline, "title", [day](const Tongue& t) { return t("Known by {}", in_prose(day, t)); });
  baseline->made = day;
  baseline->dates = baseline_text(dates_to_keep(*plan));
  DossierBuilder builder(dossier);
  builder.put(Kind::baseline, baseline);
  return std::move(builder).build();
}

}  // namespace

Result<Dossier> sample() {
  const auto base = make_from_template("visa-facilitation", "Kazakhstan", date::year{2023} / 5 / 15);
  if (!base) return base.errors();
  auto dossier = merge_json(*base, embedded_file("sample.json"), "sample.json");
  if (dossier) dossier = with_translations(*dossier);
  // What each quarter without news did to the dates.
  for (const Day day : {date::year{2026} / 3 / 31, date::year{2026} / 6 / 30, date::year{2026} / 9 / 30})
    if (dossier) dossier = with_plan_of(*dossier, day);
  return dossier;
}

}  // namespace accord
