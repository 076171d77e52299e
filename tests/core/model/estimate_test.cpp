#include "core/model/estimate.hpp"

#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

std::vector<std::string> codes_of(const std::string& text) {
  const auto parsed = Estimate::parse(text);
  std::vector<std::string> codes;
  for (const Diagnostic& d : parsed.errors()) codes.push_back(d.code);
  return codes;
}

}  // namespace

TEST_CASE("every shape of estimate is read, written and explained") {
  struct Row {
    const char* typed;
    const char* text;
    const char* words;
  };
  for (const Row& row : {
           Row{"10", "10d", "10 working days"},
           Row{"fixed:2w", "10d", "10 working days"},
           Row{"Fixed: 3 mo", "3mo", "3 months"},
           Row{"30ed", "30ed", "30 calendar days"},
           Row{"triangular:10,20,45", "triangular:10,20,45d", "about 20 working days, between 10 and 45"},
           Row{"pert:0,55,138ed", "pert:0,55,138ed", "about 55 calendar days, between 0 and 138"},
           Row{" PERT : 130 , 215 , 860 ed @ P10 P90 ", "pert:130,215,860ed@p10p90",
               "about 215 calendar days, between 130 (10 % point) and 860 (90 % point)"},
           Row{"pert:130,215,860ed@p0p80", "pert:130,215,860ed@p0p80",
               "about 215 calendar days, between 130 (0 % point) and 860 (80 % point)"},
           Row{"uniform:10,20d", "uniform:10,20d", "between 10 and 20 working days"},
           Row{"lognormal:40,90ed", "lognormal:40,90ed", "about 40 calendar days, nine times in ten at most 90"},
           Row{"empirical:30,12,41.5ed", "empirical:30,12,41.5ed",
               "as observed in 3 cases, from 12 to 41.5 calendar days"},
           Row{"class: visa_facilitation / opened / signed", "class:visa_facilitation/opened/signed",
               "as long as in the reference class visa_facilitation/opened/signed"},
           Row{"class:visa_facilitation/opened/signed; Era = post-lisbon",
               "class:visa_facilitation/opened/signed;era=post-lisbon",
               "as long as in the reference class visa_facilitation/opened/signed;era=post-lisbon"},
       }) {
    CAPTURE(row.typed);
    const auto estimate = Estimate::parse(row.typed);
    REQUIRE(estimate);
    CHECK(estimate->text() == row.text);
    CHECK(estimate->in_words() == row.words);
    CHECK(Estimate::parse(estimate->text()).value() == *estimate);
  }
}

TEST_CASE("a wrong estimate is refused with every reason at once") {
  using Codes = std::vector<std::string>;
  for (const char* wrong :
       {"",           "about a month",  "normal:10,2",      "triangular:10,20", "pert:1,2,3,4d",
        "pert:",      "pert:a,b,c",     "pert:10d,20d,30d", "uniform:10..20",   "lognormal:40",
        "empirical:", "empirical:1,,2", "class:",           "class:visa",       "class:a/b",
        "class:a//c", "class:a/b/c/d",  "class:a/b/c;x=1",  "class:a/b/c;era=", "pert:1e1,2e1,3e1d"}) {
    CAPTURE(wrong);
    CHECK(codes_of(wrong) == Codes{"estimate.syntax"});
  }
  CHECK(codes_of("pert:20,10,45d") == Codes{"estimate.order"});
  CHECK(codes_of("uniform:20,10d") == Codes{"estimate.order"});
  CHECK(codes_of("lognormal:0,10d") == Codes{"estimate.order"});
  CHECK(codes_of("lognormal:10,10d") == Codes{"estimate.order"});
  CHECK(codes_of("-3d") == Codes{"estimate.negative"});
  CHECK(codes_of("pert:-1,10,45d") == Codes{"estimate.negative"});
  CHECK(codes_of("pert:1,2,3w") == Codes{"estimate.unit"});
  CHECK(codes_of("pert:1,2,3mo") == Codes{"estimate.unit"});
  CHECK(codes_of("3m") == Codes{"estimate.unit"});
  CHECK(codes_of("40000d") == Codes{"estimate.range"});
  CHECK(codes_of("pert:1,2,40000d") == Codes{"estimate.range"});
  CHECK(codes_of("pert:1,2,3d@p90p10") == Codes{"estimate.percent"});
  CHECK(codes_of("pert:1,2,3d@p10p101") == Codes{"estimate.percent"});
  CHECK(codes_of("pert:1,2,3d@p10") == Codes{"estimate.percent"});
  CHECK(codes_of("pert:1,2,3d@10,90") == Codes{"estimate.percent"});
  CHECK(codes_of("uniform:1,2d@p10p90") == Codes{"estimate.percent"});
  CHECK(codes_of("pert:-5,-10,40000w@p9p8") ==
        Codes{"estimate.unit", "estimate.negative", "estimate.range", "estimate.order", "estimate.percent"});
  CHECK(Estimate::parse("tringular:1,2,3d").errors().front().advice == "did you mean triangular?");
}
