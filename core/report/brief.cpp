#include "core/report/passages.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// The blocks that `add` adds.
template <class Add>
doc::Spare spare_of(Document& out, std::string name, Add add) {
  const std::size_t first = out.blocks.size();
  add();
  return {std::move(name), first, out.blocks.size() - first};
}

}  // namespace

Document build_brief(const Standing& s, const Provenance& made_from, const Tongue& t) {
  Document out;
  out.title = s.title;
  out.subtitle = t("Brief, {}", in_prose(s.as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  out.one_page = true;
  Passages add(out, s, t, {});
  add.goals();
  add.dates();
  add.thresholds();
  add.strip();
  const auto window = spare_of(out, t("the window of all mandates"), [&] { add.window(); });
  add.steps();
  const auto activity = spare_of(out, t("activity and silence"), [&] { add.activity(); });
  const auto drivers = spare_of(out, t("what drives the date"), [&] { add.drivers(); });
  const auto risks = spare_of(out, t("what could cost time"), [&] { add.risks(); });
  const auto changes = spare_of(out, t("changes"), [&] { add.changes(); });
  const auto questions = spare_of(out, t("what nobody knows"), [&] { add.questions(); });
  const auto warnings = spare_of(out, t("notes on the dates"), [&] { add.fine_print(); });
  // The answer, its dates, thresholds that are near and the next steps always stay.
  for (const doc::Spare& spare : {warnings, questions, window, drivers, risks, activity, changes})
    if (spare.count > 0) out.spare.push_back(spare);
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
