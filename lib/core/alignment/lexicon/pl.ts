/** Polish words by concept; see `en.ts` for the form. */
export const POLISH = `
and i oraz a; or lub albo czy; but ale lecz jednak; not nie; nothing nic; is jest; are są; was był była było;
were byli były; has ma mają mieć; had miał miała mieli; will będzie będą; can może mogą móc mógł;
must musi muszą trzeba; want chce chcą; say powiedzi* mówi* stwierdzi*; know wie wiedz*; see widzi* zobacz*;
with z ze; without bez; for dla za; against przeciw*; from od z ze; to do ku; by przez; at przy u; in w we;
on na; over nad; under pod; between między; after po; before przed; since od; until do;
because ponieważ bo gdyż; as jako jak; than niż; when kiedy gdy; if jeśli jeżeli czy; how jak; who kto który;
what co; which który która które; where gdzie; why dlaczego; then potem wtedy; there tam; here tu tutaj;
that że tamten to; this ten ta to; these te ci; i ja mnie mój moja; you ty pan pani wy; he on jego jemu;
she ona jej; we my nas nasz; they oni one ich; all wszyst*; each każd*; many wiele dużo;
more więcej bardziej; some niektór* kilka; other inn*; same sam*; both oba obie obaj; only tylko;
also także również też; even nawet; still jeszcze wciąż; already już; always zawsze; never nigdy;
very bardzo; almost prawie; now teraz obecnie; today dziś dzisiaj; yesterday wczoraj; tomorrow jutro;
first pierwsz*; second drug*; third trzeci*; last ostatni*; next następn*; one jeden jedna jedno;
two dwa dwie dwóch; three trzy; four cztery; five pięć; six sześć; seven siedem; eight osiem; nine dziewięć;
ten dziesięć; hundred sto; thousand tysi*; million milion* mln; billion miliard* mld; percent procent* %;
year rok roku lat lata latach; month miesi*; week tydzie* tygod*; day dzień dni dnia; hour godzin*;
minute minut*; monday poniedział*; tuesday wtor*; wednesday środ*; thursday czwart*; friday piąt*;
saturday sobot*; sunday niedziel*; january styczeń stycznia; february luty lutego; march marzec marca;
april kwiecień kwietnia; may maj maja; june czerwiec czerwca; july lipiec lipca; august sierpień sierpnia;
september wrzesień września; october październik*; november listopad*; december grudzień grudnia; night noc*;
time czas*; old star*; new now*; big duż* wielk*; small mał*; good dobr*; world świat*; country kraj*;
city miast*; house dom*; police policj*; government rząd*; war wojn*; water wod*; woman kobiet*; child dzie*;
people ludz*; german niemiec* niemc*; polish pols*; money pieni*
`;
