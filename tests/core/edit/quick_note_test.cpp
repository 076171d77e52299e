#include "core/edit/quick_note.hpp"

#include <map>

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

const Day today = parse_day("2026-12-03").value();

Dossier with(Dossier dossier, Kind kind, std::vector<Assignment> fields) {
  const auto changes = add_record(dossier, kind, fields, {});
  REQUIRE(changes.ok());
  auto after = apply_changes(dossier, *changes);
  REQUIRE(after.ok());
  return *after;
}

Dossier desk() {
  Dossier d;
  d = with(d, Kind::track, {{"code", "VFA"}, {"title", "Visa facilitation"}});
  d = with(d, Kind::track, {{"code", "RA"}, {"title", "Readmission"}});
  d = with(d, Kind::milestone,
           {{"code", "VFA.5"}, {"title", "Rounds"}, {"track", "VFA"}, {"actual_start", "2025-12-02"}});
  d = with(d, Kind::milestone,
           {{"code", "RA.5"}, {"title", "Rounds"}, {"track", "RA"}, {"actual_start", "2025-12-02"}});
  d = with(d, Kind::milestone, {{"code", "VFA.7"}, {"title", "Initialling"}, {"track", "VFA"}});
  d = with(d, Kind::person, {{"code", "LUCHNER"}, {"title", "Johannes Luchner"}});
  d = with(d, Kind::person, {{"code", "BAKAYEV"}, {"title", "Alibek Bakayev"}});
  d = with(d, Kind::entry,
           {{"code", "E.2"},
            {"kind", "round"},
            {"number", "2"},
            {"title", "Round 2, Astana"},
            {"date", "2026-03-03"},
            {"place", "Astana"}});
  return d;
}

std::map<std::string, std::string> fields(const std::string& text) {
  const Dossier dossier = desk();
  const auto note = understand_note(text, dossier, today);
  REQUIRE(note.ok());
  std::map<std::string, std::string> out;
  for (const Assignment& a : assignments(*note, dossier)) out[a.field] = a.value;
  const auto changes = add_record(dossier, Kind::entry, assignments(*note, dossier), {});
  CHECK(changes.ok());
  return out;
}

}  // namespace

TEST_CASE("the note of a round is understood whole") {
  const auto f = fields("round 3 held Brussels 2 Dec, Luchner, next in February");
  CHECK(f.at("kind") == "round");
  CHECK(f.at("number") == "3");
  CHECK(f.at("date") == "2026-12-02");
  CHECK(f.at("place") == "Brussels");
  CHECK(f.at("people") == "LUCHNER");
  CHECK(f.at("tracks") == "VFA; RA");
  CHECK(f.at("milestones") == "VFA.5; RA.5");
  CHECK(f.at("next_announced") == "2027-02");
  CHECK(f.at("title") == "Round 3, Brussels");
  CHECK(f.at("notes") == "As noted: round 3 held Brussels 2 Dec, Luchner, next in February");
}

TEST_CASE("other ways to say it give the same round") {
  for (const char* text :
       {"Third round in Brussels on 2 December 2026 with Johannes Luchner; next round in February 2027",
        "2.12.2026 3rd round of negotiations, Brussels, Luchner, next one announced for February"}) {
    CAPTURE(text);
    const auto f = fields(text);
    CHECK(f.at("kind") == "round");
    CHECK(f.at("number") == "3");
    CHECK(f.at("date") == "2026-12-02");
    CHECK(f.at("place") == "Brussels");
    CHECK(f.at("people") == "LUCHNER");
    CHECK(f.at("next_announced") == "2027-02");
    CHECK(f.at("title") == "Round 3, Brussels");
  }
}

TEST_CASE("a call keeps its words as its title, without the day") {
  const auto f = fields("call with Bakayev yesterday, list of open points promised");
  CHECK(f.at("kind") == "meeting");
  CHECK(f.at("date") == "2026-12-02");
  CHECK(f.at("people") == "BAKAYEV");
  CHECK(f.at("title") == "Call with Bakayev, list of open points promised");
  CHECK(f.at("tracks") == "VFA; RA");
  CHECK(f.count("milestones") == 0);
}

TEST_CASE("what is not understood is kept in the title") {
  const auto f = fields("round 3 Astana 1 December, third-country nationals left open");
  CHECK(f.at("title") == "Round 3, Astana: third-country nationals left open");
}

TEST_CASE("a visit, a place of several words and a milestone are understood") {
  const auto f = fields("visit of the Commissioner to New York 20 Nov about VFA.7");
  CHECK(f.at("kind") == "visit");
  CHECK(f.at("place") == "New York");
  CHECK(f.at("milestones") == "VFA.7");
  CHECK(f.at("tracks") == "VFA");
}

TEST_CASE("a note without a day is of today, and says so") {
  const Dossier dossier = desk();
  const auto note = understand_note("Bakayev says the text is nearly done", dossier, today);
  REQUIRE(note.ok());
  CHECK(note->date == FuzzyDate(today));
  CHECK(!note->date_said);
  CHECK(note->kind == EntryKind::statement);
  bool said = false;
  for (const auto& [label, value] : in_words(*note, dossier))
    said = said || value == "Thursday 2026-12-03 (today: no day was named)";
  CHECK(said);
}

TEST_CASE("a round that is recorded already, one that leaves a gap and a day to come are remarked on") {
  const Dossier dossier = desk();
  const auto code = [&](const char* text) {
    const auto note = understand_note(text, dossier, today);
    REQUIRE(note.ok());
    return note->remarks.empty() ? std::string() : note->remarks[0].code;
  };
  CHECK(code("round 2 Astana 3 March") == "note.repeated");
  CHECK(code("round 4 Brussels 1 Dec") == "note.gap");
  CHECK(code("round 3 held Brussels 2027-02-02") == "note.future");
  CHECK(code("round 3 Brussels 1 Dec").empty());
}

TEST_CASE("an empty note, a day that does not exist and wrong bytes are refused") {
  const Dossier dossier = desk();
  CHECK(understand_note("  ", dossier, today).errors()[0].code == "note.empty");
  CHECK(understand_note("round 3 on 31 February", dossier, today).errors()[0].code == "day.missing");
  CHECK(understand_note("round \xff", dossier, today).errors()[0].code == "text.encoding");
}

TEST_CASE("what did not take place is kept as context, which ends no silence") {
  for (const char* text : {"round 3 was not held", "round 3 postponed to January", "round 4 cancelled", "next round in March",
                           "the visit did not take place", "meeting with Bakayev called off", "letter not answered",
                           "no news from Astana"}) {
    CAPTURE(text);
    const auto f = fields(text);
    CHECK(f.at("kind") == "context");
    CHECK(f.at("date") == "2026-12-03");
    CHECK(f.count("number") == 0);
  }
  CHECK(fields("round 3 postponed to January").at("next_announced") == "2027-01");
  CHECK(fields("round 3 postponed to January").count("place") == 0);
  CHECK(fields("round 3 postponed to January").at("title") == "Round 3 postponed to January");
  CHECK(fields("next round in March").at("next_announced") == "2027-03");
}

TEST_CASE("what took place took place, whatever else was put off or left open") {
  for (const char* text : {"round 3 held Brussels 2 Dec, signing postponed to March",
                           "round 3 Brussels 2 Dec, no agreement on fees", "round 3 held, fees not agreed"}) {
    CAPTURE(text);
    CHECK(fields(text).at("kind") == "round");
  }
}

TEST_CASE("what is only announced is kept as context, with its day read as one to come") {
  struct Row {
    const char* text;
    const char* next;  // "" = no day is named
  };
  for (const Row& row : {Row{"meeting with Bakayev will take place in Brussels on Monday", "2026-12-07"},
                         Row{"visit of Luchner to Astana planned for October", "2027-10"},
                         Row{"round 3 scheduled for January", "2027-01"},
                         Row{"round 3 fixed for 12 January", "2027-01-12"},
                         Row{"round 3 to be held in January", "2027-01"},
                         Row{"round 3 expected in early February", "early 2027-02"},
                         Row{"round 3 announced for February", "2027-02"},
                         Row{"round 3 agreed for spring 2027", "spring 2027"},
                         Row{"round 3 may be held in March", "2027-03"},
                         Row{"round 3 planned next week", "2026-12-07..2026-12-13"},
                         Row{"on 5 January round 3 will be held in Brussels", "2027-01-05"},
                         Row{"round 3, Brussels, scheduled to take place in May", "2027-05"},
                         Row{"the visit is planned", ""},
                         Row{"letter expected in January", "2027-01"}}) {
    CAPTURE(std::string(row.text));
    const auto f = fields(row.text);
    CHECK(f.at("kind") == "context");
    CHECK(f.at("date") == "2026-12-03");
    CHECK(f.count("number") == 0);
    const std::string place = f.count("place") ? f.at("place") : "";
    CHECK((place.empty() || place == "Brussels" || place == "Astana"));  // no month is a place
    CHECK((f.count("next_announced") ? f.at("next_announced") : "") == row.next);
    const auto note = understand_note(row.text, desk(), today);
    REQUIRE(note.ok());
    REQUIRE(!note->remarks.empty());
    CHECK(note->remarks[0].message == "This is still to come: it is kept as context, and the silence goes on.");
  }
}

TEST_CASE("what has only a day that lies ahead has not happened, in each of the three languages") {
  struct Row {
    const char* text;
    const char* next;
    const char* place = "";
  };
  for (const Row& row : {Row{"visit of Tokayev to Brussels next week", "2026-12-07..2026-12-13", "Brussels"},
                         Row{"round 3 in Brussels next month", "2027-01", "Brussels"},
                         Row{"round 3 next month in Brussels", "2027-01", "Brussels"},
                         Row{"next month round 3 in Brussels", "2027-01", "Brussels"},
                         Row{"call next Monday", "2026-12-07"},
                         Row{"meeting tomorrow", "2026-12-04"},
                         Row{"meeting in two weeks", "2026-12-14..2026-12-20"},
                         Row{"meeting in 3 days", "2026-12-06"},
                         Row{"round 3 in a month", "2027-01"},
                         Row{"meeting with Luchner on Friday next week", "2026-12-11"},
                         Row{"meeting this Saturday", "2026-12-05"},
                         Row{"round 3 Brussels 2027-02-02", "2027-02-02", "Brussels"},
                         Row{"visit in March next year", "2027-03"},
                         Row{"visit next spring", "spring 2027"},
                         Row{"Costa to visit Astana in January", "2027-01", "Astana"},
                         Row{"Tokayev plans to meet Costa in January", "2027-01"},
                         Row{"Costa was to visit Astana in November", "2026-11", "Astana"},
                         Row{"round 3 expected soon", ""},
                         Row{"meeting scheduled", ""},
                         Row{"round 3 soon", ""},
                         Row{"meeting in the coming weeks", ""},
                         Row{"visit in a few weeks", ""},
                         Row{"no round in November", ""},
                         Row{"визит Токаева в Брюссель на следующей неделе", "2026-12-07..2026-12-13", "Брюссель"},
                         Row{"раунд 3 в Брюсселе в следующем месяце", "2027-01", "Брюссель"},
                         Row{"звонок в следующий понедельник", "2026-12-07"},
                         Row{"встреча с Luchner в пятницу на следующей неделе", "2026-12-11"},
                         Row{"встреча через две недели", "2026-12-14..2026-12-20"},
                         Row{"встреча через неделю", "2026-12-07..2026-12-13"},
                         Row{"раунд 3 в марте следующего года", "2027-03"},
                         Row{"Коста посетит Астану в январе", "2027-01"},
                         Row{"Токаев планирует посетить Брюссель в январе", "2027-01", "Брюссель"},
                         Row{"раунд 3 ожидается скоро", ""},
                         Row{"скоро состоится раунд 3", ""},
                         Row{"раунд 3 в ближайшие недели", ""},
                         Row{"встреча через несколько недель", ""},
                         Row{"келесі аптада Брюссельде 3-раунд", "2026-12-07..2026-12-13", "Брюссель"},
                         Row{"3-раунд келесі айда", "2027-01"},
                         Row{"келесі дүйсенбіде кездесу", "2026-12-07"},
                         Row{"келесі аптаның жұмасында кездесу", "2026-12-11"},
                         Row{"екі аптадан кейін кездесу", "2026-12-14..2026-12-20"},
                         Row{"3-раунд келесі жылдың наурызында", "2027-03"},
                         Row{"Тоқаев қаңтарда Брюссельге барады", "2027-01"},
                         Row{"алдағы аптада сапар", "2026-12-07..2026-12-13"},
                         Row{"3-раунд жоспарлануда", ""},
                         Row{"кездесу бірнеше аптадан кейін", ""}}) {
    CAPTURE(std::string(row.text));
    const auto f = fields(row.text);
    CHECK(f.at("kind") == "context");
    CHECK(f.at("date") == "2026-12-03");
    CHECK(f.count("number") == 0);
    CHECK((f.count("place") ? f.at("place") : "") == row.place);
    CHECK((f.count("next_announced") ? f.at("next_announced") : "") == row.next);
  }
}

TEST_CASE("what has happened has happened, whatever day to come it speaks of") {
  struct Row {
    const char* text;
    const char* kind;
    const char* date;
    const char* next = "";
  };
  for (const Row& row : {Row{"round 3 held Brussels 2 Dec, round 4 next month", "round", "2026-12-02", "2027-01"},
                         Row{"call with Bakayev yesterday, round 3 next month", "meeting", "2026-12-02", "2027-01"},
                         Row{"call with Bakayev yesterday, text next week", "meeting", "2026-12-02"},
                         Row{"the text next week, call with Bakayev yesterday", "meeting", "2026-12-02"},
                         Row{"call with Bakayev today, round 3 in two weeks", "meeting", "2026-12-03", "2026-12-14..2026-12-20"},
                         Row{"letter of Bakayev: round 3 next month", "document", "2026-12-03", "2027-01"},
                         Row{"Bakayev said that round 3 is next month", "statement", "2026-12-03", "2027-01"},
                         Row{"call with Bakayev, mandate extended until 2027-12-31", "meeting", "2026-12-03"},
                         Row{"meeting 2 Dec, agreed to meet again", "meeting", "2026-12-02"},
                         Row{"Luchner came to visit Astana 1 Dec", "visit", "2026-12-01"},
                         Row{"call 1 Dec to discuss fees", "meeting", "2026-12-01"},
                         Row{"met soon after the Council 1 Dec", "meeting", "2026-12-01"},
                         Row{"visit to Astana last month, in May this year", "visit", "2026-05"},
                         Row{"visit to Astana in December", "visit", "2026-12"},
                         Row{"два раунда 2 декабря", "round", "2026-12-02"},
                         Row{"кеше Bakayev қоңырауы, келесі айда 3-раунд", "meeting", "2026-12-02", "2027-01"}}) {
    CAPTURE(std::string(row.text));
    const auto f = fields(row.text);
    CHECK(f.at("kind") == row.kind);
    CHECK(f.at("date") == row.date);
    CHECK((f.count("next_announced") ? f.at("next_announced") : "") == std::string(row.next));
  }
  const auto promise = understand_note("Bakayev promised the text next week", desk(), today);
  REQUIRE(promise->promised_by);
  CHECK(promise->promised_by->text() == "2026-12-07..2026-12-13");
  CHECK(promise->date == FuzzyDate(today));
  CHECK(promise->took_place);
}

TEST_CASE("words that only look like an announcement leave an event an event") {
  struct Row {
    const char* text;
    const char* kind;
    const char* date;
  };
  for (const Row& row : {Row{"Bakayev announced the signature 20 Nov", "statement", "2026-11-20"},
                         Row{"meeting 20 Nov, planned agenda adopted", "meeting", "2026-11-20"},
                         Row{"visit to Astana in May", "visit", "2026-05"},
                         Row{"call on May 5 with Bakayev", "meeting", "2026-05-05"},
                         Row{"round 3 held as planned 2 Dec", "round", "2026-12-02"},
                         Row{"call with Bakayev 2 Dec, political will confirmed", "meeting", "2026-12-02"},
                         Row{"meeting in Brussels 1 Dec, fees agreed", "meeting", "2026-12-01"}}) {
    CAPTURE(std::string(row.text));
    const auto f = fields(row.text);
    CHECK(f.at("kind") == row.kind);
    CHECK(f.at("date") == row.date);
    CHECK(f.count("next_announced") == 0);
  }
}

TEST_CASE("what is announced beside an event goes with the event") {
  const auto call = fields("call with Bakayev yesterday, round 3 planned for January");
  CHECK(call.at("kind") == "meeting");
  CHECK(call.at("date") == "2026-12-02");
  CHECK(call.at("next_announced") == "2027-01");
  const auto round = fields("round 3 held Brussels 2 Dec, round 4 will take place in February");
  CHECK(round.at("kind") == "round");
  CHECK(round.at("title") == "Round 3, Brussels");
  CHECK(round.at("next_announced") == "2027-02");
  const auto said = fields("Bakayev said 1 Dec that round 3 will be held in January");
  CHECK(said.at("kind") == "statement");
  CHECK(said.at("date") == "2026-12-01");
  CHECK(said.at("next_announced") == "2027-01");
}

TEST_CASE("a note that says nothing is refused with examples") {
  const Dossier dossier = desk();
  const auto note = understand_note("xyz", dossier, today);
  REQUIRE(!note.ok());
  CHECK(note.errors()[0].code == "note.not_understood");
  CHECK(note.errors()[0].advice.find("postponed") != std::string::npos);
}

TEST_CASE("a year that puts a round before the one in front of it is remarked on") {
  const Dossier dossier = desk();
  const auto note = understand_note("round 3 held Brussels 2 Dec", dossier, parse_day("2026-11-22").value());
  REQUIRE(note.ok());
  CHECK(note->date.text() == "2025-12-02");
  REQUIRE(!note->remarks.empty());
  CHECK(note->remarks[0].code == "note.order");
}

TEST_CASE("an event with an announcing word and a day is to come, wherever the place stands") {
  struct Row {
    const char* text;
    const char* next;
  };
  for (const Row& row : {Row{"round 3 announced for Brussels in October 2027", "2027-10"},
                         Row{"round 3 scheduled in Brussels for 5 May", "2027-05-05"},
                         Row{"round 3 was due in Brussels on 5 October", "2026-10-05"},
                         Row{"visit of Luchner announced in Astana, 12 May", "2027-05-12"},
                         Row{"third round of negotiations is planned in Astana, end February", "end 2027-02"},
                         Row{"round 3 confirmed for Brussels, 12 May", "2027-05-12"}}) {
    CAPTURE(std::string(row.text));
    const auto f = fields(row.text);
    CHECK(f.at("kind") == "context");
    CHECK(f.count("number") == 0);
    CHECK(f.at("date") == "2026-12-03");
    CHECK((f.count("next_announced") ? f.at("next_announced") : "") == row.next);
  }
  CHECK(fields("Council announced the mandate 20 Nov").at("kind") == "meeting");
}

TEST_CASE("what was only announced belongs where it would have belonged, had it been held") {
  const auto round = fields("round 3 to be held in Brussels in January 2027");
  CHECK(round.at("kind") == "context");
  CHECK(round.at("tracks") == "VFA; RA");
  CHECK(round.at("milestones") == "VFA.5; RA.5");
  CHECK(fields("round 3 postponed to January").at("milestones") == "VFA.5; RA.5");
  CHECK(fields("visit of Luchner planned for January").at("tracks") == "VFA; RA");
  CHECK(fields("no news from Astana").count("tracks") == 0);
}

TEST_CASE("where it cannot be told whether something took place, the note says so") {
  const Dossier dossier = desk();
  const auto note = understand_note("round 3 Brussels 1 Dec scheduled", dossier, today);
  REQUIRE(note.ok());
  CHECK(note->in_doubt);
  REQUIRE(!note->remarks.empty());
  CHECK(note->remarks[0].code == "note.in_doubt");
  for (const char* sure : {"round 3 held as planned 1 Dec", "round 3 Brussels 1 Dec", "round 3 planned for May", "letter sent 1 Dec, planned since May"}) {
    CAPTURE(std::string(sure));
    CHECK_FALSE(understand_note(sure, dossier, today)->in_doubt);
  }
}

TEST_CASE("the end of a term is no day on which anything happened, and of a promise it is the day") {
  const Dossier dossier = desk();
  const auto note = understand_note("Bakayev promised the text by 15 December", dossier, today);
  REQUIRE(note.ok());
  CHECK(note->kind == EntryKind::statement);
  CHECK(note->date == FuzzyDate(today));
  CHECK_FALSE(note->date_said);
  REQUIRE(note->promised_by);
  CHECK(note->promised_by->text() == "2026-12-15");
  CHECK(note->title == "Bakayev promised the text by 15 December");
  REQUIRE(note->remarks.size() == 1);
  CHECK(note->remarks[0].code == "note.promise");
  CHECK(note->remarks[0].advice ==
        "keep it as well: accord add FILE commitment title=\"Bakayev promised the text by 15 December\" by_person=BAKAYEV "
        "made=2026-12-03 due=\"2026-12-15\"");
  CHECK(fields("call with Bakayev yesterday, list to come by 15 December").at("date") == "2026-12-02");
  CHECK(understand_note("the Ministry promised the text by 15 December", dossier, today).ok());
}

TEST_CASE("a note in Russian or Kazakh is understood as its English one is") {
  const Dossier dossier = desk();
  const auto read = [&](std::string_view text) {
    auto note = understand_note(text, dossier, today);
    REQUIRE_MESSAGE(note.ok(), text);
    return *note;
  };
  struct Said {
    const char* text;
    EntryKind kind;
    std::optional<int> number;
    const char *date, *place, *next, *title;
  };
  const Said table[] = {
      {"раунд 3 прошёл в Брюсселе 2 декабря, Luchner, следующий в феврале", EntryKind::round, 3, "2026-12-02", "Брюссель", "2027-02",
       "Раунд 3 прошёл в Брюсселе, Luchner"},
      {"Третий раунд переговоров состоялся 1 дек", EntryKind::round, 3, "2026-12-01", "", "", "Третий раунд переговоров состоялся"},
      {"3-й раунд провели в Астане 2 декабря 2026 года", EntryKind::round, 3, "2026-12-02", "Астана", "", "3-й раунд провели в Астане"},
      {"вчера звонок с Bakayev, обсудили список", EntryKind::meeting, {}, "2026-12-02", "", "", "Звонок с Bakayev, обсудили список"},
      {"письмо министра в понедельник", EntryKind::document, {}, "2026-11-30", "", "", "Письмо министра"},
      {"визит в начале ноября", EntryKind::visit, {}, "early 2026-11", "", "", "Визит"},
      {"3-раунд Брюссельде 2 желтоқсанда өтті, Luchner, келесі ақпанда", EntryKind::round, 3, "2026-12-02", "Брюссель", "2027-02",
       "3-раунд Брюссельде өтті, Luchner"},
      {"кеше Bakayev қоңырауы", EntryKind::meeting, {}, "2026-12-02", "", "", "Bakayev қоңырауы"},
      {"2025 жылғы 2 желтоқсанда кездесу болды", EntryKind::meeting, {}, "2025-12-02", "", "", "Кездесу болды"},
  };
  for (const Said& said : table) {
    CAPTURE(said.text);
    const QuickNote note = read(said.text);
    CHECK(note.kind == said.kind);
    CHECK(note.took_place);
    CHECK(note.number == said.number);
    CHECK(note.date.text() == said.date);
    CHECK(note.place == said.place);
    CHECK((note.next_announced ? note.next_announced->text() : "") == said.next);
    CHECK(note.title == said.title);
  }
  CHECK(read("раунд 3 прошёл в Брюсселе 2 декабря, Luchner").people.size() == 1);
}

TEST_CASE("what did not take place or is still to come is so in Russian and Kazakh too, or is asked about") {
  const Dossier dossier = desk();
  for (const char* text : {"раунд 3 перенесён на январь", "раунд 3 не состоялся", "встреча отменена", "раунд 3 состоится в феврале",
                           "раунд 3 будет проведён в феврале", "визит запланирован на февраль", "нет ответа на письмо", "3-раунд өтпеді",
                           "кездесу шегерілді", "3-раунд ақпанда өтеді", "3-раунд 15 желтоқсанға жоспарланған", "Люхнердің сапары ақпанға жоспарлануда"}) {
    CAPTURE(text);
    const auto note = understand_note(text, dossier, today);
    REQUIRE(note.ok());
    CHECK_FALSE(note->took_place);
    CHECK(note->kind == EntryKind::context);
  }
  const auto next = [&](const char* text) {
    const auto note = understand_note(text, dossier, today);
    return note && note->next_announced ? note->next_announced->text() : "nothing";
  };
  CHECK(next("раунд 3 перенесён на январь") == "2027-01");
  CHECK(next("раунд 3 состоится в феврале") == "2027-02");
  CHECK(next("3-раунд ақпанда өтеді") == "2027-02");
  CHECK(next("3-раунд 15 желтоқсанға жоспарланған") == "2026-12-15");
  CHECK(understand_note("раунд 3 в феврале запланирован с участием министра", dossier, today)->in_doubt);
  const auto promise = understand_note("звонок с Bakayev, обещал список до 15 декабря", dossier, today);
  REQUIRE(promise->promised_by);
  CHECK(promise->promised_by->text() == "2026-12-15");
  CHECK(promise->date.text() == "2026-12-03");
}

}  // namespace accord
