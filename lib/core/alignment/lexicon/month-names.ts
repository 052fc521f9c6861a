/**
 * Months by language, in the order of the year: names in the cases in which dates use them, and
 * abbreviations that are no other word. A date in digits names its month by the same concept.
 */
const MONTH_NAMES: Readonly<Record<string, string>> = {
  ar: `يناير كانون; فبراير شباط; مارس آذار; أبريل إبريل نيسان; مايو أيار ماي; يونيو حزيران; يوليو تموز يوليوز;
       أغسطس آب غشت; سبتمبر أيلول شتنبر; أكتوبر; نوفمبر نونبر; ديسمبر دجنبر`,
  de: `januar jänner jan; februar feber feb; märz; april apr; mai; juni jun; juli jul; august aug;
       september sept sep; oktober okt; november nov; dezember dez`,
  en: `january jan; february feb; march mar; april apr; may; june jun; july jul; august aug;
       september sept sep; october oct; november nov; december dec`,
  es: `enero ene; febrero feb; marzo; abril abr; mayo; junio jun; julio jul; agosto ago;
       septiembre setiembre sept; octubre oct; noviembre nov; diciembre dic`,
  fr: `janvier janv; février févr; mars; avril avr; mai; juin; juillet juil; août; septembre sept;
       octobre oct; novembre nov; décembre déc`,
  it: `gennaio gen; febbraio feb; marzo; aprile apr; maggio; giugno giu; luglio lug; agosto ago;
       settembre; ottobre ott; novembre nov; dicembre dic`,
  nl: `januari jan; februari feb; maart mrt; april apr; mei; juni jun; juli jul; augustus aug;
       september sept; oktober okt; november nov; december dec`,
  pl: `styczeń stycznia styczniu; luty lutego lutym; marzec marca marcu; kwiecień kwietnia kwietniu;
       maj maja maju; czerwiec czerwca czerwcu; lipiec lipca lipcu; sierpień sierpnia sierpniu;
       wrzesień września wrześniu; październik października październiku; listopad listopada listopadzie;
       grudzień grudnia grudniu`,
  ru: `январь января январе янв; февраль февраля феврале февр; март марта марте; апрель апреля апреле апр;
       май мая мае; июнь июня июне; июль июля июле; август августа августе авг;
       сентябрь сентября сентябре сент; октябрь октября октябре окт; ноябрь ноября ноябре нояб;
       декабрь декабря декабре дек`,
  tr: `ocak ocakta ocak'ta; şubat şubatta; mart martta; nisan nisanda; mayıs mayısta; haziran haziranda;
       temmuz temmuzda; ağustos ağustosta; eylül eylülde; ekim ekimde; kasım kasımda; aralık aralıkta`,
  uk: `січень січня січні; лютий лютого лютому; березень березня березні; квітень квітня квітні;
       травень травня травні; червень червня червні; липень липня липні; серпень серпня серпні;
       вересень вересня вересні; жовтень жовтня жовтні; листопад листопада листопаді; грудень грудня грудні`,
};

/** What the month of a date is called, whatever the language: "#m5" for May. */
export const monthConcept = (month: number): string => `#m${month}`;

export const isMonthConcept = (form: string): boolean => form.startsWith("#m");

/** Entries for `readWordList`; the concept's name is no form, not even in English. */
export function monthEntries(language: string): string {
  return (MONTH_NAMES[language] ?? "")
    .split(";")
    .map((names, index) => `${monthConcept(index + 1)} ${names.trim()}`)
    .join(";");
}
