/** Russian words by concept; see `en.ts` for the form. */
export const RUSSIAN = `
and и а; or или либо; but но однако; not не; no нет ни никакой; nothing ничего ничто; is есть является;
was был была было; were были; will будет будут; can может могут мог могли;
must должен должна должны нужно надо; want хочет хотят; say сказал* говор* заяв* сообщ*; know знает знать;
see вид*; with с со; without без; for для за; against против; from от из с; to к до в; by по; at у при на;
in в во; on на; over над; under под; between между; after после; before перед до; because потому поскольку;
as как; than чем; when когда; if если ли; how как; who кто который; what что;
which который которая которые которое; where где куда; why почему; then тогда потом затем; there там;
here здесь; that что тот та то; this этот эта это этого; these эти этих; i я мне меня мой; you вы вас вам ты;
he он его ему; she она её ее; we мы нас нам наш; they они их им; all все всё всех весь; each кажд*;
many много многие; more более больше; some некотор*; other друг*; same сам*; only только лишь;
also также тоже; even даже; still ещё еще; already уже; always всегда; never никогда; very очень;
almost почти; now сейчас теперь; today сегодня; yesterday вчера; tomorrow завтра; first перв*; second втор*;
third трет*; last послед*; next следующ*; one один одна одно; two два две двух; three три трёх трех;
four четыре; five пять; six шесть; seven семь; eight восемь; nine девять; ten десять; hundred сто;
thousand тысяч* тыс; million миллион* млн; billion миллиард* млрд; percent процент* %; year год* лет;
month месяц*; week недел*; day день дня дней; hour час*; minute минут*; monday понедельник*;
tuesday вторник*; wednesday сред*; thursday четверг*; friday пятниц*; saturday суббот*; sunday воскресень*;
january январ*; february феврал*; march март*; april апрел*; may май мая; june июн*; july июл*;
august август*; september сентябр*; october октябр*; november ноябр*; december декабр*; night ноч*;
time врем* раз; old стар*; new нов*; big больш*; small маленьк* мал*; good хорош*; world мир*;
country стран*; state государств*; city город*; house дом*; police полици*; government правительств*;
president президент*; war войн*; water вод*; woman женщин*; child дет* ребен* ребён*; people люд* народ*;
german немец* герман*; russian росси* русск*; american америк* сша; ukrainian украин*; money деньг* денег
`;
