/** More German words by concept, of news, shops and manuals; see `en.ts` for the form. */
export const GERMAN_EVERYDAY = `
according laut zufolge gemäß; accept akzeptier* annehm* angenomm*; access zugang* zugriff* zutritt*; achieve
erreich* erziel*; activity aktivität* tätigkeit*; add hinzu füg* ergänz*; adult erwachsen*; advantage vorteil*
nutzen; advice rat beratung* rät riet; age alter* jährig*; agree einig* zustimm* stimmt vereinbar*; allow
erlaub* zulass* genehmig*; ambulance rettungswagen* krankenwagen* sanitäter*; angry wütend* wut ärger* empör*;
apartment wohnung*; apply bewerb* beantrag* antrag* gilt gelten; appointment ernenn* ernannt* termin*;
area-surface fläche* oberfläche*; asylum asyl*; author-too schriftsteller* autor* roman*; authority behörde* amt
ämter; award auszeichn* ausgezeichn* preis*; baby baby* säugling*; bag tasche* beutel* koffer*; ball ball bälle;
basis basis grundlage* basier* grund*; bath bad bäder dusche*; battery batterie* akku*; beach strand* strände
küste* ufer*; bear-carry tragen trägt trug getragen; beat schlag* schlug* geschlag*; belong gehör*;
benefit-state zuschuss* zulage*; birth geburt* geboren*; blood blut*; board vorstand* gremium* tafel*; bomb
bombe* explosion* sprengstoff*; bottle flasche*; box kasten* karton* kiste* dose*; break brech* brach* gebroch*
bruch*; bridge brücke*; burn brenn* brannt* verbrann* flamme* brand*; bring-in einführ* eingeführ* vorstell*
vorgestell*; cable kabel* leitung* draht*; camera kamera*; cancel absag* abgesag* stornier*; candidate kandidat*
bewerber*; capital hauptstadt* kapital*; care pflege* sorgfält* betreu* vorsicht*; career karriere* laufbahn*;
celebrate feier* fest; chance chance* gelegenheit* möglichkeit*; charge lad* auflad* gebühr* anklag*; cheap
billig* günstig* preiswert*; check-in prüf* überprüf* inspektion*; choose wähl* auswähl* auswahl* ausgewähl*;
christmas weihnacht*; citizen bürger* einwohner* anwohner* bewohner*; class klasse*; clean sauber* reinig* putz*
wasch*; clothes kleid* kleidung*; coffee kaffee*; collect sammel* samml* gesammel*; colleague kollege*
kollegin*; comfort komfort* bequem* gemütlich*; command-order bestell* befehl* auftrag* ordnung*; committee
ausschuss* kommission* komitee*; community gemeinde* gemeinschaft*; compare vergleich* verglich*; complain
beschwer* klag*; complete vollständig* komplett* ganz*; concern sorge* betreff* betrifft betroffen*; condition
bedingung* zustand* voraussetzung*; confirm bestätig*; connect verbind* verband* verbund* anschl* angeschl*;
construction baustelle* konstruktion* errichtung*; contact kontakt*; contain enthalt* enthält*; continue weiter*
fortsetz* fortges*; convince überzeug*; cook koch* küche*; council rat rats stadtrat* gemeinderat*; couple
paar*; cover abdeck* hülle* bezug* bedeck* decke*; create schaff* geschaff* erstell* gestalt*; crisis krise*;
crowd menge* menschenmenge*; culture kultur*; cut schneid* schnitt* kürz*; daily-life alltag*; dance tanz*
tänz*; deal-act handel* handl*; debate debatt* streit* diskussion*; decrease senk* gesenk* gesunk*; deep tief*;
defend verteidig*; delay verspät* verzöger*; deliver liefer* geliefer* zustell*; democracy demokrat*; depend
abhäng* häng*; describe beschreib* beschrieb*; design design* entwurf* entwirf* entworf*; destroy zerstör*;
detail einzelheit* detail*; determine feststell* festgestell* bestimm*; device gerät* ausrüst* ausstatt*;
digital digital*; direct direkt* richtung* unmittelbar*; discover entdeck*; distance abstand* entfern* strecke*;
divide teil* geteil* aufteil* spalt*; double doppel* verdopp*; draw zeich* zieh* zog* gezog*; dream traum*
träum*; dry trocken*; duty pflicht* verpflicht*; ear ohr*; education bildung* ausbild* ausgebild* erzieh*;
effective wirksam* effektiv*; element element* bestandteil* bauteil*; employ beschäftig* angestell* einstell*;
enemy feind* gegner*; engine motor*; enjoy genieß* genoss* freu*; enough genug ausreich* genüg*; enter eintret*
betret* eingang* einreis*; equal gleich* ebenso; equip ausgestatt* ausgerüst*; escape flucht* flieh* floh*
geflo* entkomm*; event veranstalt* ereignis*; evidence beweis* beleg* nachweis*; exact genau* exakt* präzis*;
exhibition ausstell* ausgestell*; exist existier* existenz* besteh* bestand*; expensive teuer* teure*; expert
experte* fachmann* fachleut* expertin*; export export* ausfuhr*; extend verläng* erweiter* ausdehn*; face
gesicht*; factory fabrik* werk werke* anlage*; fan fan fans anhäng*; farm bauer* bäuer* landwirt* hof; federal
bund* bundes*; feature merkmal* eigenschaft* funktion*; field feld* gebiet* bereich*; fight kampf* kämpf*
bekämpf* schlacht*; figure figur* zahl*; fill füll* gefüll*; fine geldstrafe* bußgeld* strafe* elfmeter*; finger
finger*; fish fisch*; fit pass* passend*; flood hochwasser* flut* überschwemm*; floor boden* stock etage*;
flower blume* garten* gärt*; fly flieg* flog* geflog* flug* flüge; foot fuß* füße*; force-compel zwing* zwang*
gezwung*; forget vergess* vergiss* vergaß*; form form* formular*; former ehemalig* früher* einstig*; found
gründ*; freeze frost* gefror* eingefror*; fresh frisch*; front vorder* front* vorn*; fruit obst* frucht*
früchte* gemüse*; fuel kraftstoff* benzin* treibstoff* sprit diesel*; function funktion* funktionier*; gain
zunahm* zuleg*; gap lücke*; general allgemein* generell*; generation generation*; gift geschenk* gabe*; glass
glas* gläser*; grandmother groß* oma opa enkel*; grandparent großmutter* großvater* großeltern; grave grab*
beerdig* begräb*; group gruppe*; guard schütz* schutz* geschütz* wach*; guest gast* gäst*; guide führer*
führung* leit* ratgeber*; guilty schuld*; habit gewohn* gewöhn* brauch*; hair haar* frisur*; hall halle* saal*;
happen passier* gescheh* ereign* geschah*; hate hass*; hear hör* gehört*; heat hitze* heiz* wärm*; heavy
schwer*; height höhe*; hero held*; hide versteck* verborg* verberg*; historical-monument denkmal* gedenk*
mahnmal*; hole loch* löcher*; holiday urlaub* ferien feiertag*; home-coming rückkehr* zurück* heimkehr*; honor
ehre* ehrung* geehr*; horse pferd*; hotel hotel*; hunger hunger* hungrig*; hunt jagd* jäg*; identify identifi*
erkenn* erkannt*; imagine vorstell* fantasi* phantasi*; improve verbess*; include einschließ* umfass* beinhalt*
enthalt*; income einkomm* lohn* löhne* gehalt*; independent unabhäng* selbst*; industry industrie* branche*;
infection infektion* infizier* ansteck*; inform inform* auskunft* unterricht*; insurance versicher*; install
installier* einbau* eingebaut* montier*; instruction anleit* anweis*; instrument instrument*; intend
beabsichtig* absicht* vorhab*; invest invest* anleg*; invite einlad* eingelad*; island insel*; issue
angelegenheit* ausgabe*; jewish jüd* jude*; join beitret* beitrat* mitmach* anschließ*; joke witz* spaß* lustig*
humor*; journalist journalist* reporter*; journey reis* fahrt* tour*; joy freud* freu* gern*; jump spring*
sprang* gesprung* sprung*; keep behalt* behält* bewahr*; key schlüssel* taste*; kill-murder mord* mörd* ermord*;
kind art arten sorte* typ*; king könig*; kiss kuss* küss*; knife messer*; lack mangel* fehl* knapp*; lake see
seen; lamp lampe* licht* leucht* beleucht*; land-landing land* gelandet*; late-arriv ankunft* ankomm* eintreff*
angekomm*; laugh lach* gelach* lächel*; launch einführ* start*; lawyer anwalt* anwält*; lead führ* geführ*
leit*; learn lern* gelern* erfahr*; leather leder*; leave verlass* verließ* abfahr* abreis*; leg bein* knie*;
length länge*; less weniger reduzier* verringer*; license lizenz* führerschein*; lift heb* gehob* aufzug*;
light-weight leicht*; limit grenze* begrenz* beschränk* einschränk*; line linie* zeile* reihe*; list liste*;
load last* belast* lad*; loan kredit* leih* darleh*; local lokal* örtlich* ort orte* hiesig*; lock schloss*
sperr* schließ*; loss verlust*; loud laut* lärm* geräusch*; luck glück*; magazin magazin* zeitschrift*; main
haupt* wichtigst*; majority mehrheit*; make-produce herstell* hergestell* produzier* produkt* produktion*;
manager manager* geschäftsführ* leiter*; mark zeichen* mark* kennzeich*; marry heirat* hochzeit* ehe verheirat*;
mask maske*; mass masse* massiv*; master meister*; material material* stoff*; maybe-likely wahrscheinlich*
voraussichtlich* vermutlich*; medal medaille*; media medien presse*; medicine medizin* medikament* arznei*;
member-parliament abgeordnet*; mental psych* geistig* seelisch*; metal metall* stahl* eisen*; method methode*
verfahren*; middle-age durchschnitt*; milk milch*; mind geist* sinn*; mirror spiegel*; miss vermiss* verpass*;
mistake fehler* irrtum*; mix misch* gemisch*; model modell*; modern modern*; monitor überwach* bildschirm*; mood
stimmung* laune* atmosphär*; moon mond* weltraum* weltall*; motorway autobahn*; mouth mund* maul*; move beweg*
umzieh* umzug* zog; museum museum* museen; mystery geheim* rätsel*; narrow eng* schmal*; nation nation* volk*;
nature natur*; necessary nötig* notwend*; neck hals* nacken*; need brauch* bedarf* bedürf* benötig*; negotiate
verhandl* verhandel*; neighbor nachbar*; nervous nerv*; network netz* netzwerk*; newsletter-mail post* mail*
brief*; nose nase*; note hinweis* notiz* beacht*; notice bemerk* merk* bekanntmach*; nuclear atom* kernkraft*
nuklear*; object gegenstand* objekt*; observe beobacht* zuschau* schau*; office büro* amt*; officer beamt*
offiziell*; online-shop einkauf* eingekauf*; operate betrieb* betreib* bedien* operation*; opposite gegenteil*
gegenüber*; option option* möglichkeit* variante*; orange orange* gelb*; organize organis* veranstalt*; origin
ursprüng* herkunft* ursprung* original*; outside außen* draußen außer*; owner besitz* eigentüm* inhaber*; pack
pack* verpack* paket*; pain schmerz* leid* litt*; paint mal* gemal* farbe* streich*; palace schloss* palast*
burg*; park park*; participant teilnehm* teilnahm* beteilig*; pass pass* bestand* verabschied*; past vergang*;
patience geduld*; pattern muster*; pension rente* rentner* ruhestand*; perfect perfekt* ideal* optimal*;
performance leistung* auftritt* aufführ* auftret*; period zeitraum* phase* periode*; permission genehmig*
erlaub* zulass*; person person* persönlich*; pet haustier*; phone-call angeruf* anruf*; piano klavier* gitarre*;
pilot pilot*; pipe rohr* leitung*; pity leider schade bedauer*; planet planet* erde; plastic plastik*
kunststoff*; plate platte* teller* gericht*; pocket tasche* fach*; poem gedicht* dichter*; poison gift*
vergift*; pollution emission* verschmutz* abgas*; poor arm arme* armut*; popular beliebt* populär*; position
position* stell* lage*; post-job stelle* posten* arbeitsplatz* arbeitsplätz*; pot topf* pfanne*; practice
praxis* praktisch* üb*; pray bet* gebet* relig*; prefer bevorzug* lieber; prepare vorbereit*; present gegenwärt*
aktuell* anwesen*; preserve erhalt* bewahr* aufrecht*; press-print drück* druck* gedrück*; prevent verhinder*
vermeid* verhüt*; price-reduction rabatt* ermäßig*; priest priester* papst* bischof* pfarrer*; print druck*
gedruck*; private privat*; process prozess* verfahren* vorgang* verarbeit*; product produkt* ware* erzeugnis*;
professor professor* dozent*; profit gewinn* profit*; program programm*; progress fortschritt*; prohibit
verbiet* verbot*; promise versprech* versprach*; promote förder* geförder*; propose vorschlag* vorschläg*
vorgeschlag*; protest protest* demonstr* kundgeb*; proud stolz*; provide bereit* biet* versorg*; province
provinz* bundesland*; punish bestraf* verurteil* urteil*; pure rein*; quality qualität*; quarter viertel*
quartal*; queue schlange* reihe*; quiet ruhig* still* ruhe schweig*; race rennen* rasse* wettlauf*; radio radio*
rundfunk*; raise erhöh* anheb* aufzieh*; range reichweite* bereich* sortiment*; rare selten*; react reagier*
reaktion*; real echt* wirklich* tatsächlich* real*; recall erinner*; receive empfang* empfäng*; recognize
erkenn* erkannt* anerk*; recommend empfehl* empfiehl* empfohl*; record rekord* aufzeich* aufnahm* aufnehm*;
recover erhol* genes*; reform reform*; refuse ablehn* abgelehn* weiger* verweiger*; register anmeld* angemeld*
regist*; relation beziehung* verhältnis*; release veröffentlich* entlass* freilass*; remove entfern* beseitig*;
rent miet* vermiet*; repair repar* instand*; repeat wiederhol*; replace ersetz* austausch* ersatz*;
representative vertret* vertrat* repräsent*; republic republik*; rescue-save rett* gerettet* spar*; researcher
forsch* wissenschaft*; reserve reserv*; resign rücktritt* zurücktret* zurückgetret*; resist widersteh*
widerstand* beständig*; respect respekt*; responsible verantwort* zuständ*; rest rest* übrig*; restaurant-inn
gaststätt* kneipe* wirt* lokal*; rich reich*; ring ring* klingel*; rival konkurr* wettbewerb*; roof dach*
dächer*; round rund* runde*; run lauf* läuf* lief* gelauf* renn*; sand sand*; satisfied zufried*; scene szene*
schauplatz*; schedule zeitplan* fahrplan* termin*; screen bildschirm* display* leinwand*; screw schraub*
verschraub*; seat sitz* saß* gesess* stuhl* stühl*; section abschnitt* abteil*; sector sektor* branche*; seem
schein* erschein* offenbar* anscheinend*; self selbst sich; send send* schick* gesend* geschick* gesand*; sense
sinn*; separate getrenn* trenn* separat*; series serie* reihe*; serve dien* bedien* service* dienst*; set-up
einstell* eingestell* anpass* angepass*; settlement siedlung*; sex sex* geschlecht*; shape form* gestalt*; sheet
blatt* blätt* laub*; shine schein* glänz* leucht*; shirt hemd* jacke* hose*; shock schock* erschütter*; shoe
schuh* stiefel*; shoot schieß* schoss* schuss* geschoss*; shoulder schulter*; sign zeichen* unterschreib*
unterzeich*; signal signal*; simple einfach*; situation situation* lage*; size größe*; skin haut* fell*; sky
himmel*; sleep schlaf* schläf* schlief* bett*; smoke rauch* zigarett*; society gesellschaft*; soft weich*
sanft*; software software*; solution lösung* lös* gelös*; sort-out klär* geklär*; soul seele*; sound klang*
klinge* ton töne*; soup suppe*; space-place stelle* standort* ort*; special speziell* besonder* sonder*; speech
sprech* sprach* gesproch* rede*; speed geschwindig* tempo*; spend ausgeb* ausgaben ausgegeb* verbring*;
split-off riss* risse*; sport-training training* trainier*; spread verbreit* ausbreit* ausgebreit*;
spring-source quelle* feder*; staff-shortage personal*; stadium stadion* arena*; stairs treppe* stufe* schritt*;
standard standard* norm*; star star stars stern*; statement erklär* aussag* stellungnahm*; station bahnhof*
station* sender*; steal dieb* stehl* stahl* gestohl* raub* einbruch*; stick kleb* geklebt* stock*; stop stopp*
anhalt* haltestelle* stoppt*; storm sturm* stürm* wind* orkan*; story geschicht* erzähl*; strange seltsam*
merkwürd* fremd*; strategy strategie*; stress stress* betont* beton*; strike-labor streik*; structure struktur*
aufbau*; style stil*; suffer-harm schaden* leid*; suggestion tipp* hinweis* ratschl*; suit anzug* geeign* eign*;
surprise überrasch*; survey umfrage* befrag*; survive überleb*; sweet süß* zucker*; swim schwimm* schwamm*;
switch schalt* umschalt* wechsel*; sympathy sympath* mitleid*; symptom symptom*; table tisch* tabelle*;
take-part teilnehm* besuch*; take-off bekleid*; target-audience publikum* zuschau*; task aufgabe* auftrag*; tea
tee; tear träne* wein*; temple tempel* moschee* synagog*; term begriff* amtszeit*; terror terror*; test test*
prüf* versuch*; text text*; thank dank* bedank*; thick dick* dicht*; thin dünn*; throw werf* warf* geworf* wirf*
wurf*; ticket ticket* karte* fahrkart*; tired müde*; title titel* überschrift*; tool werkzeug* hilfsmittel*;
tooth zahn* zähne*; top oben spitze* ober*; touch berühr*; tourist touris*; tower turm* türm*; toy spielzeug*
puppe*; tradition tradition*; transfer übertrag* überweis* wechsel*; transport-goods lkw* lastwagen* fracht*
güter*; trap falle*; treat behandl* behandel* therap*; tree baum* bäum*; trial prozess* verhandl* gericht*;
trust vertrau*; tunnel tunnel*; turn dreh* gedreh* wend* umdreh*; twin zwilling*; typical typisch*; unemployed
arbeitslos*; union union* gewerkschaft*; unit einheit*; unknown unbekannt*; user nutzer* benutzer* anwender*;
usual üblich* normal* gewöhnlich*; value wert*; various verschied* unterschied* divers*; verdict urteil*
entschied*; victory-win triumph*; violence gewalt*; visible sichtbar*; voice stimme*; voltage spannung* volt*;
volunteer freiwillig* ehrenamt*; wait wart* gewart*; walk geh* spazier* wander*; wall wand* wände* mauer*;
want-wish wunsch* wünsch* gewünsch*; warn warn* alarm*; waste müll* abfall* abfäll* verschwend*; wave welle*;
web-site webseite* website* internetseite*; weight gewicht* wieg* wog*; wheel reifen* räder* lenkrad*; whole
gesamt* ganz*; wide breit* weit*; wild wild*; window fenster*; wine-grape traube* wein*; wing flügel*; wire-less
funk* drahtlos*; wood holz* hölzern*; workshop werkstatt* werkstätt* workshop*; worth-see sehenswürd*
attraktiv*; wrap wickel* hüll*; zone zone*; zoo zoo tierpark*
`;
