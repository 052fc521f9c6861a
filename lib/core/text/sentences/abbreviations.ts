/**
 * Abbreviations that end in a full stop without ending a sentence, written without that stop
 * and in lower case. Own lists, from style guides' common stock; words that also end sentences
 * ("min", "art" in German) are left out unless they nearly always stand before something.
 */
const lines = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Titles, references and business forms that several languages share. */
const COMMON =
  "dr prof st nr no vol op ca vs mr mrs ms jr sr inc ltd co corp bros etc ed eds fig tel approx resp";

const BY_LANGUAGE: Readonly<Record<string, string>> = {
  de: `z.b z d.h d u.a u o.ä o.g s.o s.u i.d.r v.a v.chr n.chr u.s.w usw bzw ggf evtl inkl exkl zzgl abzgl bspw
    sog vgl mio mrd tsd str hl geb gest verh gen abs ziff kap anm hrsg aufl jh jhd std zt zz u.u
    dipl.-ing dipl ing mag hr fr frl frhr jan feb apr jun jul aug sept okt nov dez mo di mi do
    a.d a.m e.v i.a i.v p.a gem lt bez betr ehem einschl entspr erg gegr insb jew kgl lfd max mind mtl
    nachm näml österr röm schweiz staatl stv südl nördl östl westl tägl telef urspr verf vorm wg zw abb tab bd bde lfg nrn`,
  en: `e.g i.e a.m p.m u.s u.k u.n cf al gen col sgt lt capt cmdr adm maj gov sen rep rev hon pres supt
    jan feb mar apr jun jul aug sep sept oct nov dec mt ft rd ave blvd dept univ est assn mfg viz incl
    messrs mmes ph.d m.d b.a m.a d.c`,
  fr: `m mm mme mmes mlle mgr me p.ex c.-à-d c.à.d av apr env janv févr avr juil sept oct nov déc art chap cf
    éd hab ste sts tél bd`,
  es: `sr sra srta d dña ud uds ee.uu pág págs art núm tel av avda p.ej aprox depto ing lic gral ene feb mar
    abr may jun jul ago sept oct nov dic`,
  it: `sig sigg sig.ra dott avv ing on pag pagg art cap ecc es p.es s.p.a gen feb mar apr mag giu lug ago sett ott
    nov dic`,
  nl: `dhr mevr mw drs ir bijv b.v d.w.z o.a m.b.t t.o.v i.p.v enz blz art jan feb mrt apr jun jul aug sep okt nov dec`,
  pl: `np tzn tj itd itp m.in ul al pl prof inż mgr godz tys mln mld zob por r w św gen płk im`,
  ru: `г гг т.е т.д т.п т.к им ул руб коп тыс млн млрд стр см ср проф акад ген`,
  uk: `р рр т.д т.п т.зв ім вул грн тис млн млрд стор див проф акад ген`,
  tr: `sn dr av doç yrd vb vs bkz örn no cad sok mah m.ö m.s yy gen alb yzb bul apt`,
  ar: `د أ م هـ ص ج ق.م إلخ`,
};

const SETS = new Map(
  Object.entries(BY_LANGUAGE).map(([language, own]) => [language, lines(`${COMMON} ${own}`)]),
);
const UNKNOWN = lines(`${COMMON} ${BY_LANGUAGE.de} ${BY_LANGUAGE.en}`);
const NONE = lines(COMMON);

/** Abbreviations of a language; where it is not known, the German and English ones. */
export function abbreviationsOf(language: string | undefined): ReadonlySet<string> {
  return language === undefined ? UNKNOWN : (SETS.get(language) ?? NONE);
}
