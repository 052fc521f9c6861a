/** Ukrainian words by concept; see `en.ts` for the form. */
export const UKRAINIAN = `
and і й та; or або чи; but але однак проте; not не; no ні немає; nothing нічого; is є; was був була було;
were були; will буде будуть; can може можуть міг; must повинен повинна треба мусить; want хоче хочуть;
say сказа* говор* заяв* повідом*; know знає знати; with з із зі; without без; for для за; against проти;
from від з із; to до; by по; at у при; in в у; on на; over над; under під; between між; after після;
before перед до; because тому бо оскільки; as як; than ніж; when коли; if якщо чи; how як; who хто який;
what що; which який яка які яке; where де куди; why чому; then тоді потім; there там; here тут; that що той;
this цей ця це цього; these ці цих; i я мене мені мій; you ви вас вам ти; he він його йому; she вона її;
we ми нас нам наш; they вони їх їм; all всі усі все весь; each кожн*; many багато; more більше; some деяк*;
other інш*; only тільки лише; also також теж; even навіть; still ще; already вже уже; always завжди;
never ніколи; very дуже; almost майже; now зараз тепер; today сьогодні; yesterday вчора; tomorrow завтра;
first перш*; second друг*; third трет*; last остан*; next наступн*; one один одна одне; two два дві двох;
three три трьох; four чотири; five п'ять; six шість; seven сім; eight вісім; nine дев'ять; ten десять;
hundred сто; thousand тисяч* тис; million мільйон* млн; billion мільярд* млрд; percent відсот* %;
year рік рок*; month місяц*; week тижн* тиждень; day день дня днів; hour годин*; minute хвилин*;
monday понеділ*; tuesday вівтор*; wednesday серед*; thursday четвер*; friday п'ятниц*; saturday субот*;
sunday неділ*; january січ*; february лют*; march берез*; april квіт*; may трав*; june черв*; july лип*;
august серп*; september верес*; october жовт*; november листопад*; december груд*; night ніч ноч*;
time час* раз; old стар*; new нов*; big велик*; small мал*; good добр* хорош*; world світ*; country країн*;
state держав*; city міст*; house буд*; police поліці*; government уряд*; war війн*; water вод*; woman жін*;
child діт* дит*; people люд* народ*; german німец* німеч*; russian росі*; ukrainian украї*; money грош*
`;
