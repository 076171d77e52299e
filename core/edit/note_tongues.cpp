#include "core/edit/note_tongues.hpp"

#include <array>
#include <map>

#include "core/base/letters.hpp"
#include "core/base/text.hpp"
#include "core/edit/note_vocabulary.hpp"

namespace accord {
namespace {

struct Row {
  std::string_view word;
  std::string_view russian, kazakh;  // every form that people write, in small letters
};

constexpr std::array rows{
    // What happened.
    Row{"round", "раунд раунда раунде раунду раундом раунды раундов", "раунд раунды раундты раундта раундтың"},
    Row{"visit", "визит визита визите визитом поездка поездку поездки командировка", "сапар сапары сапармен сапарды сапарда"},
    Row{"visited", "посетил посетила посетили", "барды келді"},
    Row{"meeting", "встреча встречу встрече встречи заседание заседания заседании совещание совещания совещании",
        "кездесу кездесуі кездесуде отырыс отырысы отырысында жиналыс жиналысы"},
    Row{"met", "встретился встретилась встретились", "кездесті кездестік"},
    Row{"call", "звонок звонка созвон", "қоңырау қоңырауы"},
    Row{"called", "позвонил позвонила позвонили созвонились", "қоңыраулады"},
    Row{"videoconference", "видеоконференция видеоконференции видеоконференцию", "бейнеконференция бейнеконференциясы"},
    Row{"consultations", "консультации консультаций консультациях", "консультация консультациялар консультациялары"},
    Row{"summit", "саммит саммита саммите", "саммит саммиті саммитінде"},
    Row{"appointed", "назначен назначена назначены", "тағайындалды"},
    Row{"appointment", "назначение назначения", "тағайындау"},
    Row{"letter", "письмо письма", "хат хаты хатты"},
    Row{"document", "документ документа документы", "құжат құжаты құжатты"},
    Row{"note", "нота ноты ноту", "нота нотасы"},
    Row{"minutes", "протокол протокола", "хаттама хаттамасы"},
    Row{"draft", "проект проекта", "жоба жобасы"},
    Row{"report", "отчёт отчет отчёта отчета доклад доклада", "есеп есебі баяндама баяндамасы"},
    Row{"published", "опубликован опубликована опубликовано опубликовал опубликовали", "жарияланды"},
    Row{"decree", "указ указа", "жарлық жарлығы"},
    Row{"statement", "заявление заявления", "мәлімдеме мәлімдемесі"},
    Row{"said", "сказал сказала заявил заявила", "айтты мәлімдеді"},
    Row{"announced", "объявил объявила объявили объявлен объявлена", "жариялады"},
    Row{"interview", "интервью", "сұхбат сұхбаты"},
    Row{"negotiations", "переговоров переговоры переговорам", "келіссөз келіссөздер келіссөздердің"},
    // Whether it did, and what is to come.
    Row{"held", "состоялся состоялась состоялось состоялись прошёл прошел прошла прошло прошли проведён проведен проведена проведены провели",
        "өтті болды өткізілді"},
    Row{"not", "не", ""},
    Row{"no", "нет", ""},
    Row{"answer", "ответ ответа ответил ответила ответили", ""},
    Row{"cancelled", "отменён отменен отменена отменено отменили", "өтпеді болмады өткізілмеді"},
    Row{"postponed", "перенесён перенесен перенесена перенесены перенесли отложен отложена отложены отложили", "шегерілді кейінге"},
    Row{"will", "будет будут", ""},
    Row{"will visit", "посетит посетят приедет приедут прибудет прибудут", "барады келеді"},
    Row{"will meet", "встретится встретятся", "кездеседі"},
    Row{"plans", "планирует планируют намерен намерена намерены собирается собираются", "жоспарлап жоспарлауда жоспарлайды"},
    Row{"soon", "скоро вскоре", ""},
    Row{"coming", "ближайшая ближайшее ближайшем ближайшей ближайшие ближайших ближайшую", ""},
    Row{"several", "несколько", "бірнеше"},
    Row{"hence", "", "кейін"},
    Row{"scheduled", "состоится состоятся пройдёт пройдет пройдут", "өтеді өткізіледі болады"},
    Row{"planned", "запланирован запланирована запланировано запланированы планируется планируются намечен намечена намечено",
        "жоспарланған жоспарланды жоспарлануда"},
    Row{"expected", "ожидается ожидаются", "күтілуде күтіледі"},
    Row{"promised", "обещал обещала обещали пообещал пообещала пообещали обещан обещана", "уәде"},
    Row{"next", "следующий следующая следующее следующего следующую следующем следующей будущая будущей будущем будущую", "келесі алдағы"},
    // Small words.
    Row{"in", "в во через", ""},
    Row{"for", "на", ""},
    Row{"with", "с со", "мен бен пен"},
    Row{"and", "и", "және"},
    Row{"by", "до к ко позднее", ""},
    // When.
    Row{"today", "сегодня", "бүгін"},
    Row{"yesterday", "вчера", "кеше"},
    Row{"tomorrow", "завтра", "ертең"},
    Row{"day", "день дня дней дни", "күн күннен күндері"},
    Row{"week", "неделя неделе неделю недели недель", "апта аптада аптадан аптаның"},
    Row{"month", "месяц месяце месяца месяцев месяцы", "ай айда айдан"},
    Row{"year", "год года году г", "жыл жылы жылғы жылдың"},
    Row{"time", "время", ""},
    Row{"early", "начале", ""},
    Row{"mid", "середине", ""},
    Row{"end", "конце", ""},
    Row{"spring", "весна весны весной весну", "көктем көктемде"},
    Row{"summer", "лето лета летом", "жазда"},
    Row{"autumn", "осень осени осенью", "күзде"},
    Row{"winter", "зима зимы зимой зиму", "қыста"},
    Row{"monday", "понедельник", "дүйсенбі дүйсенбіде дүйсенбісі дүйсенбісінде"},
    Row{"tuesday", "вторник", "сейсенбі сейсенбіде сейсенбісі сейсенбісінде"},
    Row{"wednesday", "среда среду", "сәрсенбі сәрсенбіде сәрсенбісі сәрсенбісінде"},
    Row{"thursday", "четверг", "бейсенбі бейсенбіде бейсенбісі бейсенбісінде"},
    Row{"friday", "пятница пятницу", "жұма жұмада жұмасы жұмасында"},
    Row{"saturday", "суббота субботу", "сенбі сенбіде сенбісі сенбісінде"},
    Row{"sunday", "воскресенье", "жексенбі жексенбіде жексенбісі жексенбісінде"},
    Row{"january", "январь января январе янв", "қаңтар қаңтарда қаңтарында"},
    Row{"february", "февраль февраля феврале фев", "ақпан ақпанда ақпанында"},
    Row{"march", "март марта марте мар", "наурыз наурызда наурызында"},
    Row{"april", "апрель апреля апреле апр", "сәуір сәуірде сәуірінде"},
    Row{"may", "май мая мае", "мамыр мамырда мамырында"},
    Row{"june", "июнь июня июне июн", "маусым маусымда маусымында"},
    Row{"july", "июль июля июле июл", "шілде шілдеде шілдесінде"},
    Row{"august", "август августа августе авг", "тамыз тамызда тамызында"},
    Row{"september", "сентябрь сентября сентябре сен сент", "қыркүйек қыркүйекте қыркүйегінде"},
    Row{"october", "октябрь октября октябре окт", "қазан қазанда қазанында"},
    Row{"november", "ноябрь ноября ноябре ноя", "қараша қарашада қарашасында"},
    Row{"december", "декабрь декабря декабре дек", "желтоқсан желтоқсанда желтоқсанында"},
    // Which one.
    Row{"first", "первый первого", "бірінші"},
    Row{"second", "второй второго", "екінші"},
    Row{"third", "третий третьего", "үшінші"},
    Row{"fourth", "четвёртый четвертый четвёртого четвертого", "төртінші"},
    Row{"fifth", "пятый пятого", "бесінші"},
    Row{"sixth", "шестой шестого", "алтыншы"},
    Row{"seventh", "седьмой седьмого", "жетінші"},
    Row{"eighth", "восьмой восьмого", "сегізінші"},
    Row{"ninth", "девятый девятого", "тоғызыншы"},
    Row{"tenth", "десятый десятого", "оныншы"},
};

// Name, then the forms of both languages.
constexpr std::array places{
    Row{"Брюссель", "брюссель брюсселя брюсселе", "брюссельде брюссельдегі"},
    Row{"Страсбург", "страсбург страсбурга страсбурге", "страсбургте страсбургтегі"},
    Row{"Люксембург", "люксембург люксембурга люксембурге", "люксембургте люксембургтегі"},
    Row{"Астана", "астана астаны астане", "астанада астанадағы"},
};

// How many days, weeks or months. Apart from the rows above, where "два раунда" would become the round of that number.
constexpr std::array amounts{
    Row{"1", "один", "бір"},
    Row{"2", "два две", "екі"},
    Row{"3", "три", "үш"},
    Row{"4", "четыре", "төрт"},
    Row{"5", "пять", "бес"},
    Row{"6", "шесть", "алты"},
    Row{"7", "семь", "жеті"},
    Row{"8", "восемь", "сегіз"},
    Row{"9", "девять", "тоғыз"},
    Row{"10", "десять", "он"},
};

template <std::size_t n>
std::map<std::string, std::string_view, std::less<>> by_form(const std::array<Row, n>& from) {
  std::map<std::string, std::string_view, std::less<>> out;
  for (const Row& row : from)
    for (const std::string_view forms : {row.russian, row.kazakh})
      for (const std::string& form : split(forms, ' '))
        if (!form.empty()) out.emplace(form, row.word);
  return out;
}

}  // namespace

std::optional<std::string> english_behind(std::string_view word) {
  static const auto words = by_form(rows);
  const std::string folded = in_small_letters(word);
  if (const auto at = words.find(folded); at != words.end()) return std::string(at->second);
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
  if (digits == 0 || digits >= folded.size() || folded[digits] != '-') return std::nullopt;
  const std::string_view rest = std::string_view(folded).substr(digits + 1);
  for (const std::string_view ending : {"й", "ый", "го", "ші", "шы"})
    if (rest == ending) return folded.substr(0, digits) + "th";
  if (const auto at = words.find(rest); at != words.end()) return std::string(at->second);
  return std::nullopt;
}

std::optional<std::string> english_behind_dative(std::string_view word) {
  const std::string folded = in_small_letters(word);
  for (const std::string_view ending : {"ға", "ге", "қа", "ке"})
    if (folded.ends_with(ending)) return english_behind(std::string_view(folded).substr(0, folded.size() - ending.size()));
  return std::nullopt;
}

std::optional<int> amount(std::string_view word) {
  static const auto words = by_form(amounts);
  const auto at = words.find(in_small_letters(word));
  return count_word(at == words.end() ? word : at->second);
}

std::optional<std::string> usual_place(std::string_view word) {
  static const auto names = by_form(places);
  const auto at = names.find(in_small_letters(word));
  return at == names.end() ? std::nullopt : std::optional<std::string>(at->second);
}

}  // namespace accord
