/** French words by concept; see `en.ts` for the form. */
export const FRENCH = `
and et
or ou
but mais cependant pourtant toutefois or
not ne pas n non point
no aucun aucune non ni nul nulle
nothing rien
nobody personne
is est c'est soit
are sont êtes sommes
was était fut été
were étaient furent
has a ont avoir ai ait
had avait avaient eut eurent eu
will va vont sera seront sera aura
become deven* devient devint deviennent
can peut peuvent pouvons pouvait pouvaient pourrait pourra put purent pouvoir
must doit doivent devait devaient faut fallait fallut devoir
want veut veulent voulait vouloir voulu
let laiss*
do fait faire faisait font fit firent
make fait faire faisait font fit firent
go aller va vont allait allé allés
come venir vient viennent venait vint venu venus
give donner donne donn* a
see voir voit vu vue vit voyait voyons
say dit dire disait disent déclar* affirm*
think pens* croi* croy*
know sait savoir savait connai* connu*
find trouv* 
take prendre prend prit pris prenait
get obten* obtien* reçu* recev*
put mettre met mit mis pos*
stand debout dress*
lie gît situé* trouve
show montr*
begin commenc* début*
end fin finir finit termin* achev*
live vi* vécu* vivre
work travail* travaux
play jou*
win gagn* remport*
lose perd* perte*
help aid* secour*
ask demand* question*
write écri*
read lire lit lu lisait
report rapport* selon annonc*
try essay* tent*
hold tenir tient tenait tenu*
bring apport* amen* port*
remain rest* demeur*
mean signifi* 
expect attend* attent*
follow suiv* suit
explain expliq*
support soutien* soutenir
use utilis* emplo* 
build constru*
open ouvr* ouvert*
close ferm*
pay pay* paie*
buy achet* achat*
sell vend* vente*
cost coût* prix
plan plan* projet* prév*
decide décid* décision*
call appel* nomm*
hope esp*
love aim* amour
feel sent* sentiment*
with avec
without sans
for pour
against contre
from de d des du depuis
of de d des du
to à au aux vers
by par
at à au aux chez
in dans en
on sur
over sur au-dessus
under sous
between entre
through par à travers
during pendant durant
around autour environ
about environ de sur
after après
before avant devant
behind derrière
next près côté
since depuis
until jusqu jusque jusqu'à
while pendant tandis
because parce car puisque
despite malgré bien
instead lieu
as comme que
than que
when quand lorsque lorsqu
if si
how comment combien
who qui
what que quoi quel quelle
which que qui lequel laquelle quel quelle quels quelles dont
where où
why pourquoi
then alors puis ensuite
there là y
here ici voici
that que qu cela ça ce
this ce cet cette ces ceci
these ces
the le la les l un
a un une
i je j me m moi mon ma mes
you vous tu te toi votre vos ton ta tes
he il lui le son sa ses
she elle lui sa son ses
it il elle cela ce c
we nous notre nos on
they ils elles eux leur leurs les
one on un une
own propre*
all tout tous toute toutes
each chaque chacun chacune
many beaucoup nombreu* plusieurs bien
more plus davantage
most plupart plus
some quelque quelques certain* plusieurs
few peu
other autre autres autrui
same même mêmes
such tel telle tels telles
both deux tous
only seul* seulement ne que uniquement
also aussi également
even même
still encore toujours
already déjà
again encore nouveau
always toujours
never jamais
often souvent
sometimes parfois quelquefois
perhaps peut-être peut être
very très fort bien
almost presque
now maintenant or
today aujourd hui aujourd'hui
yesterday hier
tomorrow demain
soon bientôt
later tard
early tôt
so ainsi donc si
especially surtout notamment
first premier* première* abord
second deuxième* second*
third troisième* tiers
last dernier* dernière*
next prochain* suivant*
zero zéro
one un une
two deux
three trois
four quatre
five cinq
six six
seven sept
eight huit
nine neuf
ten dix dizaine
eleven onze
twelve douze
twenty vingt
thirty trente
forty quarante
fifty cinquante
hundred cent* 
thousand mille milliers
million million* 
billion milliard*
half demi* moitié
percent %
year an ans année*
month mois
week semaine*
day jour* journée*
hour heure*
minute minute*
monday lundi*
tuesday mardi*
wednesday mercredi*
thursday jeudi*
friday vendredi*
saturday samedi*
sunday dimanche*
january janvier
february février
march mars
april avril
may mai
june juin
july juillet
august août
september septembre
october octobre
november novembre
december décembre
spring printemps
summer été
autumn automne
winter hiver*
morning matin*
evening soir*
night nuit*
noon midi
time temps fois
moment moment* instant*
century siècle*
old vieux vieil vieille* ancien* âgé*
new nouveau* nouvel nouvelle* neuf neuve
young jeune*
big grand* gros* énorme*
small petit*
good bon bonne* bien
bad mauvais* mal
long long* longue*
short court* bref brève
high haut* 
low bas basse*
strong fort* 
weak faible*
right droit* juste
left gauche
important important*
possible possible*
impossible impossible*
difficult difficile* difficult*
easy facile*
clear clair*
free libre* liberté*
full plein*
empty vide*
near près proche*
far loin lointain*
public publi*
political politi*
german allemand* allemagne
english anglais* angleterre britanni*
french français* france
italian italien* italie
american américain* états-unis
swiss suisse*
austrian autrich*
world monde mondial*
country pays 
state état*
city ville*
village village*
street rue* route*
place place* lieu* endroit*
house maison*
room chambre* pièce* salle*
door porte*
car voiture* auto*
train train*
water eau eaux
air air
earth terre* sol
sea mer mers
river rivière* fleuve*
mountain mont* montagne*
forest forêt* bois
weather temps météo
sun soleil*
snow neige*
ice glace* glacier*
rock roc* rocher*
stone pierre*
summit sommet* cime*
valley vallée* val
path chemin* sentier*
rope corde*
hut cabane* refuge*
animal anim*
man homme*
woman femme*
child enfant*
family famil*
father père*
mother mère*
son fils
daughter fille*
brother frère*
friend ami*
people gens peuple* personne*
name nom noms
word mot* parole*
picture image* photo*
book livre*
number nombre* numéro*
part part* 
side côté* 
hand main*
eye œil yeux
head-body tête*
heart cœur*
body corps
dead mort*
war guerre*
peace paix
army armée* militaire* soldat*
government gouvernement*
president président*
school école*
money argent
company entreprise* société*
problem problème*
question question*
answer répon*
reason raison*
example exemple*
case cas
way voie* manière* façon* chemin*
thing chose*
truth vérité* vrai*
power-force force* puissan*
danger danger*
safe sûr* sécurité*
fear peur* crain*
east est
west ouest
north nord
south sud
white blanc*
black noir*
red rouge*
green vert*
blue bleu*
hot chaud*
cold froid*
beautiful beau* bel belle*
alone seul*
together ensemble
slow lent*
quick rapide* vite
late tard*
meter mètre* m
kilometer kilomètre* km
total total*
source source*
article article*
comment commentaire*
advertisement publicité*
related lire
`;
