#include <array>

#include <fmt/format.h>

#include "app/render/markup.hpp"
#include "app/render/short_section.hpp"
#include "app/render/signs.hpp"
#include "app/render/svg.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"

namespace accord {
namespace {

using namespace doc;

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::neutral: return "neutral";
    case Tone::good: return "good";
    case Tone::caution: return "caution";
    case Tone::bad: return "bad";
    case Tone::unknown: return "unknown";
  }
  return "";
}

std::string html_of(const Run& run) {
  std::string text = escape_markup(run.text);
  if (run.day) text = fmt::format("<time datetime=\"{}\">{}</time>", to_iso(*run.day), text);
  if (run.look == Run::Look::strong) text = "<strong>" + text + "</strong>";
  if (run.look == Run::Look::emphasis) text = "<em>" + text + "</em>";
  if (run.look == Run::Look::code) text = "<code>" + text + "</code>";
  if (run.tone != Tone::neutral) text = fmt::format("<span class=\"toned {}\">{}</span>", class_of(run.tone), text);
  if (!run.link.empty() && is_safe_link(run.link)) text = fmt::format("<a href=\"{}\">{}</a>", escape_markup(run.link), text);
  if (run.footnote > 0) text += fmt::format("<sup><a href=\"#note-{0}\" aria-label=\"Footnote {0}\">{0}</a></sup>", run.footnote);
  return text;
}

std::string html_of(const Text& text) {
  std::string out;
  for (const Run& run : text) out += html_of(run);
  return out;
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Document& document) : document_(document) {}

  std::string write() {
    head();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (document_.one_page && is_short_section(document_.blocks, i)) {
        i = sections(i) - 1;
        continue;
      }
      std::visit(*this, document_.blocks[i]);
    }
    notes();
    out_ += fmt::format("</main>\n<footer>{}</footer>\n</body>\n</html>\n", escape_markup(document_.footer));
    return std::move(out_);
  }

  void operator()(const Heading& h) { out_ += fmt::format("<h{0}>{1}</h{0}>\n", h.level < 2 ? 2 : h.level > 6 ? 6 : h.level, escape_markup(h.text)); }

  void operator()(const Paragraph& p) {
    const std::string_view kind = p.kind == Paragraph::Kind::lead ? " class=\"lead\"" : p.kind == Paragraph::Kind::note ? " class=\"note\"" : "";
    out_ += fmt::format("<p{}>{}</p>\n", kind, html_of(p.text));
  }

  void operator()(const Status& s) {
    out_ += fmt::format("<div class=\"status {}\"><p class=\"verdict\"><span class=\"sign\" aria-hidden=\"true\">{}</span><strong class=\"word\">{}</strong> {}</p>", class_of(s.tone), sign_of(s.tone), escape_markup(s.word), html_of(s.text));
    if (!s.rule.empty()) out_ += fmt::format("<p class=\"rule\">{}</p>", escape_markup(s.rule));
    out_ += "</div>\n";
  }

  void operator()(const KeyFigures& k) {
    out_ += "<dl class=\"figures\">\n";
    for (const KeyFigure& f : k.figures) {
      const std::string note = f.note.empty() ? "" : fmt::format("<dd class=\"note\">{}</dd>", escape_markup(f.note));
      out_ += fmt::format("<div class=\"{}\"><dt>{}</dt><dd class=\"value\">{}</dd>{}</div>\n", class_of(f.tone), escape_markup(f.label), escape_markup(f.value), note);
    }
    out_ += "</dl>\n";
  }

  void operator()(const doc::Table& t) {
    double all = 0;
    for (const Column& c : t.columns) all += c.share;
    out_ += "<div class=\"wide\"><table>\n";
    if (!t.caption.empty()) out_ += fmt::format("<caption>{}</caption>\n", escape_markup(t.caption));
    out_ += "<colgroup>";
    for (const Column& c : t.columns) out_ += fmt::format("<col style=\"width:{}%\">", coordinate(100 * c.share / all));
    out_ += "</colgroup>\n<thead><tr>";
    for (const Column& c : t.columns) out_ += c.title.empty() ? fmt::format("<td{}></td>", alignment(c)) : fmt::format("<th scope=\"col\"{}>{}</th>", alignment(c), escape_markup(c.title));
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : t.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size() && i < t.columns.size(); ++i)
        out_ += i == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", alignment(t.columns[i]), html_of(row[i])) : fmt::format("<td{}>{}</td>", alignment(t.columns[i]), html_of(row[i]));
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table></div>\n";
  }

  void operator()(const List& l) {
    const std::string_view tag = l.numbered ? "ol" : "ul";
    out_ += fmt::format("<{}>\n", tag);
    for (const Text& item : l.items) out_ += fmt::format("<li>{}</li>\n", html_of(item));
    out_ += fmt::format("</{}>\n", tag);
  }

  void operator()(const chart::Scene& scene) {
    if (scene.height <= 0) return;
    out_ += "<figure>\n" + inline_svg(scene, fmt::format("picture-{}", ++pictures_)) + "</figure>\n";
  }

 private:
  static std::string_view alignment(const Column& column) { return column.kind == ColumnKind::number ? " class=\"number\"" : column.kind == ColumnKind::day ? " class=\"day\"" : ""; }

  // Writes the run of short sections in two columns; returns the place after it.
  std::size_t sections(std::size_t i) {
    out_ += "<div class=\"sections\">\n";
    for (; is_short_section(document_.blocks, i); i += 2) {
      out_ += "<section>\n";
      std::visit(*this, document_.blocks[i]);
      std::visit(*this, document_.blocks[i + 1]);
      out_ += "</section>\n";
    }
    out_ += "</div>\n";
    return i;
  }

  void head();
  void notes() {
    if (document_.footnotes.empty()) return;
    out_ += "<ol class=\"footnotes\">\n";
    for (std::size_t i = 0; i < document_.footnotes.size(); ++i) out_ += fmt::format("<li id=\"note-{}\">{}</li>\n", i + 1, html_of(document_.footnotes[i]));
    out_ += "</ol>\n";
  }

  const Document& document_;
  std::string out_;
  int pictures_ = 0;
};

constexpr std::string_view style = R"(:root{color-scheme:light dark;--ink:#1b1f24;--muted:#59626d;--rule:#d5dae0;--fill:#dfe8f3;--accent:#1f5fa8;--paper:#fff;--good:#1d7044;--caution:#8a5a00;--bad:#b3261e;--unknown:#59626d}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--muted:#a3abb5;--rule:#3a4149;--fill:#24364b;--accent:#7fb2ea;--paper:#16191d;--good:#6fcf97;--caution:#f0b429;--bad:#ff8a80;--unknown:#a3abb5}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.5 "Segoe UI","Noto Sans",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;hyphens:manual}
body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}
header{border-bottom:2px solid var(--accent);margin-bottom:1rem;padding-bottom:.4rem}
h1{font-size:1.6rem;line-height:1.2;margin:0}
.subtitle{color:var(--muted);margin:.1rem 0 0}
h2{font-size:1.1rem;line-height:1.25;margin:1.3rem 0 .3rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p,ul,ol,dl,figure{margin:.35rem 0}
ul,ol{padding-left:1.15rem}
li{margin:.15rem 0}
a{color:var(--accent)}
.lead{font-size:1.08rem}
.note{color:var(--muted);font-size:.86rem}
p.note strong{color:var(--ink)}
.status{border-left:.3rem solid var(--tone);padding:.1rem 0 .1rem .7rem;margin:.6rem 0}
.status p{margin:0}
.verdict{font-size:1.08rem}
.sign,.word,.toned{color:var(--tone)}
.sign{margin-right:.35em}
.rule{color:var(--muted);font-size:.86rem}
.good{--tone:var(--good)}.caution{--tone:var(--caution)}.bad{--tone:var(--bad)}.unknown{--tone:var(--unknown)}.neutral{--tone:var(--ink)}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2rem}
.figures dt{color:var(--muted);font-size:.86rem}
.figures dd{margin:0}
.figures .value{font-size:1.3rem;color:var(--tone)}
table{border-collapse:collapse;width:100%;font-size:.93rem}
caption{max-width:calc(100vw - 2.5rem);text-align:left;color:var(--muted);font-size:.86rem;padding-bottom:.2rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{border-bottom:1px solid var(--muted);font-weight:600}
time{white-space:nowrap}
.wide{overflow-x:auto;margin:.7rem 0}
.number{text-align:right}
figure svg{display:block;width:100%;height:auto;font-family:inherit}
footer{border-top:1px solid var(--rule);margin-top:1.5rem;padding-top:.4rem;color:var(--muted);font-size:.8rem}
.footnotes{font-size:.86rem;color:var(--muted)}
@media (min-width:40rem){.sections{columns:2;column-gap:2rem}.sections section{break-inside:avoid}.sections h2{margin-top:.8rem}.sections section:first-child h2{margin-top:0}}
@page{size:A4;margin:12mm 14mm}
@media print{:root{color-scheme:light;--ink:#000;--muted:#444;--rule:#ccc;--fill:#dfe8f3;--accent:#1f5fa8;--paper:#fff;--good:#1d7044;--caution:#8a5a00;--bad:#b3261e;--unknown:#444}
html{font-size:10pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}body{max-width:none;padding:0}a{color:inherit;text-decoration:none}
.wide{overflow:visible}caption{max-width:none}figure svg{max-height:255mm}thead{display:table-header-group}p,li{orphans:2;widows:2}
tr,li,figure,.status{break-inside:avoid}h2,h3{break-after:avoid}.sections{columns:2;column-gap:7mm}
html.one-page{font-size:8pt;line-height:1.27}.one-page header{display:flex;justify-content:space-between;align-items:baseline}.one-page h1{font-size:13pt}.one-page header{margin-bottom:.4rem;padding-bottom:.2rem}.one-page h2{font-size:1.08rem;margin:.55rem 0 .1rem}.one-page .wide{margin:.3rem 0}.one-page th,.one-page td{padding:.1rem .5rem .1rem 0}.one-page .status{margin:.3rem 0}.one-page footer{margin-top:.5rem;padding-top:.2rem}.one-page p,.one-page ul,.one-page figure{margin:.2rem 0}.one-page li{margin:0}.one-page .sections h2{margin-top:.5rem}}
)";

void HtmlWriter::head() {
  out_ = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"{}>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", escape_markup(document_.language), document_.one_page ? " class=\"one-page\"" : "");
  out_ += fmt::format("<title>{}{}{}</title>\n", escape_markup(document_.title), document_.subtitle.empty() ? "" : " – ", escape_markup(document_.subtitle));
  out_ += fmt::format("<meta name=\"generator\" content=\"Accord\">\n<meta name=\"date\" content=\"{}\">\n<style>\n{}{}{}</style>\n</head>\n", to_iso(document_.made_from.generated), style,
                      document_.one_page ? "@page{margin:9mm 14mm}\n" : "", scene_css());
  out_ += fmt::format("<body>\n<header>\n<h1>{}</h1>\n", escape_markup(document_.title));
  if (!document_.subtitle.empty()) out_ += fmt::format("<p class=\"subtitle\">{}</p>\n", escape_markup(document_.subtitle));
  out_ += "</header>\n<main>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  const Document tied = with_fixed_spaces(document);
  return HtmlWriter(tied).write();
}

}  // namespace accord
