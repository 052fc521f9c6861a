/**
 * English words by concept. One entry a line: the concept, which in English is a form as well,
 * then further forms; "*" stands for an ending of up to three letters. Numbers in digits begin
 * with "#". The other languages list their words for the same concepts.
 */
export const ENGLISH = `
and
or
but however yet though
not n't don't didn't doesn't isn't wasn't aren't weren't can't couldn't won't wouldn't cannot hasn't haven't hadn't
no none neither nor
nothing anything
nobody anyone
is it's that's be being been
are we're they're you're
was
were
has have having i've we've they've
had
will would i'll we'll going
become becomes became becoming
can could able
must has have should need
should supposed ought
want wants wanted
may might allowed
let lets leave left
do does did done doing
make makes made making
go goes went gone going
come comes came coming
give gives gave given there
see sees saw seen look
say says said saying told tell tells stated states
think thinks thought believe* 
know knows knew known
find finds found
take takes took taken taking
get gets got receive*
put set place*
stand stands stood
lie lies lying lay
show shows showed shown showing
begin* begins began begun start* beginning
end ends ended ending final* finish*
live lives lived living life
work works worked working job jobs
play* plays played playing
win wins won winning winner
lose loses lost losing
help* 
ask* question*
write writes wrote written
read* 
report* announce* according
try tries tried attempt*
hold holds held
bring* brought
remain* remains stay*
mean* means meant
expect* 
follow* 
explain* 
support* 
use* used using
build* built
open* opened
close* closed
pay* paid
buy* bought
sell* sold sale sales
cost* price* 
plan* planned
decide* decision*
call* named called
hope* 
love* loved like
feel* felt feeling
with
without
for in-favor
against versus
from of out
of
to
by
at
in into inside within
on onto upon
over above
under below
between among
through during
around about approximately roughly
about concerning regarding
after afterwards since
before ago previously prior
behind
next beside alongside
since
until till
while during whereas
because due since
despite although though
instead
as like
than
when whenever once
if whether
how
who whom whose
what
which that
where
why
then
there
here
that
this these
those
the
a an
i my me mine
you your yours
he him his himself
she her hers herself
it its itself
we us our ours
they them their themselves
one ones someone people
own
all every everything everyone
each
many much lot lots numerous
more
most
some several
few little less
other others another
same
such
both
only just merely
also too well additionally
even
still yet
already
again
always ever
never
often frequently
sometimes
perhaps maybe possibly
very really
almost nearly
now currently
today
yesterday
tomorrow
soon
later
early earlier
so thus therefore hence
indeed
namely
especially particularly
first firstly initially
second secondly #2
third #3
last latest past
next following
zero #0
one #1 once
two #2 twice
three #3
four #4
five #5
six #6
seven #7
eight #8
nine #9
ten #10
eleven #11
twelve #12
twenty #20
thirty #30
forty #40
fifty #50
hundred* #100
thousand* #1000
million*
billion*
half
third-part
percent % cent
euro* €
dollar* $
year* annual* yearly
month* monthly
week* weekly
weekend
day* daily
hour* o'clock
minute*
second-time seconds
monday
tuesday
wednesday
thursday
friday
saturday
sunday
january jan
february feb
march mar
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
spring
summer
autumn fall
winter
morning a.m
evening tonight
night nights
noon p.m afternoon
time times
moment
century centuries decade*
old older oldest elderly
new newly newer news
young younger
big large great huge
small little smaller
good well better best
bad badly worse worst
long longer
short shortly brief*
high highly higher highest
low lower
strong* strength
weak*
right correct*
left
wrong false
important importance
possible possibility
impossible
difficult* hard
easy easily simple simply
clear* 
free freedom
full 
empty
near nearby close
far away
public* 
political politics politically policy
economic economy economics economically business
social*
international*
national nation* 
european* europe
german* germany
english england british britain
french france
italian italy
spanish spain
russian* russia
american* usa us america
chinese china
turkish turkey
polish poland
ukrainian ukraine
austrian austria
swiss switzerland
dutch netherlands
greek greece
world* global*
country countries land rural
state* 
city cities town urban municipal*
village* 
street* road roads
place* square
house* home building
room* space
door*
car cars vehicle* auto*
train* railway rail
bus buses
ship* boat
plane* aircraft flight* 
airport
police officer*
court* judge*
law* legal*
right-law rights
crime criminal* offence*
prison jail custody
government* 
minister* ministry secretary
president* 
chancellor* 
parliament* 
party parties
election* vote* voter* ballot
mayor
head boss chief leader* 
member* 
war wars
peace*
army military troops soldier*
weapon* arms gun*
attack*
victim*
dead death* killed died die dies deadly fatal*
injured injury injuries wounded hurt
accident* crash*
fire* firefighter*
water
air
earth soil
sea ocean
river
mountain* mount mt
snow*
ice glacier*
rock* cliff*
stone*
summit* peak*
valley*
path* trail*
rope*
hut huts cabin*
forest* wood*
weather rain
sun sunny
animal*
dog dogs
cat cats
man men
woman women mrs ms wife
mr lord gentleman
child children kids
boy
girl* 
family families
father dad
mother mom mum
parents
son sons
daughter*
brother*
sister*
friend* 
people persons population
human*
name*
word*
language*
picture* image* photo* 
photograph*
book*
newspaper* paper
article* 
letter*
page*
number*
part* 
side*
end-of
hand*
eye*
head-body heads
heart*
body bodies
health* healthy
hospital* clinic*
doctor* physician*
patient*
disease* illness* sick ill
virus 
pandemic
vaccination* vaccin*
school* pupil* student*
teacher* 
university universities
science scient* research*
study studies
money
bank*
company companies firm firms enterprise*
customer* client*
market* 
trade*
worker* employee* staff
employer*
tax taxes
million-money
budget
debt
energy
electricity power current
gas
oil
food* eat ate eating meal*
drink*
bread
meat
beer
wine
shop* store* 
restaurant*
game* match* 
player*
team* 
coach* trainer*
club* association
goal* target*
point*
season*
league
victory win
defeat
champion* 
final
sport* athlete*
football soccer
music* song*
film* movie* cinema
art artist*
theater theatre stage
church* 
god
problem*
question
answer* respond* response reply
reason* cause*
example*
case*
fact*
idea*
way ways path
thing things matter*
truth true
power-force force*
danger* threat* risk*
safe* safety security secure*
fear* afraid
criticism critic* 
demand* require* call
agreement* contract deal treaty
talk* talks conversation* discuss* discussion*
meeting* meet met
visit* 
conference*
project*
development* develop*
change* 
growth grow* increase* rise* rose
decline* decrease* fall fell reduce* drop* 
border* 
refugee* migrant*
foreign* abroad
interior home
east* 
west*
north*
south*
center* centre* middle
district* 
region* area* 
data
computer*
internet online web
phone* telephone mobile call
message* 
video*
television tv
technology technologies technical
machine* 
app apps application*
system*
advertisement* ad ads advert*
comment*
share* shared
subscribe* subscription* subscriber*
newsletter
source* 
author* 
editor* editorial 
translation* translated
reading read
click*
button
cookies
content* 
display* shown
menu
search*
topic* subject* theme
related interested interest*
update* updated
archive* 
gallery slideshow
caption
symbol* symbolic
opinion* view*
rights reserved
reproduction copying
publisher publish* published
offer* 
correction* corrected corrected
version* 
map maps
free-cost
black
white
red
green
blue
color* colour*
gold*
hot warm
cold
beautiful* nice pretty
happy happiness glad 
sad
alone lonely
together
own-have property
quick* fast 
slow*
late
young-people youth teenager*
suspect* alleged*
investigation* investigat* prosecutor*
arrest* 
witness*
driver* drive* drove driven
passenger*
street-traffic traffic transport*
bicycle* bike* cyclist*
emergency rescue*
damage* 
meter* metre* 
kilometer* kilometre* km
degree*
temperature*
climate
environment*
future
history historic*
memory remember* reminder
experience* 
goal-aim aim*
success* 
failure fail* 
effort*
measure* 
rule* regulation*
control* check*
result* 
consequence* 
effect* impact
influence*
role* 
level*
rate* 
amount* sum
average
total* overall
least minimum
maximum
`;
