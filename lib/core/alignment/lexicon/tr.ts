/** Turkish words by concept; see `en.ts` for the form. */
export const TURKISH = `
and ve ile; or veya ya; but ama fakat ancak; not değil; no hayır hiç yok; nothing hiçbir; is dir olan;
was idi oldu; can olabilir; say söyle* dedi belirt* açıkla*; know bil*; see gör*; with ile birlikte;
without olmadan; for için; against karşı; from itibaren; between arasında; after sonra; before önce;
since beri; until kadar; because çünkü; as olarak gibi; when zaman; if eğer; how nasıl; who kim; what ne;
which hangi; where nerede; why neden niçin; there orada; here burada; that o şu; this bu; these bunlar;
a bir; i ben benim; you siz sen; he o onun; we biz bizim; they onlar onların; all bütün tüm hepsi; each her;
many çok birçok; more daha; most en; some bazı; few az; other diğer başka; same aynı; only sadece yalnızca;
also ayrıca da de; even bile; still hâlâ henüz; already zaten; always her zaman; never asla; very çok;
almost neredeyse; now şimdi; today bugün*; yesterday dün*; tomorrow yarın*; first ilk birinci; second ikinci;
third üçüncü; last son*; next gelecek sonraki; one bir; two iki; three üç; four dört; five beş; six altı;
seven yedi; eight sekiz; nine dokuz; ten on; hundred yüz; thousand bin; million milyon*; billion milyar*;
percent yüzde %; year yıl*; month ay*; week hafta*; day gün*; hour saat*; minute dakika*; monday pazartesi*;
tuesday salı*; wednesday çarşamba*; thursday perşembe*; friday cuma*; saturday cumartesi*; sunday pazar*;
january ocak*; february şubat*; march mart*; april nisan*; may mayıs*; june haziran*; july temmuz*;
august ağustos*; september eylül*; october ekim*; november kasım*; december aralık*; night gece*;
old eski* yaşlı; new yeni*; big büyük; small küçük; good iyi; world dünya*; country ülke*; city şehir* kent*;
house ev*; police polis*; government hükümet*; war savaş*; water su; woman kadın*; child çocuk*;
people insan* halk*; german alman*; turkish türk*; money para*
`;
