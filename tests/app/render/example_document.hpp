#pragma once
// A document with one of everything, and with text that every format would read as its own if it were not escaped.
#include "core/chart/strip.hpp"
#include "core/report/document.hpp"

namespace accord::test {

inline Day example_day(int year, unsigned month, unsigned day) { return date::sys_days{date::year{year} / date::month{month} / date::day{day}}; }

inline chart::Strip example_strip() {
  return {.title = "Timeline", .description = "Signed on 20 October 2027, inside the mandate.", .today = example_day(2026, 11, 22),
          .lanes = {{.label = "Visa facilitation", .from = example_day(2025, 12, 2), .to = example_day(2028, 9, 1),
                     .marks = {{example_day(2027, 4, 6), "initialled", false}, {example_day(2027, 10, 20), "signed", false}, {example_day(2028, 9, 1), "in force", false}}},
                    {.label = "Readmission <RA> & others with a long name", .from = example_day(2025, 12, 2), .to = example_day(2027, 1, 10), .marks = {{example_day(2026, 2, 1), "opened", true}}}},
          .windows = {{"Mandate of A. Holder", example_day(2027, 8, 1), example_day(2027, 12, 31)}}};
}

inline Document example_document() {
  using namespace doc;
  Document d;
  d.title = "EU–Kazakhstan <visa> & \"readmission\"";
  d.subtitle = "Brief, 22 November 2026";
  d.made_from = {.as_of = example_day(2026, 11, 22), .generated = example_day(2026, 11, 23), .revision = 41, .hash = "0f3a9c21d4e5b6a798c0ffee", .edition = Edition::restricted};
  d.blocks.push_back(Status{Tone::caution, "Amber", plain("Signature is expected on 20 October 2027."), "It is inside only if the mandate ends late."});
  d.blocks.push_back(Paragraph{plain("Adopted by ") + strong("both sides") + plain(", see ") + Text{Run{"the act", Run::Look::plain, "https://example.org/a?b=1&c=\"2\""}} + Text{Run{"; not this", Run::Look::emphasis, "javascript:alert(1)"}} + Text{Run{".", Run::Look::plain, "", 1}}});
  d.blocks.push_back(KeyFigures{{{"Margin", "−80 days", "calendar days", Tone::bad}, {"Silence", "264 days", "", Tone::caution}}});
  d.blocks.push_back(Heading{2, "Dates | with a bar"});
  d.blocks.push_back(doc::Table{.caption = "Three days", .columns = {{"Track", ColumnKind::text, 2}, {"Signed", ColumnKind::day, 1}, {"Days", ColumnKind::number, 1}},
                                .rows = {{plain("Visa facilitation"), plain("2027-10-20"), plain("332")}, {plain("Реадмиссия (қайта қабылдау)"), strong("2027-11-03"), plain("9")}}});
  d.blocks.push_back(chart::draw_strip(example_strip(), 520));
  d.blocks.push_back(Heading{2, "Next"});
  d.blocks.push_back(List{{plain("1. Not a numbered list, *not* emphasis, <script>alert(1)</script>"), plain("A long item that does not fit into one line of seventy-eight columns and therefore has to go on in the next")}, false});
  d.blocks.push_back(Heading{2, "In order"});
  d.blocks.push_back(List{{plain("first"), plain("second")}, true});
  d.footnotes.push_back(plain("Official Journal, 2027."));
  d.footer = footer_text(d.made_from);
  return d;
}

}  // namespace accord::test
