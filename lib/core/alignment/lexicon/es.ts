/** Spanish words by concept; see `en.ts` for the form. */
export const SPANISH = `
and y e; or o u; but pero sino aunque; not no; no ningún ninguna ninguno ni; nothing nada; is es está;
are son están somos; was era fue estaba estuvo; were eran fueron estaban; has ha han haber hay;
had había habían hubo; can puede pueden poder podría podía pudo; must debe deben deber tiene tienen;
want quiere quieren querer; do hace hacen hacer hizo hecho; make hace hacen hacer hizo hecho;
go va van ir fue iba; come viene vienen venir vino; give da dan dar dio dado; see ve ven ver visto vio;
say dice dicen decir dijo dicho afirm* declar* explicó; think piens* cree* creo;
know sabe saben saber conoc*; find encuentr* encontr* hall*; put pone ponen puso puesto poner;
show muestr* mostr*; begin comienz* comenz* empez* empiez* inicio; end fin final termin*; live viv* vida;
work trabaj*; play jug* jueg*; win gan*; lose perd* pierd*; help ayud*; with con; without sin; for para por;
against contra; from de desde del; of de del; to a al hacia; by por; at en a; in en dentro; on en sobre;
between entre; after después tras; before antes; since desde; until hasta; while mientras;
because porque pues; as como; than que; when cuando; if si; how cómo; who quien quién quienes; what qué;
which que cual cuales; where donde dónde; why qué por; then entonces luego; there allí ahí; here aquí;
that que eso ese esa aquel; this este esta esto; these estos estas; the el la los las lo; a un una;
i yo mi me; you usted ustedes tú; he él su; she ella su; it lo ello; we nosotros nos nuestro nuestra;
they ellos ellas sus; all todo toda todos todas; each cada; many muchos muchas mucho; more más; most mayoría;
some algunos algunas unos unas alguno; few pocos pocas poco; other otro otra otros otras;
same mismo misma mismos; both ambos ambas; only sólo solo solamente; also también además; even incluso aun;
still todavía aún; already ya; always siempre; never nunca jamás; very muy; almost casi; now ahora;
today hoy; yesterday ayer; tomorrow mañana; so así tan; first primer* primero; second segund*; third tercer*;
last último* última*; next próxim* siguiente*; one uno una; two dos; three tres; four cuatro; five cinco;
six seis; seven siete; eight ocho; nine nueve; ten diez; hundred cien*; thousand mil; million mill*;
percent % ciento; year año*; month mes*; week semana*; day día*; hour hora*; minute minuto*; monday lunes;
tuesday martes; wednesday miércoles; thursday jueves; friday viernes; saturday sábado*; sunday domingo*;
january enero; february febrero; march marzo; april abril; may mayo; june junio; july julio; august agosto;
september septiembre; october octubre; november noviembre; december diciembre; night noche*;
time tiempo vez veces; old viej* antigu*; new nuev*; big gran*; small pequeñ*; good buen* bien; bad mal*;
long larg*; high alt*; world mundo mundial*; country país*; state estado*; city ciudad*; street calle*;
house casa*; car coche* auto*; police policía*; government gobierno*; war guerra*; dead muert*; water agua*;
man hombre*; woman mujer*; child niño* niña* hij*; family famili*; people gente personas pueblo;
german alemán* alemana* alemania; english inglés* inglaterra; european europe* europa; game juego* partido*;
money dinero; company empresa*; article artículo*; advertisement publicidad anuncio*; comment comentario*;
photograph foto*; source fuente*
`;
