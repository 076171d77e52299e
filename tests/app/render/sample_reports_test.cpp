// The reports of the EU–Kazakhstan dossier, as people will read them.
#include <fmt/format.h>

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/render/pages.hpp"
#include "app/render/writers.hpp"
#include "core/report/reports.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"
#include "tests/support/approve.hpp"
#include "tests/app/render/sample_report.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/dossiers.hpp"

namespace accord {
namespace {

const Day today = parse_day("2026-11-22").value();

Provenance made_from(const Dossier& dossier, Edition edition = Edition::restricted) {
  return {.as_of = today, .generated = today, .revision = dossier.revision(), .hash = "", .edition = edition};
}

Standing standing_of_sample() {
  const Dossier dossier = sample().value();
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const Schedule plan = schedule(dossier, options).value();
  const MandateReport mandates = assess_mandates(dossier, plan, options);
  return standing({.dossier = dossier, .schedule = plan, .mandates = mandates});
}

TEST_CASE("the sample's brief reads as approved") {
  const Document brief = build_brief(standing_of_sample(), made_from(sample().value()));
  test::approve("report/sample-brief.txt", to_text(brief));
  test::approve("report/sample-brief.html", to_html(brief));
}

TEST_CASE("the sample's line to take reads as approved") { test::approve("report/sample-line.txt", to_text(build_line(standing_of_sample(), made_from(sample().value())))); }

// The smallest lettering of a picture on a page of A4, points.
double smallest_on_paper(const chart::Scene& scene) {
  constexpr double width = 483, height = 721;  // between the margins
  double smallest = 100;
  for (const chart::Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<chart::Label>(&shape.form)) smallest = std::min(smallest, label->size);
  return smallest * std::min({1.0, width / scene.width, height / scene.height});
}

std::string headings_of(const Document& document) {
  std::string out;
  for (const doc::Block& block : document.blocks)
    if (const auto* heading = std::get_if<doc::Heading>(&block)) out += heading->text + "\n";
  return out;
}

TEST_CASE("the timeline of a full report can be read on paper and fills its sheets") {
  for (const char* language : {"en", "ru", "kk"}) {
    CAPTURE(language);
    std::vector<chart::Scene> pictures;
    for (const doc::Block& block : test::sample_report(ReportKind::full, language).blocks)
      if (const auto* scene = std::get_if<chart::Scene>(&block)) pictures.push_back(*scene);
    REQUIRE_FALSE(pictures.empty());
    for (const chart::Scene& scene : pictures) {
      CAPTURE(scene.title);
      CHECK(smallest_on_paper(scene) >= 6.4);
    }
  }
  Dossier large;
  large = test::added(large, Kind::track, {"code=T", "title=Track"});
  for (int i = 0; i < 120; ++i) large = test::added(large, Kind::milestone, {fmt::format("code=T.{}", i).c_str(), "title=Milestone", "track=T", "duration=5d"});
  std::vector<double> heights;
  for (const doc::Block& block : test::report_of_dossier(large, ReportKind::full, "en").blocks)
    if (const auto* scene = std::get_if<chart::Scene>(&block); scene && scene->width > 530) heights.push_back(scene->height * 483 / scene->width);
  REQUIRE(heights.size() > 2);
  for (std::size_t i = 0; i + 1 < heights.size(); ++i) CHECK(heights[i] > 610);
}

TEST_CASE("no page of a report but the last is half empty") {
  for (const ReportKind kind : {ReportKind::full, ReportKind::forecast, ReportKind::handover, ReportKind::benchmarks})
    for (const char* language : {"en", "ru", "kk"}) {
      CAPTURE(language);
      CAPTURE(static_cast<int>(kind));
      CHECK(Pages(test::sample_report(kind, language)).largest_gap() < Pages::height * 0.3);
    }
}

TEST_CASE("a report of an empty dossier has no heading above nothing") {
  Dossier empty;
  empty = test::added(empty, Kind::track, {"code=T", "title=Track"});
  for (const Dossier& dossier : {Dossier(), empty}) {
    const Document d = test::report_of_dossier(dossier, ReportKind::full, "en");
    const std::string headings = headings_of(d);
    CAPTURE(headings);
    for (std::size_t i = 0; i < d.blocks.size(); ++i) {
      if (!std::holds_alternative<doc::Heading>(d.blocks[i])) continue;
      REQUIRE(i + 1 < d.blocks.size());
      CHECK_FALSE(std::holds_alternative<doc::Heading>(d.blocks[i + 1]));
    }
  }
}

TEST_CASE("a title of ten thousand letters does not flood a report, but stays whole where it is the subject") {
  const std::string endless(10'000, 'x');
  const std::string title = "title=" + endless;
  Dossier d = test::changed(sample().value(), "VFA.10", {title.c_str()});
  for (const ReportKind kind : {ReportKind::full, ReportKind::brief, ReportKind::handover}) {
    const std::string text = to_text(test::report_of_dossier(d, kind, "en"), 20'000);
    CHECK(text.find(endless.substr(0, 280)) != std::string::npos);
    CHECK(text.find(endless.substr(0, 400)) == std::string::npos);
  }
  d = test::changed(d, d.info().code.c_str(), {title.c_str()});
  CHECK(test::report_of_dossier(d, ReportKind::full, "en").title == endless);
}

}  // namespace
}  // namespace accord
