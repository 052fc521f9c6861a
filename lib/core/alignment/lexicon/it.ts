/** Italian words by concept; see `en.ts` for the form. */
export const ITALIAN = `
and e ed; or o oppure; but ma però tuttavia; not non; no nessun nessuno nessuna né; nothing niente nulla;
is è c'è; are sono siamo; was era fu stato stata; were erano furono; has ha hanno avere;
had aveva avevano ebbe; can può possono potere potrebbe poteva; must deve devono dovere;
want vuole vogliono volere; do fa fanno fare fece fatto; make fa fanno fare fece fatto;
go va vanno andare andato; come viene vengono venire venuto; give dà danno dare dato diede;
see vede vedono vedere visto; say dice dicono dire detto disse afferm* dichiar* spiega*;
think pens* crede* credo; know sa sanno sapere conosc*; find trova*; put mette mettere messo posto;
show mostra*; begin inizi* cominc*; end fine finale termin*; live viv* vita; work lavor*; play gioc*;
win vinc* vint*; lose perd* pers*; help aiut*; with con; without senza; for per; against contro;
from da dal dalla dai dalle di; of di del della dei delle dello degli; to a al alla ai alle verso; by da;
at a presso; in in nel nella nei nelle; on su sul sulla sui sulle; between tra fra; after dopo; before prima;
since da; until fino; while mentre; because perché poiché; as come; than che di; when quando; if se;
how come; who chi; what cosa che; which che quale quali cui; where dove; why perché; then poi allora;
there là lì; here qui qua; that che quello quella; this questo questa; these questi queste;
the il lo la i gli le l; a un uno una; i io mi mio mia; you lei voi tu; he egli lui suo; she ella lei sua;
we noi nostro nostra ci; they essi loro; all tutto tutta tutti tutte; each ogni ciascun*;
many molti molte molto; more più; most maggior; some alcuni alcune qualche; few pochi poche poco;
other altro altra altri altre; same stesso stessa stessi; both entrambi entrambe; only solo soltanto;
also anche inoltre; even perfino persino; still ancora; already già; always sempre; never mai; very molto;
almost quasi; now ora adesso; today oggi; yesterday ieri; tomorrow domani; so così quindi; first prim*;
second second*; third terz*; last ultim*; next prossim*; one uno una; two due; three tre; four quattro;
five cinque; six sei; seven sette; eight otto; nine nove; ten dieci; hundred cent*; thousand mille mila;
million milion*; billion miliard*; percent % cento; year ann*; month mes*; week settiman*; day giorn*;
hour ora ore; minute minut*; monday lunedì; tuesday martedì; wednesday mercoledì; thursday giovedì;
friday venerdì; saturday sabato; sunday domenica; january gennaio; february febbraio; march marzo;
april aprile; may maggio; june giugno; july luglio; august agosto; september settembre; october ottobre;
november novembre; december dicembre; night notte; time tempo volta volte; old vecchi* antic*; new nuov*;
big grand*; small piccol*; good buon* bene; bad cattiv* male; long lung*; high alt*; world mondo mondiale;
country paese paesi; state stato stati; city città; street strada strade via; house casa case;
car auto macchina; police polizia; government governo; war guerra; dead mort*; water acqua; man uomo uomini;
woman donna donne; child bambin* figli*; family famigli*; people gente persone popolo;
german tedesc* germania; english ingles* inghilterra; european europe* europa; game gioco partita;
money soldi denaro; company azienda società impresa; article articolo; advertisement pubblicità;
comment comment*; photograph foto*; source fonte fonti
`;
