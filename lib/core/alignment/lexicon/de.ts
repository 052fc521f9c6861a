/** German words by concept; see `en.ts` for the form. */
export const GERMAN = `
and und sowie
or oder beziehungsweise bzw
but aber jedoch doch allerdings sondern
not nicht
no kein keine keinen keinem keiner keines nein weder
nothing nichts
nobody niemand niemanden niemandem
is ist sei
are sind seien
was war wäre
were waren wären wurden
has hat habe haben
had hatte hatten hätte hätten gehabt
will wird werde werden würde würden
become wird werden wurde wurden geworden worden
can kann können könne könnte könnten konnte konnten
must muss müssen müsse musste mussten müsste müssten braucht brauchen
should soll sollen solle sollte sollten
want will wollen wolle wollte wollten möchte möchten
may darf dürfen dürfe durfte dürfte dürften
let lassen lässt ließ ließen gelassen lasse
do tun tut tat getan
make machen macht machte gemacht mache
go gehen geht ging gegangen gehe gingen
come kommen kommt kam gekommen komme kamen
give geben gibt gab gegeben gebe es
see sehen sieht sah gesehen gesehn sehe
say sagt sagte sagen gesagt sage erklärt* erklärte teilte meint* meinte
think denk* dacht* gedacht glaub* meinen
know wissen weiß wusste wisse gewusst kennen kennt bekannt*
find finden findet fand gefunden finde
take nehmen nimmt nahm genommen
get bekommen bekommt bekam erhalten erhält erhielt kriegen
put setzen setzt setzte gesetzt stellen stellt stellte gestellt legen
stand stehen steht stand gestanden stehe
lie liegen liegt lag gelegen liege
show zeigen zeigt zeigte gezeigt zeige
begin beginn* begann begonnen anfang* start*
end ende endet endete beenden enden
live leben lebt lebte gelebt lebens
work arbeit* gearbeitet
play spielen spielt spielte gespielt
win gewinn* gewann gewonnen
lose verlier* verlor* verloren
help hilf* helf* half geholfen hilfe
ask frag* gefragt
write schreib* schrieb* geschrieben
read lesen liest las gelesen
report bericht* berichtet laut angaben mitteil* mitgeteilt
try versuch*
hold halten hält hielt gehalten
bring bringen bringt brachte gebracht
remain bleib* blieb* geblieben
mean bedeut* heißt
expect erwart*
follow folg* gefolgt
explain erklär*
support unterstütz*
use nutz* benutz* genutzt verwend* einsatz
build bau* gebaut
open öffn* geöffnet offen*
close schließ* geschlossen schloss
pay zahl* bezahl* gezahlt
buy kauf* gekauft
sell verkauf*
cost kost* gekostet preis*
plan plan* geplant*
decide entscheid* entschied* beschloss* beschlossen
call nennen nennt nannte genannt rufen ruft rief
hope hoff*
love lieb* geliebt
feel fühl* gefühl*
with mit
without ohne
for für
against gegen
from von vom aus ab
of von vom des der
to zu zum zur nach an
by von durch vom
at bei beim am an um im
in in im ins
on auf am an aufs
over über übers
under unter unterm
between zwischen
through durch
around um rund etwa circa ca ungefähr
about über um von
after nach nachdem danach
before vor vorher bevor zuvor vorm
behind hinter
next neben
since seit seitdem
until bis
while während
because weil da denn wegen
despite trotz obwohl
instead statt anstatt stattdessen
as als wie
than als
when wenn als wann
if wenn ob falls
how wie
who wer wen wem der die
what was
which welche welcher welches welchen das die der
where wo wohin woher
why warum wieso weshalb
then dann
there dort da
here hier
that dass das
this dies diese dieser dieses diesen diesem
those jene jener jenen
the der die das den dem des
a ein eine einen einem einer eines
i ich mich mir mein meine meinen meinem meiner
you du sie ihr euch dich dir ihnen ihre ihren
he er ihn ihm sein seine seinen seinem seiner seines
she sie ihr ihre ihren ihrem ihrer
it es
we wir uns unser unsere unseren unserem unserer
they sie ihnen ihr ihre ihren ihrer
one man einem einen
own eigen*
all alle allen aller alles allem
each jede jeder jedes jeden jedem jeweils
many viel viele vielen vieler vieles zahlreich*
more mehr weitere weiteren weiterer
most meist meiste meisten
some einige einigen einiger manche mehrere mehreren
few wenig wenige wenigen weniger
other andere anderen anderer anderes anderem
same gleich gleiche gleichen selbe selben
such solch* 
both beide beiden beider
only nur lediglich bloß
also auch ebenfalls zudem außerdem
even sogar selbst
still noch
already schon bereits
again wieder erneut
always immer stets
never nie niemals
often oft häufig
sometimes manchmal
perhaps vielleicht möglicherweise
very sehr
almost fast nahezu beinahe
now nun jetzt derzeit aktuell
today heute heutig*
yesterday gestern gestrig*
tomorrow morgen
soon bald demnächst
later später
early früh früher
so so also deshalb daher darum somit
namely nämlich
especially besonders vor insbesondere
first erst erste ersten erster erstes erstmals zuerst zunächst erstens
second zweite zweiten zweiter zweites zweitens
third dritte dritten dritter drittes drittens
last letzt*
next nächst* folgend*
zero null
one eins einer
two zwei zweimal
three drei dreimal
four vier
five fünf
six sechs
seven sieben
eight acht
nine neun
ten zehn
eleven elf
twelve zwölf
twenty zwanzig
thirty dreißig
forty vierzig
fifty fünfzig
hundred hundert*
thousand tausend*
million million* mio
billion milliarde* mrd
half halb* hälfte
percent prozent* % 
euro euro* €
dollar dollar* $
year jahr* jährlich*
month monat* 
week woche* wöchentlich*
weekend wochenende*
day tag* täglich*
hour stund* uhr
minute minut*
second-time sekund*
monday montag* 
tuesday dienstag*
wednesday mittwoch*
thursday donnerstag*
friday freitag*
saturday samstag* sonnabend*
sunday sonntag*
january januar* jänner
february februar* feber
march märz
april april
may mai
june juni
july juli
august august
september september
october oktober
november november
december dezember
spring frühling* frühjahr*
summer sommer*
autumn herbst*
winter winter*
morning morgen* vormittag*
evening abend*
night nacht nächte*
noon mittag* nachmittag* 
time zeit* mal
moment moment* augenblick*
century jahrhundert* jahrzehnt*
old alt alte alten alter altes älter*
new neu neue neuen neuer neues neuem neueste*
young jung jünger* jungen junge
big groß* größ* riesig*
small klein*
good gut gute guten guter gutes besser* best*
bad schlecht* schlimm*
long lang lange langen langer länger* langes
short kurz* 
high hoch hohe hohen hoher hohes höher* höchst*
low niedrig*
strong stark* stärk*
weak schwach* schwäch*
right richtig* rechts recht
left links linke linken
wrong falsch*
important wichtig*
possible möglich*
impossible unmöglich*
difficult schwierig* schwer*
easy einfach* leicht*
clear klar*
free frei* 
full voll*
empty leer*
near nahe nah näh*
far weit* fern*
public öffentlich*
political politisch* politik*
economic wirtschaft* 
social sozial* gesellschaft*
international international*
national national*
european europäisch* europa
german deutsch* deutschland*
english englisch* britisch* england großbritannien
french französisch* frankreich* franzos*
italian italienisch* italien*
spanish spanisch* spanien*
russian russisch* russland* russ*
american amerikanisch* us-amerikanisch* usa amerika* 
chinese chinesisch* china*
turkish türkisch* türkei
polish polnisch* polen
ukrainian ukrainisch* ukraine
austrian österreich* 
swiss schweiz*
dutch niederländisch* niederlande*
greek griech*
world welt*
country land länder* landes
state staat* staatlich* bundesland
city stadt städt*
village dorf* dörf*
street straße*
place platz* ort orte* ort
house haus* häus* 
room raum* räum* zimmer*
door tür*
car auto* wagen fahrzeug* pkw
train zug* züge* bahn*
bus bus busse*
ship schiff* boot*
plane flugzeug* flug* flüge*
airport flughafen*
police polizei* polizist* beamt*
court gericht* richter*
law gesetz* gesetzlich*
right-law recht*
crime verbrechen* straftat* kriminell*
prison gefängnis* haft*
government regierung*
minister minister*
president präsident*
chancellor kanzler*
parliament parlament* bundestag*
party partei*
election wahl* wahlen wähl*
mayor bürgermeister*
head chef* leiter* spitze
member mitglied*
war krieg*
peace frieden* friedlich*
army armee* militär* soldat* bundeswehr truppen
weapon waffe* 
attack angriff* angreif* anschlag*
victim opfer*
dead tot tote* tod* gestorben starb* getötet* sterben
injured verletzt*
accident unfall* unfäll*
fire feuer* brand brände* feuerwehr*
water wasser*
air luft*
earth erde* boden
sea meer*
river fluss* flüss*
mountain berg*
snow schnee*
ice eis gletscher*
rock fels*
stone stein*
summit gipfel*
valley tal täler* tales
path pfad* weg wege* steig
rope seil*
hut hütte*
forest wald* wäld* 
weather wetter* regen*
sun sonne* sonnig*
animal tier*
dog hund*
cat katze*
man mann männer* mannes
woman frau*
mr herr* 
child kind*
boy junge* jungen
girl mädchen
family famili*
father vater* väter* 
mother mutter* mütter*
parents eltern*
son sohn* söhn*
daughter tochter* töchter*
brother bruder* brüder*
sister schwester*
friend freund*
people menschen leute personen bürger* bevölkerung
human mensch*
name name*
word wort* wörter*
language sprache*
picture bild* foto*
photograph fotograf*
book buch* büch*
newspaper zeitung*
article artikel* 
letter brief*
page seite*
number zahl* nummer* anzahl
part teil*
side seite*
hand hand hände*
eye auge*
head-body kopf* köpf*
heart herz*
body körper*
health gesundheit* gesund*
hospital krankenhaus* krankenhäus* klinik*
doctor arzt* ärzt* doktor*
patient patient*
disease krankheit* krank* erkrank*
virus virus viren
pandemic pandemie*
vaccination impf* geimpft*
school schul* schüler*
teacher lehrer*
university universität* uni hochschul*
science wissenschaft* forsch*
study studie* studium studier*
money geld*
bank bank*
company unternehmen* firma firmen konzern* betrieb*
customer kunde*
market markt* märkt*
trade handel*
worker arbeiter* mitarbeiter* beschäftigt* angestellt* arbeitnehmer*
employer arbeitgeber*
tax steuer*
budget haushalt* budget*
debt schuld*
energy energie*
electricity strom*
gas gas*
oil öl
food essen isst aß gegessen lebensmittel* nahrung*
drink trink* getrunken getränk*
bread brot*
meat fleisch*
beer bier*
wine wein*
shop laden geschäft* händler*
restaurant restaurant*
game spiel* partie*
player spieler*
team mannschaft* team*
coach trainer*
club verein* club* klub*
goal tor tore* treffer* ziel*
point punkt*
season saison*
league liga
victory sieg* 
defeat niederlage*
champion meister* weltmeister*
final finale* endspiel*
sport sport* athlet*
football fußball*
music musik* lied* 
film film* kino*
art kunst* künstler*
theater theater* bühne*
church kirche*
god gott* 
problem problem*
question frage*
answer antwort* 
reason grund gründe* ursache*
example beispiel*
case fall fälle* 
fact tatsache* tatsächlich*
idea idee* 
way weg wege* weise
thing ding* sache*
truth wahr wahrheit*
power-force kraft* kräft* macht*
danger gefahr* gefähr* risik* bedroh* drohung*
safe sicher*
fear angst* ängst* furcht* fürcht* befürcht*
criticism kritik* kritisch* kritisier*
demand forder* gefordert*
agreement vertrag* verträg* abkommen* einig* vereinbar*
talk gespräch* sprach* reden redet sprechen spricht sprach gesprochen diskuss* diskut* 
meeting treffen* trifft traf getroffen sitzung*
visit besuch*
conference konferenz*
project projekt*
development entwickl* entwickel*
change änder* veränder* wandel* wechsel*
growth wachs* wächst wuchs gewachsen steig* stieg* anstieg* zunahme* erhöh*
decline sink* sank* gesunken rückgang* fall* senk* 
border grenz*
refugee flüchtling* geflüchtet* migrant*
foreign ausländ* ausland* außen* fremd*
interior innen*
east ost* osten östlich*
west west* westen westlich*
north nord* norden nördlich*
south süd* süden südlich*
center zentrum* mitte* zentral*
district kreis* landkreis* bezirk*
region region* gebiet* bereich*
data daten*
computer computer* rechner*
internet internet* online netz*
phone telefon* handy* anruf*
message nachricht* botschaft*
video video*
television fernseh* tv
technology technik* technolog* technisch*
machine maschine*
app app* anwendung*
system system*
advertisement anzeige* werbung* reklame*
comment kommentar*
share teil* geteilt*
subscribe abonn* abo
newsletter newsletter* rundbrief*
source quelle*
author autor* mitarbeiter*
editor redakt* herausgeber*
translation übersetz*
reading lese* lesen
click klick*
button knopf* schaltfläche
cookies cookies
content inhalt*
display anzeig* angezeigt*
menu menü
search such* gesucht*
topic thema* themen*
related interessier* interess*
update aktualisier* stand
archive archiv*
gallery galerie* bildergalerie*
symbol symbol*
opinion meinung*
rights rechte
reserved vorbehalten
reproduction vervielfältig*
publisher verlag* verlags
offer angebot* biet* bot*
correction korrigier* berichtig* korrektur*
version fassung* version*
map karte*
black schwarz*
white weiß*
red rot*
green grün*
blue blau*
color farb*
gold gold*
hot heiß* warm*
cold kalt* kält*
beautiful schön*
happy glück* froh* 
sad traurig* 
alone allein*
together zusammen* gemeinsam*
quick schnell*
slow langsam*
late spät*
young-people jugend* 
suspect verdacht* verdächt* mutmaßlich* angeblich*
investigation ermittl* untersuch* staatsanwalt*
arrest festgenomm* festnahm* verhaft*
witness zeug*
driver fahrer* fahr* fuhr* gefahren
passenger passagier* fahrgast* fahrgäst* 
street-traffic verkehr*
bicycle fahrrad* radfahr* rad
emergency notfall* rettung* notarzt*
damage schaden* schäd* beschädig*
meter meter*
kilometer kilometer* km
degree grad
temperature temperatur*
climate klima*
environment umwelt* umgebung*
future zukunft* zukünftig* künftig*
history geschicht* histor*
memory erinner* gedächtnis*
experience erfahr* erleb*
success erfolg*
failure scheiter* versag*
effort mühe* bemüh* anstreng*
measure maßnahm*
rule regel*
control kontroll*
result ergebnis* resultat*
consequence folge*
effect wirkung* auswirk* 
influence einfluss* beeinfluss*
role rolle*
level ebene* niveau* stufe*
rate rate* quote*
amount summe* betrag* menge*
average durchschnitt*
total gesamt* insgesamt
least mindestens wenigstens
maximum höchstens maximal*
`;
