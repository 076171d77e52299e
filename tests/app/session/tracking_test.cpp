// What the command line and the window share of following a plan: kept plans, and forms that come back.
#include "app/data/templates.hpp"
#include "app/session/baselines.hpp"
#include "app/session/collecting.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/forms.hpp"

namespace accord {
namespace {

const Day today = parse_day("2026-12-05").value();

// The sample, open in a folder of its own.
class Desk {
 public:
  Desk() : session_(DossierSession::create(folder_.path() / "kz.accord", sample().value(), {"A. Nurpeis", pinned_clock(today)}).value()) {}
  DossierSession& session() { return session_; }
  const Dossier& dossier() { return session_.dossier(); }
  Id<Party> ministry() { return Id<Party>(dossier().find_code("KZ.MFA")->record->id); }
  std::shared_ptr<const ReturnedForm> returned(const std::vector<test::Filled>& cells) {
    const auto form = form_for(session_, ministry(), "mfa.csv");
    REQUIRE(form.ok());
    auto read = read_returned(session_, folder_.file("mfa.csv", test::filled_in(form->bytes, cells)).string());
    REQUIRE(read.ok());
    return std::make_shared<const ReturnedForm>(std::move(read).value());
  }
  void set(const char* code, const char* field, const char* value) {
    REQUIRE(session_.run({.changes = [=](const Dossier& now, const ValidateOptions& options) {
                           const std::vector<Assignment> fields{{field, value}};
                           return set_fields(now, code, fields, options);
                         }}).ok());
  }
  std::filesystem::path file(const char* name, std::string_view bytes) { return folder_.file(name, bytes); }

 private:
  test::TemporaryFolder folder_;
  DossierSession session_;
};

}  // namespace

TEST_CASE("a plan is kept under a name, and the next proposal is another one") {
  Desk desk;
  const std::size_t kept = desk.dossier().count(Kind::baseline);
  const std::string name = proposed_baseline_name(desk.dossier(), today);
  CHECK(name == "As of 5 December 2026");
  const OutlookPtr outlook = desk.session().outlook().value();
  REQUIRE(desk.session().run(keep_plan(name, outlook->plan, today)).ok());
  REQUIRE(desk.dossier().count(Kind::baseline) == kept + 1);
  const Baseline& baseline = *baseline_to_show(desk.dossier(), {});
  CHECK(baseline.title == name);
  CHECK(baseline.made == today);
  CHECK(parse_baseline(baseline.dates).value() == dates_to_keep(outlook->plan));
  CHECK(proposed_baseline_name(desk.dossier(), today) == "As of 5 December 2026 (2)");
  CHECK(kept_in_words(name, outlook->plan).find("the dates of 36 milestones") != std::string::npos);
  REQUIRE(desk.session().undo().ok());
  CHECK(desk.session().run(keep_plan(" ", outlook->plan, today)).errors().front().code == "baseline.name");
  CHECK(desk.dossier().count(Kind::baseline) == kept);
}

TEST_CASE("the baseline that is shown is the chosen one, or the newest, and what moved since is told behind its name") {
  Desk desk;
  const Outlook& outlook = *desk.session().outlook().value();
  const Baseline& first = desk.dossier().all<Baseline>()[0];
  CHECK(baseline_to_show(desk.dossier(), {})->title == "Known by 30 September 2026");
  CHECK(baseline_to_show(desk.dossier(), Id<Baseline>(first.id)) == &first);
  CHECK(baseline_to_show(desk.dossier(), Id<Baseline>(RecordId{1'000'000}))->title == "Known by 30 September 2026");
  CHECK(moved_in_words(outlook, Id<Baseline>(first.id)).starts_with("“Known by 31 March 2026”: Of 36 milestones "));
  CHECK(baseline_to_show(Dossier(), {}) == nullptr);
}

TEST_CASE("a form that is checked changes nothing; taken over it is one step that undo takes back") {
  Desk desk;
  const auto form = desk.returned({{"VFA.5", "next_step", "Send the agenda"}, {"VFA.5", "actual_finish", "some day"}});
  const auto revision = desk.dossier().revision();
  const FormReport report = check_form(desk.session(), *form);
  CHECK(count(report.collected, CellOutcome::accepted) == 1);
  CHECK(count(report.collected, CellOutcome::refused) == 1);
  CHECK(desk.dossier().revision() == revision);
  const auto collected = std::make_shared<Collected>();
  const auto done = desk.session().run(take_over(form, collected));
  REQUIRE(done.ok());
  CHECK(done->revision == revision + 1);
  CHECK(done->summary.starts_with("Form of KZ.MFA read from "));
  CHECK(in_words(*collected, "KZ.MFA") == "From KZ.MFA: 1 accepted, 0 already so, 1 refused, 0 in conflict; 18 rows without news.");
  CHECK(desk.dossier().find_code_as<Milestone>("VFA.5")->next_step == "Send the agenda");
  REQUIRE(desk.session().undo().ok());
  CHECK(desk.dossier().find_code_as<Milestone>("VFA.5")->next_step != "Send the agenda");
}

TEST_CASE("what was changed meanwhile stays, and the report says by whom") {
  Desk desk;
  const auto form = desk.returned({{"VFA.5", "next_step", "Send the agenda"}});
  desk.set("VFA.5", "next_step", "Call them");
  const auto again = read_returned(desk.session(), form->file);
  REQUIRE(again.ok());
  const FormReport report = check_form(desk.session(), *again);
  REQUIRE(count(report.collected, CellOutcome::conflicting) == 1);
  CHECK(report.collected.cells.front().sentence ==
        "The file was changed after the form was sent out: it now says \"Call them\" (revision 2, A. Nurpeis).");
}

TEST_CASE("a form of another dossier is refused, and whoever owes nothing is not asked") {
  Desk desk;
  const auto form = desk.returned({});
  std::string bytes = form_for(desk.session(), desk.ministry(), "mfa.csv").value().bytes;
  const std::string stamp = form->stamp.text();
  for (std::size_t at = bytes.find(stamp); at != bytes.npos; at = bytes.find(stamp, at)) bytes.replace(at, stamp.size(), "KZ.MFA@1-0123456789ab");
  const auto refused = read_returned(desk.session(), desk.file("other.csv", bytes).string());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.errors().front().code == "form.foreign");
  for (const PartyToAsk& one : parties_to_ask(desk.dossier())) {
    const auto asked = form_for(desk.session(), one.party, "x.xlsx");
    REQUIRE(asked.ok());
    CHECK(asked->rows == one.rows);
    CHECK(one.rows > 0);
  }
  CHECK(form_for(desk.session(), Id<Party>(RecordId{1'000'000}), "x.csv").errors().front().code == "form.party");
  CHECK(is_form_name("A.XLSX"));
  CHECK_FALSE(is_form_name("a.docx"));
}

}  // namespace accord
