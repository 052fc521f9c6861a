/**
 * English words by concept. Entries end with a semicolon: the concept, which in English is a form as well,
 * then further forms; "*" stands for an ending of up to three letters. Numbers in digits begin
 * with "#". The other languages list their words for the same concepts.
 */
export const ENGLISH = `
and; or; but however yet though;
not n't don't didn't doesn't isn't wasn't aren't weren't can't couldn't won't wouldn't cannot hasn't haven't hadn't;
no none neither nor; nothing anything; nobody anyone; is it's that's be being been; are we're they're you're;
was; were; has have having i've we've they've; had; will would i'll we'll going;
become becomes became becoming; can could able; must has have should need; should supposed ought;
want wants wanted; may might allowed; let lets leave left; do does did done doing; make makes made making;
go goes went gone going; come comes came coming; give gives gave given there; see sees saw seen look;
say says said saying told tell tells stated states; think thinks thought believe*; know knows knew known;
find finds found; take takes took taken taking; get gets got receive*; put set place*; stand stands stood;
lie lies lying lay; show shows showed shown showing; begin* begins began begun start* beginning;
end ends ended ending final* finish*; live lives lived living life; work works worked working job jobs;
play* plays played playing; win wins won winning winner; lose loses lost losing; help*; ask* question*;
write writes wrote written; read*; report* announce* according; try tries tried attempt*; hold holds held;
bring* brought; remain* remains stay*; mean* means meant; expect*; follow*; explain*; support*;
use* used using; build* built; open* opened; close* closed; pay* paid; buy* bought; sell* sold sale sales;
cost* price*; plan* planned; decide* decision*; call* named called; hope*; love* loved like;
feel* felt feeling; with; without; for in-favor; against versus; from of out; of; to; by; at;
in into inside within; on onto upon; over above; under below; between among; through during;
around about approximately roughly; about concerning regarding; after afterwards since;
before ago previously prior; behind; next beside alongside; since; until till; while during whereas;
because due since; despite although though; instead; as like; than; when whenever once; if whether; how;
who whom whose; what; which that; where; why; then; there; here; that; this these; those; the; a an;
i my me mine; you your yours; he him his himself; she her hers herself; it its itself; we us our ours;
they them their themselves; one ones someone people; own; all every everything everyone; each;
many much lot lots numerous; more; most; some several; few little less; other others another; same; such;
both; only just merely; also too well additionally; even; still yet; already; again; always ever; never;
often frequently; sometimes; perhaps maybe possibly; very really; almost nearly; now currently; today;
yesterday; tomorrow; soon; later; early earlier; so thus therefore hence; indeed; namely;
especially particularly; first firstly initially; second secondly #2; third #3; last latest past;
next following; zero #0; one #1 once; two #2 twice; three #3; four #4; five #5; six #6; seven #7; eight #8;
nine #9; ten #10; eleven #11; twelve #12; twenty #20; thirty #30; forty #40; fifty #50; hundred* #100;
thousand* #1000; million*; billion*; half; third-part; percent % cent; euro* €; dollar* $;
year* annual* yearly; month* monthly; week* weekly; weekend; day* daily; hour* o'clock; minute*;
second-time seconds; monday; tuesday; wednesday; thursday; friday; saturday; sunday; january jan;
february feb; march mar; april apr; may; june jun; july jul; august aug; september sept sep; october oct;
november nov; december dec; spring; summer; autumn fall; winter; morning a.m; evening tonight; night nights;
noon p.m afternoon; time times; moment; century centuries decade*; old older oldest elderly;
new newly newer news; young younger; big large great huge; small little smaller; good well better best;
bad badly worse worst; long longer; short shortly brief*; high highly higher highest; low lower;
strong* strength; weak*; right correct*; left; wrong false; important importance; possible possibility;
impossible; difficult* hard; easy easily simple simply; clear*; free freedom; full; empty; near nearby close;
far away; public*; political politics politically policy; economic economy economics economically business;
social*; international*; national nation*; european* europe; german* germany;
english england british britain; french france; italian italy; spanish spain; russian* russia;
american* usa us america; chinese china; turkish turkey; polish poland; ukrainian ukraine; austrian austria;
swiss switzerland; dutch netherlands; greek greece; world* global*; country countries land rural; state*;
city cities town urban municipal*; village*; street* road roads; place* square; house* home building;
room* space; door*; car cars vehicle* auto*; train* railway rail; bus buses; ship* boat;
plane* aircraft flight*; airport; police officer*; court* judge*; law* legal*; right-law rights;
crime criminal* offence*; prison jail custody; government*; minister* ministry secretary; president*;
chancellor*; parliament*; party parties; election* vote* voter* ballot; mayor; head boss chief leader*;
member*; war wars; peace*; army military troops soldier*; weapon* arms gun*; attack*; victim*;
dead death* killed died die dies deadly fatal*; injured injury injuries wounded hurt; accident* crash*;
fire* firefighter*; water; air; earth soil; sea ocean; river; mountain* mount mt; snow*; ice glacier*;
rock* cliff*; stone*; summit* peak*; valley*; path* trail*; rope*; hut huts cabin*; forest* wood*;
weather rain; sun sunny; animal*; dog dogs; cat cats; man men; woman women mrs ms wife; mr lord gentleman;
child children kids; boy; girl*; family families; father dad; mother mom mum; parents; son sons; daughter*;
brother*; sister*; friend*; people persons population; human*; name*; word*; language*;
picture* image* photo*; photograph*; book*; newspaper* paper; article*; letter*; page*; number*; part*;
side*; end-of; hand*; eye*; head-body heads; heart*; body bodies; health* healthy; hospital* clinic*;
doctor* physician*; patient*; disease* illness* sick ill; virus; pandemic; vaccination* vaccin*;
school* pupil* student*; teacher*; university universities; science scient* research*; study studies; money;
bank*; company companies firm firms enterprise*; customer* client*; market*; trade*; worker* employee* staff;
employer*; tax taxes; million-money; budget; debt; energy; electricity power current; gas; oil;
food* eat ate eating meal*; drink*; bread; meat; beer; wine; shop* store*; restaurant*; game* match*;
player*; team*; coach* trainer*; club* association; goal* target*; point*; season*; league; victory win;
defeat; champion*; final; sport* athlete*; football soccer; music* song*; film* movie* cinema; art artist*;
theater theatre stage; church*; god; problem*; question; answer* respond* response reply; reason* cause*;
example*; case*; fact*; idea*; way ways path; thing things matter*; truth true; power-force force*;
danger* threat* risk*; safe* safety security secure*; fear* afraid; criticism critic*; demand* require* call;
agreement* contract deal treaty; talk* talks conversation* discuss* discussion*; meeting* meet met; visit*;
conference*; project*; development* develop*; change*; growth grow* increase* rise* rose;
decline* decrease* fall fell reduce* drop*; border*; refugee* migrant*; foreign* abroad; interior home;
east*; west*; north*; south*; center* centre* middle; district*; region* area*; data; computer*;
internet online web; phone* telephone mobile call; message*; video*; television tv;
technology technologies technical; machine*; app apps application*; system*; advertisement* ad ads advert*;
comment*; share* shared; subscribe* subscription* subscriber*; newsletter; source*; author*;
editor* editorial; translation* translated; reading read; click*; button; cookies; content*; display* shown;
menu; search*; topic* subject* theme; related interested interest*; update* updated; archive*;
gallery slideshow; caption; symbol* symbolic; opinion* view*; rights reserved; reproduction copying;
publisher publish* published; offer*; correction* corrected corrected; version*; map maps; free-cost; black;
white; red; green; blue; color* colour*; gold*; hot warm; cold; beautiful* nice pretty; happy happiness glad;
sad; alone lonely; together; own-have property; quick* fast; slow*; late; young-people youth teenager*;
suspect* alleged*; investigation* investigat* prosecutor*; arrest*; witness*; driver* drive* drove driven;
passenger*; street-traffic traffic transport*; bicycle* bike* cyclist*; emergency rescue*; damage*;
meter* metre*; kilometer* kilometre* km; degree*; temperature*; climate; environment*; future;
history historic*; memory remember* reminder; experience*; goal-aim aim*; success*; failure fail*; effort*;
measure*; rule* regulation*; control* check*; result*; consequence*; effect* impact; influence*; role*;
level*; rate*; amount* sum; average; total* overall; least minimum; maximum;
according accord*; accept accept*; access access*; achieve achiev* reach*; activity activ* activit*; add add
added adds adding; adult adult* grown-up; advantage advantag* benefit*; advice advice advis* counsel*; age age
aged ages; agree agree*; allow allow* permit*; ambulance ambulan* paramedic*; angry angry anger outrag*;
apartment apartment* flat flats; apply appl* applic*; appointment appoint*; area-surface surface*; asylum asyl*;
author-too writer* novel*; authority authorit*; award award* prize*; baby bab* infant*; bag bag bags handbag*
suitcase*; ball ball balls; basis basis based base basic; bath bath* shower*; battery batter*; beach beach*
coast* shore*; bear-carry carry carries carried wear wearing worn wore; beat beat* hit struck strike*; belong
belong*; benefit-state allowanc*; birth birth* born; blood blood*; board board* panel*; bomb bomb* explos*;
bottle bottle*; box box boxes case cases; break break* broke broken; bridge bridge*; burn burn* flame* blaze;
bring-in introduc*; cable cabl* wire* wiring; camera camera*; cancel cancel*; candidate candidat* applicant*;
capital capital*; care care careful caring nurs*; career career*; celebrate celebrat* party; chance chance*
opportunit*; charge charg*; cheap cheap* inexpensive; check-in inspect* examin*; choose choos* choice* select*;
christmas christmas; citizen citizen* resident* inhabitant*; class class*; clean clean* wash*; clothes cloth*
dress* garment*; coffee coffee*; collect collect* gather*; colleague colleague* co-worker*; comfort comfort*;
command-order order*; committee committee* commission*; community communit* municipalit*; compare compar*;
complain complain* complaint*; complete complet* entire*; concern concern* worr*; condition condition*; confirm
confirm*; connect connect* link*; construction construct*; contact contact*; contain contain*; continue
continu*; convince convinc*; cook cook* kitchen*; council council*; couple couple* pair*; cover cover*; create
creat*; crisis cris*; crowd crowd*; culture cultur*; cut cut cuts cutting; daily-life everyday routine; dance
danc*; deal-act act acts acting; debate debat* disput* argu*; decrease lower* cut; deep deep* depth*; defend
defend* defen*; delay delay*; deliver deliver* suppl*; democracy democra*; depend depend*; describe describ*
descript*; design design*; destroy destroy* destruct*; detail detail*; determine determin* establish*; device
devic* applianc* equipment; digital digital*; direct direct*; discover discover*; distance distanc*; divide
divid* split*; double doubl*; draw draw* drew drawn; dream dream*; dry dry*; duty dut* obligation*; ear ear
ears; education educat* train*; effective effectiv*; element element* component*; employ employ* hire*; enemy
enem* oppos* opponent*; engine engin* motor*; enjoy enjoy*; enough enough sufficien*; enter enter* entry
entrance; equal equal*; equip equip*; escape escap* fled flee*; event event*; evidence evidenc* proof prove*;
exact exact* precis*; exhibition exhibit*; exist exist*; expensive expensive; expert expert*; export export*;
extend extend* extens*; face face faces; factory factor* plant plants; fan fan fans supporter*; farm farm*
agricult*; federal federal; feature featur*; field field*; fight fight* fought combat* battle*; figure figur*;
fill fill*; fine fine fines penalt*; finger finger*; fish fish*; fit fit fits fitted fitting; flood flood*;
floor floor* ground; flower flower* garden*; fly fly flies flew flying; foot foot feet; force-compel forc*
compel*; forget forgot* forget*; form form*; former former* ex; found found*; freeze frozen freez* frost*; fresh
fresh*; front front*; fruit fruit* vegetable*; fuel fuel* petrol gasoline diesel; function function*; gain
gained gains; gap gap gaps; general general*; generation generation*; gift gift* present*; glass glass*;
grandmother grand*; grandparent grandmother* grandfather*; grave grave* buri* funeral; group group*; guard
guard* protect*; guest guest*; guide guid*; guilty guilt*; habit habit* custom* used; hair hair*; hall hall*;
happen happen* occur*; hate hate* hatred; hear hear* heard listen*; heat heat* heating; heavy heav* severe*
serious*; height height; hero hero*; hide hid* hidden; historical-monument monument* memorial*; hole hole*;
holiday holiday* vacation*; home-coming return*; honor honor* honour*; horse horse*; hotel hotel*; hunger hung*
starv*; hunt hunt*; identify identif*; imagine imagin* fantas*; improve improv*; include includ*; income income*
wage* salar*; independent independen*; industry industr*; infection infect*; inform inform*; insurance insur*;
install install*; instruction instruct* manual*; instrument instrument*; intend inten*; invest invest*; invite
invit*; island island*; issue issue* matter*; jewish jew*; join join*; joke jok* fun funny humor*; journalist
journalis* report*; journey journey* travel* trip trips tour*; joy joy* delight* pleas*; jump jump* leap*; keep
keep* kept; key key*; kill-murder murder*; kind kind kinds sort sorts type*; king king queen royal*; kiss kiss*;
knife knife knives stab*; lack lack* shortag* missing; lake lake*; lamp lamp* light*; land-landing land landed
landing*; late-arriv arriv*; laugh laugh* smil*; launch launch*; lawyer lawyer* attorney*; lead lead leads led
leading; learn learn* learnt; leather leather*; leave depart*; leg leg legs knee*; length length; less fewer
reduc*; license licen*; lift lift* elevator*; light-weight lightweight; limit limit* restrict*; line line*; list
list*; load load*; loan loan* credit* lend*; local local*; lock lock*; loss loss losses; loud loud* noise*
noisy; luck luck* fortun*; magazin magazine*; main main mainly major; majority majorit*; make-produce produc*
manufactur*; manager manag*; mark mark*; marry marr* wedding*; mask mask*; mass mass massive*; master master*;
material material* fabric*; maybe-likely likely probab*; medal medal*; media media press; medicine medic* drug*;
member-parliament deput* lawmaker*; mental mental* psych*; metal metal* steel* iron; method method*; middle-age
average; milk milk*; mind mind minds spirit*; mirror mirror*; miss miss missed; mistake mistake* error* fault*;
mix mix*; model model*; modern modern*; monitor monitor* surveil*; mood mood* atmospher*; moon moon* space;
motorway motorway* highway* freeway*; mouth mouth*; move mov*; museum museum*; mystery myster* secret*; narrow
narrow* tight*; nation nation* people; nature natur*; necessary necess*; neck neck* throat*; need need*;
negotiate negotiat*; neighbor neighbo*; nervous nerv*; network network*; newsletter-mail mail* email* post; nose
nose*; note note*; notice notic*; nuclear nuclear atom*; object object*; observe observ* watch*; office office*;
officer official*; online-shop shop* purchas*; operate operat*; opposite opposit* contrary; option option*;
orange orange* yellow; organize organi*; origin origin*; outside outsid* outdoor*; owner owner* owns owned; pack
pack*; pain pain* ache* suffer*; paint paint*; palace palace* castle*; park park*; participant particip*; pass
pass passes passed; past past; patience patien*; pattern pattern*; pension pension* retire*; perfect perfect*
ideal*; performance perform*; period period* phase*; permission permi* approv*; person person*; pet pet pets;
phone-call called; piano piano* guitar*; pilot pilot*; pipe pipe* tube*; pity pit* unfortunate*; planet planet*;
plastic plastic*; plate plate* dish*; pocket pocket*; poem poem* poet*; poison poison* toxic*; pollution pollut*
emission*; poor poor* povert*; popular popular*; position position*; post-job job position; pot pot pots pan;
practice practic*; pray pray* relig*; prefer prefer*; prepare prepar*; present present* current*; preserve
preserv* maintain*; press-print press* push*; prevent prevent* avoid*; price-reduction discount*; priest priest*
pope bishop*; print print*; private privat*; process process* procedur*; product product*; professor professor*
academic*; profit profit*; program program*; progress progress*; prohibit prohibit* ban banned bans forbid*;
promise promis*; promote promot* encourag*; propose propos* suggest*; protest protest* demonstrat* rall*; proud
proud pride; provide provid*; province province*; punish punish* sentenc* convict*; pure pure*; quality qualit*;
quarter quarter*; queue queue* row rows; quiet quiet* calm* silen*; race race* racing; radio radio*; raise
rais*; range range*; rare rare*; react react* respons*; real real* actual*; recall recall*; receive recipien*;
recognize recogni*; recommend recommend*; record record*; recover recover*; reform reform*; refuse refus*
reject*; register regist*; relation relation*; release releas*; remove remov*; rent rent* tenant*; repair
repair* fix*; repeat repeat*; replace replac*; representative representativ* represent*; republic republic*;
rescue-save sav*; researcher research* scientist*; reserve reserv*; resign resign*; resist resist*; respect
respect*; responsible responsib*; rest rest remaining; restaurant-inn pub pubs bar bars inn; rich rich* wealth*;
ring ring*; rival rival* compet*; roof roof*; round round*; run run runs ran running runner*; sand sand*;
satisfied satisf* content; scene scene*; schedule schedul* timetab*; screen screen*; screw screw* bolt*; seat
seat* chair* sit sat sitting; section section* paragraph*; sector sector*; seem seem* appear* apparent*; self
himself herself itself themselves; send send* sent; sense sens*; separate separat*; series series; serve serv*;
set-up settings adjust*; settlement settlement*; sex sex* gender; shape shap*; sheet sheet* leaf leaves; shine
shin*; shirt shirt* jacket* trouser*; shock shock*; shoe shoe* boot*; shoot shoot* shot* fire*; shoulder
shoulder*; sign sign*; signal signal*; simple simpl*; situation situation*; size size*; skin skin*; sky sky
skies; sleep sleep* slept bed beds; smoke smok* cigaret*; society societ*; soft soft*; software software;
solution solution* solv*; sort-out clarif* clear*; soul soul*; sound sound* tone*; soup soup*; space-place spot*
site* locat*; special special* particular*; speech speech* speak* spoke*; speed speed*; spend spend* spent
expens*; split-off crack*; sport-training practice; spread spread*; spring-source spring*; staff-shortage
personnel; stadium stadium* arena*; stairs stair* step*; standard standard*; star star*; statement statement*;
station station*; steal theft* thief stole* steal* robber* burgl*; stick stick*; stop stop* halt*; storm storm*
wind* hurrican*; story stor* tale*; strange strang* odd weird; strategy strateg*; stress stress* emphasi*;
strike-labor strike*; structure structur*; style styl*; suffer-harm harm*; suggestion tip tips hint*; suit suit*
fitting; surprise surpris*; survey survey* poll*; survive surviv*; sweet sweet* sugar*; swim swim* swam pool*;
switch switch*; sympathy sympath*; symptom symptom*; table table*; take-part attend*; take-off clothing;
target-audience audienc* spectator* viewer*; task task* mission*; tea tea; tear tear tears cry cried weep*;
temple temple* mosque* synagog*; term term*; terror terror*; test test*; text text*; thank thank* grateful*;
thick thick*; thin thin*; throw throw* threw*; ticket ticket*; tired tired*; title title* headlin*; tool tool*;
tooth tooth* teeth dentist*; top top; touch touch*; tourist touris*; tower tower*; toy toy* doll*; tradition
tradition*; transfer transfer*; transport-goods freight* truck* lorr*; trap trap*; treat treat* therap*; tree
tree*; trial trial* hearing*; trust trust* confid*; tunnel tunnel*; turn turn* rotat*; twin twin*; typical
typical*; unemployed unemploy*; union union*; unit unit*; unknown unknown; user user*; usual usual* normal*
common*; value valu* worth; various various differ* divers*; verdict ruling* ruled; victory-win triumph*;
violence violen*; visible visib*; voice voic*; voltage volt*; volunteer volunteer*; wait wait*; walk walk* hik*;
wall wall*; want-wish wish* desir*; warn warn* alert*; waste wast* garbag* rubbish; wave wave*; web-site
website* homepag*; weight weigh*; wheel wheel* tire tires tyre*; whole whole; wide wide* width broad*; wild
wild*; window window*; wine-grape grap*; wing wing*; wire-less wireless radio; wood wood wooden timber; workshop
workshop*; worth-see sight* attract*; wrap wrap*; zone zone*; zoo zoo
`;
