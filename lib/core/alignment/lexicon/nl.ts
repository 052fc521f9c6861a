/** Dutch words by concept; see `en.ts` for the form. */
export const DUTCH = `
and en; or of; but maar echter; not niet; no geen nee noch; nothing niets; is is; are zijn bent; was was;
were waren; has heeft hebben hebt; had had hadden gehad; will zal zullen zou zouden;
become wordt worden werd werden geworden; can kan kunnen kon konden; must moet moeten moest;
want wil willen wilde; may mag mogen; do doet doen deed gedaan; make maakt maken gemaakt maakte;
go gaat gaan ging gegaan; come komt komen kwam gekomen; give geeft geven gaf gegeven;
see ziet zien zag gezien; say zegt zeggen zei gezegd vertel*; think denk* dacht gelooft;
know weet weten wist kent; find vindt vinden vond gevonden; put zet zetten gezet; stand staat staan stond;
show toont tonen laat; begin begin* begon; end einde eindig*; live leven leeft woont wonen; work werk*;
play speel* spel*; win win* won gewonnen; lose verlies* verloor; help help* hulp; with met; without zonder;
for voor; against tegen; from van uit vanaf; of van; to naar te aan tot; by door bij; at bij aan op om;
in in; on op; over over boven; under onder; between tussen; after na nadat; before voor voordat; since sinds;
until tot; while terwijl; because omdat want; as als zoals; than dan; when toen wanneer als; if als indien;
how hoe; who wie die; what wat; which welke welk die dat; where waar; why waarom; then dan toen;
there daar er; here hier; that dat die; this dit deze; these deze; the de het; a een; i ik mijn mij me;
you u uw je jij jullie; he hij hem zijn; she zij ze haar; it het; we wij we ons onze; they zij ze hun hen;
all alle alles allen; each elk elke ieder iedere; many veel vele; more meer; most meest meeste;
some sommige enkele; few weinig; other andere ander anderen; same zelfde hetzelfde dezelfde; both beide;
only alleen slechts; also ook; even zelfs; still nog; already al reeds; again weer opnieuw; always altijd;
never nooit; very zeer erg heel; almost bijna; now nu; today vandaag; yesterday gisteren; tomorrow morgen;
so zo dus; first eerst*; second tweede; third derde; last laatst*; next volgend*; one een één; two twee;
three drie; four vier; five vijf; six zes; seven zeven; eight acht; nine negen; ten tien; hundred honderd*;
thousand duizend*; million miljoen*; billion miljard*; percent procent %; year jaar jaren; month maand*;
week week weken; day dag dagen; hour uur uren; minute minuut minuten; monday maandag*; tuesday dinsdag*;
wednesday woensdag*; thursday donderdag*; friday vrijdag*; saturday zaterdag*; sunday zondag*;
january januari; february februari; march maart; april april; may mei; june juni; july juli; august augustus;
september september; october oktober; november november; december december; night nacht*; time tijd keer;
old oud*; new nieuw*; big groot grote; small klein*; good goed*; bad slecht*; long lang*; high hoog hoge;
world wereld*; country land*; city stad steden; street straat straten; house huis huizen; car auto*;
police politie*; government regering*; war oorlog*; dead dood dode*; water water; man man mannen;
woman vrouw*; child kind*; family famili* gezin*; people mensen; german duits* duitsland;
english engels* engeland; european europe* europa; game spel wedstrijd*; money geld;
company bedrijf bedrijven; article artikel*; advertisement advertentie*; comment reactie*; photograph foto*;
source bron*
`;
